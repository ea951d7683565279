// SPDX-License-Identifier: Apache-2.0
/** Scores of driving: scorecards and models from files, and what they make of trips and days. */
@NullMarked
package io.odograph.driving.score;

import org.jspecify.annotations.NullMarked;
