// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.scenario.CrashKind;
import java.time.Instant;

/**
 * A crash that must be found.
 *
 * @param vehicleId the vehicle
 * @param tenantId its tenant
 * @param impactTime first contact, in true time, whatever the device's clock says
 * @param kind kind of crash
 * @param deltaV true change of velocity, km/h
 * @param speedBefore true speed at first contact, km/h
 */
public record ExpectedCrash(
        String vehicleId,
        String tenantId,
        Instant impactTime,
        CrashKind kind,
        double deltaV,
        double speedBefore) {}
