// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

/**
 * What a model says.
 *
 * @param model name of the model
 * @param version its version
 * @param value its result, or NaN where it has none, as where an input is missing or out of range
 */
public record ModelResult(String model, long version, double value) {}
