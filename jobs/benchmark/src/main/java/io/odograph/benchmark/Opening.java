// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/**
 * How long roads take until they can be used.
 *
 * @param name whose
 * @param millis each time
 * @param bytes of the files
 */
record Opening(String name, double[] millis, long bytes) {}
