// SPDX-License-Identifier: Apache-2.0
/**
 * Scores of driving: what a trip, a day and thirty days come to by a scorecard, and by a model
 * beside it. Weights are a policy: nothing here claims to predict.
 */
@NullMarked
package io.odograph.udfs.score;

import org.jspecify.annotations.NullMarked;
