// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

/**
 * How far what is claimed of estimates comes true on roads that the claim does not come from.
 *
 * @param estimates how many
 * @param claimed mean confidence
 * @param exact share that is exact
 * @param bounded share for which an upper bound is told
 * @param held share of those whose true limit does not exceed it
 */
public record Reliability(
        int estimates, double claimed, double exact, double bounded, double held) {}
