// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import org.jspecify.annotations.Nullable;

/**
 * One record as the gateway hands it to the topic.
 *
 * @param vehicle number of the vehicle, from 1
 * @param time when the gateway hands it over, ms since the epoch
 * @param value the bytes, or null
 * @param fate what the account must say of it
 */
public record Delivery(int vehicle, long time, byte @Nullable [] value, Fate fate) {}
