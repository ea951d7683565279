// SPDX-License-Identifier: Apache-2.0
/** Limits where no sign is known, and how much they can be trusted. */
@NullMarked
package io.odograph.roads.estimate;

import org.jspecify.annotations.NullMarked;
