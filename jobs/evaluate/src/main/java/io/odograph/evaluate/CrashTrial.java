// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Evidence;
import io.odograph.simulator.Episode;
import io.odograph.simulator.ExpectedCrash;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashSeverity;
import io.odograph.udfs.crash.CrashStage;
import io.odograph.udfs.crash.CrashThresholds;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows a simulated crash to the detector and compares. */
final class CrashTrial {

    /** An incident is that of a crash if it begins in this time around the true impact, ms. */
    private static final long BEFORE = 3_000;

    private static final long AFTER = 60_000;

    private CrashTrial() {}

    /** Runs a case. */
    static CrashOutcome run(CrashCase that) {
        Episode episode = that.episode();
        List<Telemetry> records = Telemetries.of(episode.reports());
        List<Incident> incidents = Judge.incidents(records);
        ExpectedCrash truth = Objects.requireNonNull(episode.crash());
        Incident found = found(incidents, truth);
        long standing = incidents.stream().filter(CrashTrial::stands).count();
        int others = (int) standing - (found == null ? 0 : 1);
        boolean beyond =
                that.sensing().evidence() == Evidence.SPEED
                        && Braking.cannotExplain(episode, records);
        return found == null
                ? missed(that, truth, beyond, others)
                : compare(that, truth, beyond, others, found, records);
    }

    private static CrashOutcome missed(
            CrashCase that, ExpectedCrash truth, boolean beyond, int others) {
        double none = Double.NaN;
        return new CrashOutcome(
                that.id(),
                that.scenario(),
                that.sensing(),
                truth,
                null,
                beyond,
                none,
                none,
                none,
                none,
                none,
                false,
                others);
    }

    private static CrashOutcome compare(
            CrashCase that,
            ExpectedCrash truth,
            boolean beyond,
            int others,
            Incident found,
            List<Telemetry> records) {
        CrashFacts facts = found.facts();
        long impact = truth.impactTime().toEpochMilli();
        boolean measured = !facts.saturated() && !Double.isNaN(facts.deltaV());
        double off = Math.abs(facts.directionOfForce() - truth.direction());
        return new CrashOutcome(
                that.id(),
                that.scenario(),
                that.sensing(),
                truth,
                found.stage(),
                beyond,
                measured ? Math.abs(facts.deltaV() / truth.deltaV() - 1) : Double.NaN,
                measured ? Math.min(off, 360 - off) : Double.NaN,
                (found.suspectedAt() - impact) / 1000.0,
                (found.confirmedAt() - impact) / 1000.0,
                (found.suspectedAt() - shownAt(records, impact)) / 1000.0,
                CrashSeverity.of(facts) == severity(truth, facts),
                others);
    }

    private static @Nullable Incident found(List<Incident> incidents, ExpectedCrash truth) {
        long impact = truth.impactTime().toEpochMilli();
        for (Incident incident : incidents) {
            boolean near = incident.time() >= impact - BEFORE && incident.time() <= impact + AFTER;
            if (near && stands(incident)) {
                return incident;
            }
        }
        return null;
    }

    private static boolean stands(Incident incident) {
        return incident.stage() != CrashStage.DISMISSED;
    }

    /** The band of the true change of velocity; a deployed airbag or a rollover is never below. */
    private static CrashSeverity severity(ExpectedCrash truth, CrashFacts facts) {
        CrashThresholds bands = CrashThresholds.DEFAULTS;
        double deltaV = truth.deltaV();
        boolean flagged =
                Boolean.TRUE.equals(facts.airbagDeployed())
                        || Boolean.TRUE.equals(facts.rolledOver());
        if (deltaV > bands.critical()) {
            return CrashSeverity.CRITICAL;
        } else if (deltaV >= bands.severe() || flagged) {
            return CrashSeverity.HIGH;
        }
        return deltaV >= bands.moderate() ? CrashSeverity.MEDIUM : CrashSeverity.LOW;
    }

    /**
     * When the first record was received that shows the crash; one of speed where none says more.
     */
    private static double shownAt(List<Telemetry> records, long impact) {
        double speed = Double.NaN;
        for (Telemetry record : records) {
            if (record.eventTime() >= impact) {
                if (tells(record, impact)) {
                    return record.receivedAt();
                }
                speed = Double.isNaN(speed) ? record.receivedAt() : speed;
            }
        }
        return speed;
    }

    private static boolean tells(Telemetry record, long impact) {
        ImuBurst burst = record.imuBurst();
        VehicleState vehicle = record.vehicle();
        boolean felt =
                burst != null
                        && burst.start() <= impact
                        && burst.timeOf(burst.x().length) >= impact;
        boolean flagged =
                vehicle != null
                        && (Boolean.TRUE.equals(vehicle.airbagDeployed())
                                || Boolean.TRUE.equals(vehicle.fuelCutOff())
                                || vehicle.rollover() == Rollover.DETECTED);
        return felt
                || flagged
                || Boolean.TRUE.equals(record.crashReported())
                || record.driverResponse() == DriverResponse.NEEDS_HELP;
    }
}
