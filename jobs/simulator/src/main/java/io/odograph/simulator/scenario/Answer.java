// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.schemas.DriverResponse;

/**
 * What a driver says of a suspected crash; the next report carries it, once.
 *
 * @param at s from the start of the simulation
 * @param response the answer
 */
public record Answer(double at, DriverResponse response) {}
