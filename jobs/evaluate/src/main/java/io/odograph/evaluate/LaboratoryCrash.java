// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.SpeedSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The two cars of NHTSA test 7292, each with the accelerometers of its left and right sill as the
 * vehicle's, on sensors of several rates and ranges; the drive before and the slide after are made
 * up.
 *
 * @param name as tables name it
 * @param speed before the impact, km/h
 * @param forward channel along the vehicle
 * @param right channel across it, to the right
 */
record LaboratoryCrash(String name, double speed, Channel forward, Channel right) {

    private static final List<Double> RATES = List.of(100.0, 50.0, 25.0, 10.0);
    private static final List<Double> RANGES = List.of(16.0, 40.0);
    private static final double IMPACT = 60.4;
    private static final double BEFORE = 1;
    private static final double AFTER = 1;

    /** Deceleration of what slides with blocked wheels, m/s2. */
    private static final double SLIDING = 6;

    /** By how much of the truth the change of velocity in any 150 ms may be below it. */
    private static final double NEAR = 0.15;

    /** All that the folder has. */
    static List<LaboratoryCrash> in(Path folder) {
        List<LaboratoryCrash> all = new ArrayList<>();
        add(all, folder, "NHTSA 7292, striking car, left sill", 113.4, 145);
        add(all, folder, "NHTSA 7292, striking car, right sill", 113.4, 147);
        add(all, folder, "NHTSA 7292, struck car, left sill", 0, 271);
        add(all, folder, "NHTSA 7292, struck car, right sill", 0, 273);
        return all;
    }

    private static void add(
            List<LaboratoryCrash> all, Path folder, String name, double speed, int channel) {
        Path forward = folder.resolve(String.format(Locale.ROOT, "v07292.%d.gz", channel));
        Path right = folder.resolve(String.format(Locale.ROOT, "v07292.%d.gz", channel + 1));
        if (Files.exists(forward) && Files.exists(right)) {
            all.add(
                    new LaboratoryCrash(
                            name,
                            speed,
                            Recordings.channel(Recordings.lines(forward)),
                            Recordings.channel(Recordings.lines(right))));
        }
    }

    /** Shows it on every sensor. */
    RecordedRow run() {
        double truth = deltaV();
        int found = 0;
        int shown = 0;
        List<Double> measured = new ArrayList<>();
        List<String> off = new ArrayList<>();
        for (double rate : RATES) {
            for (double range : RANGES) {
                shown++;
                List<Incident> incidents = Judge.incidents(drive(rate, range).records());
                boolean alone = incidents.size() == 1 && incidents.get(0).wasAlarm();
                found += alone ? 1 : 0;
                String sensor =
                        String.format(Locale.ROOT, "%s, %.0f Hz, %.0f g", name, rate, range);
                if (!alone) {
                    off.add(sensor + ": " + incidents.size() + " incidents, or not confirmed");
                } else if (!incidents.get(0).facts().saturated()) {
                    double deltaV = incidents.get(0).facts().deltaV();
                    measured.add(deltaV);
                    if (Math.abs(deltaV / truth - 1) > NEAR) {
                        off.add(String.format(Locale.ROOT, "%s: %.1f km/h", sensor, deltaV));
                    }
                }
            }
        }
        double[] sorted = measured.stream().mapToDouble(v -> v).sorted().toArray();
        String span =
                sorted.length == 0
                        ? "all clipped"
                        : String.format(
                                Locale.ROOT,
                                "dV %.1f-%.1f (%d unclipped)",
                                sorted[0],
                                sorted[sorted.length - 1],
                                sorted.length);
        return new RecordedRow(
                name,
                shown + " sensors",
                String.format(Locale.ROOT, "confirmed, dV %.1f km/h +-%.0f %%", truth, 100 * NEAR),
                found + " confirmed, " + span,
                off.isEmpty(),
                off);
    }

    /** Largest horizontal change of velocity from the impact on, km/h. */
    double deltaV() {
        double[] x = forward.velocity();
        double[] y = right.velocity();
        double largest = 0;
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            largest = Math.max(largest, Math.hypot(x[i], y[i]));
        }
        return largest;
    }

    private Drive drive(double rate, double range) {
        Drive drive = new Drive(DeviceKind.EMBEDDED, SpeedSource.WHEEL);
        int count = (int) Math.round((BEFORE + AFTER) * rate);
        double full = range * Channel.G;
        float[] x = forward.sampled(-BEFORE, rate, count, full);
        float[] y = right.sampled(-BEFORE, rate, count, full);
        for (int i = 0; i < count; i++) {
            y[i] = -y[i];
        }
        drive.feel(
                new ImuBurst(
                        Drive.START + Math.round((IMPACT - BEFORE) * 1000),
                        (float) rate,
                        (float) full,
                        AxesFrame.VEHICLE,
                        false,
                        x,
                        y,
                        new float[count]));
        double[] velocity = forward.velocity();
        double after = Math.abs(speed + velocity[velocity.length - 1]);
        for (int second = 0; second < 185; second++) {
            double since = second - IMPACT;
            drive.report(second, since < 0 ? speed : Math.max(0, after - SLIDING * 3.6 * since));
        }
        return drive;
    }
}
