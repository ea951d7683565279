// SPDX-License-Identifier: Apache-2.0
/** The driving job: how vehicles are driven, in windows, trips and harsh events. */
@NullMarked
package io.odograph.driving;

import org.jspecify.annotations.NullMarked;
