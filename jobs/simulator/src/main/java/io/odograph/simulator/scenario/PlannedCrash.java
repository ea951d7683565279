// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.motion.Pulse;

/**
 * A crash in the story of a vehicle.
 *
 * @param kind kind of crash
 * @param pulse its pulse, which starts at the first impact
 * @param airbag whether an airbag deploys
 * @param rollover whether the vehicle notices a rollover
 */
public record PlannedCrash(CrashKind kind, Pulse pulse, boolean airbag, boolean rollover) {}
