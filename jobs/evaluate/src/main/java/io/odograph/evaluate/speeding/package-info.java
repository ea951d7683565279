// SPDX-License-Identifier: Apache-2.0
/** Judges map matching and speeding detection on simulated drives whose every road is known. */
@NullMarked
package io.odograph.evaluate.speeding;

import org.jspecify.annotations.NullMarked;
