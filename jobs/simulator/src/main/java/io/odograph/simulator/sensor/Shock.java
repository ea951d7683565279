// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * Something that may fire a device's trigger.
 *
 * @param time when it happens, s; the recording is placed around it
 * @param waveform what the accelerometer feels of it beside the driving
 */
public record Shock(double time, Waveform waveform) {}
