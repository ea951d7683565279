// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

/**
 * A collision that ends a drive: the vehicle takes the pulse, slides and stays where it stops.
 *
 * @param pulse the change of velocity, in the vehicle's axes at first contact
 * @param yawRate spin just after the pulse, rad/s, counter-clockwise positive; it dies away
 * @param friction deceleration while sliding, m/s2, above 0
 */
public record Collision(Pulse pulse, double yawRate, double friction) {}
