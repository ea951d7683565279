// SPDX-License-Identifier: Apache-2.0
/** Speeding: the limit in force where a vehicle is, and episodes of driving faster than it. */
@NullMarked
package io.odograph.udfs.speeding;

import org.jspecify.annotations.NullMarked;
