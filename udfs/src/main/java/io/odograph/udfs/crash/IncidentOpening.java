// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/** Makes an incident out of the first evidence for it and what is remembered of the vehicle. */
final class IncidentOpening {

    /** A doubtful pulse belongs to an incident that opens so much later or earlier, ms. */
    private static final long DOUBT_LASTS = 10_000;

    /** A position is trusted with a fix up to this age, ms, and this accuracy, m. */
    private static final long TRUSTED_AGE = 10_000;

    private static final float TRUSTED_ACCURACY = 150;

    /** A speed before the impact is not older than this, ms. */
    private static final long SPEED_AGE = 3_000;

    private IncidentOpening() {}

    static OpenIncident of(
            Findings found,
            CrashState state,
            Telemetry record,
            long releasedAt,
            CrashThresholds thresholds,
            @Nullable String ruleVersion,
            VehicleContext context,
            CrashSettings settings) {
        OpenIncident open = new OpenIncident();
        open.vehicleId = record.vehicleId();
        open.tenantId = record.tenantId();
        open.deviceKind = record.deviceKind();
        open.tripId = record.tripId();
        open.driverId = record.driverId();
        open.thresholds = thresholds;
        open.ruleVersion = ruleVersion;
        open.incident = state.identify(found.time());
        open.impactTime = found.time();
        open.lastImpactTime = found.time();
        open.openedAt = releasedAt;
        open.lastReceived = record.receivedAt();
        open.delayed = releasedAt - found.time() > settings.delayedAfter();
        open.automatic = !found.isOnlyACall();
        open.test = record.test();
        rememberSpeed(open, state);
        rememberPlace(open, state);
        rememberVehicle(open, state, context.profile(), settings);
        found.evidence().forEach(open::add);
        if (found.pulse() != null && record.imuBurst() != null) {
            open.add(found.pulse(), record.imuBurst(), settings.maxBurstSamples());
        }
        addDoubt(open, found, state, record, settings);
        rememberRest(open, state);
        return open;
    }

    private static void rememberSpeed(OpenIncident open, CrashState state) {
        long time = open.impactTime;
        open.speedBefore = state.timeline.highestSpeed(time - Findings.SPEED_BEFORE + 1, time);
        // What is reported at that very moment is reported after it.
        open.speedAtImpact = state.timeline.lastSpeed(time - 1, SPEED_AGE);
    }

    /** Where the evidence comes late, the vehicle may have stood for a while. */
    private static void rememberRest(OpenIncident open, CrashState state) {
        long since = state.timeline.slowSince(open.impactTime, open.thresholds.restSpeed());
        if (since == CrashState.NEVER
                || since - open.lastImpactTime > open.thresholds.confirmMillis()) {
            return;
        }
        CrashRecording.Sample place = state.timeline.samples(since, since).get(0);
        open.restSince = since;
        open.restLatitude = place.latitude();
        open.restLongitude = place.longitude();
    }

    private static void rememberPlace(OpenIncident open, CrashState state) {
        open.position = state.position;
        open.previous = state.previous;
        open.beforePrevious = state.beforePrevious;
        open.heading = state.heading;
        Position position = state.position;
        open.positionTrusted =
                position != null
                        && position.fixType() != FixType.NONE
                        && state.lastTime - state.positionTime + Math.max(0, position.fixAge())
                                <= TRUSTED_AGE
                        && position.horizontalAccuracy() <= TRUSTED_ACCURACY;
    }

    private static void rememberVehicle(
            OpenIncident open,
            CrashState state,
            @Nullable VehicleProfile profile,
            CrashSettings settings) {
        open.occupants = state.occupants;
        open.belted = state.belted;
        if (profile != null) {
            open.vehicleClass = profile.vehicleClass();
            open.vin = settings.withVin() ? profile.vin() : null;
            open.propulsion = profile.propulsion();
        }
    }

    /**
     * A doubtful pulse counts beside other evidence, a little earlier or later.
     *
     * @return whether that changed anything
     */
    static boolean addDoubt(
            OpenIncident open,
            Findings found,
            CrashState state,
            Telemetry record,
            CrashSettings settings) {
        ImpactPulse doubtful = state.doubtful;
        if (doubtful == null || Math.abs(doubtful.time() - open.impactTime) > DOUBT_LASTS) {
            return false;
        }
        return open.addDoubtful(
                doubtful,
                state.doubtfulHandled,
                found.doubtful() == null ? null : record.imuBurst(),
                settings.maxBurstSamples());
    }
}
