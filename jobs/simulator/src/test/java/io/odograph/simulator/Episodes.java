// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.Mounting;
import io.odograph.simulator.sensor.SensorModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Episodes of two minutes with something in the middle, and what tests ask of them. */
final class Episodes {

    static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    static final double AT = 60.123;

    private Episodes() {}

    static Episode of(Scenario scenario, SensorModel sensors, long seed) {
        return of(scenario, DeviceKind.EMBEDDED, sensors, seed);
    }

    static Episode of(Scenario scenario, DeviceKind kind, SensorModel sensors, long seed) {
        return Episode.of(plan(scenario, kind, sensors, seed), new Rng(seed), START, 120);
    }

    static VehiclePlan plan(Scenario scenario, DeviceKind kind, SensorModel sensors, long seed) {
        Mounting mounting = Mounting.fixed(Rotation.NONE);
        VehiclePlan plan = new VehiclePlan(1, kind, true, sensors, mounting);
        plan.add(scenario, AT, new Rng(seed).fork("staging"));
        return plan;
    }

    static double time(TelemetryRecord report) {
        return (report.getEventTime().toEpochMilli() - START.toEpochMilli()) / 1000.0;
    }

    static List<TelemetryRecord> between(Episode episode, double from, double to) {
        List<TelemetryRecord> found = new ArrayList<>();
        for (TelemetryRecord report : episode.reports()) {
            if (time(report) >= from && time(report) < to) {
                found.add(report);
            }
        }
        return found;
    }

    /** Speed in a report, km/h; NaN without one. */
    static double speed(TelemetryRecord report) {
        return report.getMotion() == null || report.getMotion().getSpeed() == null
                ? Double.NaN
                : report.getMotion().getSpeed();
    }

    static List<ImuBurst> bursts(Episode episode) {
        List<ImuBurst> bursts = new ArrayList<>();
        for (TelemetryRecord report : episode.reports()) {
            if (report.getImuBurst() != null) {
                bursts.add(report.getImuBurst());
            }
        }
        return bursts;
    }

    /**
     * Horizontal change of velocity in a recording between two times after a contact, km/h, forward
     * and left.
     */
    static double[] deltaV(ImuBurst burst, double contact, double from, double to) {
        double start = (burst.getStart().toEpochMilli() - START.toEpochMilli()) / 1000.0;
        double rate = burst.getRate();
        double[] v = new double[2];
        for (int i = 0; i < burst.getX().size(); i++) {
            double t = start + i / rate - contact;
            if (t >= from && t <= to) {
                v[0] += Units.toKmh(burst.getX().get(i) / rate);
                v[1] += Units.toKmh(burst.getY().get(i) / rate);
            }
        }
        return v;
    }
}
