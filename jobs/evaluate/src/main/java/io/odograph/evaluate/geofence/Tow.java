// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle that stands for an hour within a fence and then leaves it: on a tow truck or a ferry
 * with the ignition off, or driving.
 *
 * @param fence where it stands
 * @param towed whether the ignition is off
 * @param records what it reports
 */
record Tow(DrawnFence fence, boolean towed, List<Telemetry> records) {

    private static final double LATITUDE = 49.41;
    private static final double LONGITUDE = 8.69;
    private static final double STANDS = 3_600;
    private static final double LEAVES = 600;
    private static final double NARROWEST = 60;
    private static final double WIDEST = 1_000;

    /** A ferry to a truck, m/s. */
    private static final double SLOWEST = 4;

    private static final double FASTEST = 14;

    private static final double LEAST_NOISE = 2;
    private static final double MOST_NOISE = 10;
    private static final double NIGHT_INTERVAL = 60;
    private static final double[] INTERVALS = {1, 5, 15, 30};

    private static final FenceThresholds ONCE =
            new FenceThresholds(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    /** Draws one. */
    static Tow draw(Rng rng) {
        Spot place = new Spot(LATITUDE, LONGITUDE);
        double size = NARROWEST * StrictMath.pow(WIDEST / NARROWEST, rng.uniform());
        FenceKind[] kinds = {FenceKind.ZONE, FenceKind.KEEP_OUT, FenceKind.KEEP_IN};
        FenceShape shape =
                new FenceShape(
                        FenceShape.Kind.CIRCLE, List.of(Spot.line(List.of(place))), size / 2);
        DrawnFence fence = DrawnFence.of("fence", kinds[rng.below(kinds.length)], shape, size);
        boolean towed = rng.chance(0.7);
        double speed = rng.uniform(SLOWEST, FASTEST);
        double heading = rng.uniform(0, 2 * Math.PI);
        double noise = rng.uniform(LEAST_NOISE, MOST_NOISE);
        double interval = INTERVALS[rng.below(INTERVALS.length)];
        boolean silentSpeed = towed && rng.chance(0.5);
        List<Telemetry> records = new ArrayList<>();
        double time = 0;
        while (time < STANDS + LEAVES) {
            double gone = Math.max(0, time - STANDS) * speed;
            Spot at =
                    place.towards(heading, gone)
                            .moved(rng.gaussian() * noise, rng.gaussian() * noise);
            boolean on = gone > 0 && !towed;
            double shown = gone > 0 && !silentSpeed ? speed * 3.6 : 0;
            records.add(
                    Reports.record(
                            time,
                            at,
                            (float) shown,
                            (float) noise,
                            on ? LowVoltageSystemState.ON : LowVoltageSystemState.OFF));
            time += gone > 0 || time + NIGHT_INTERVAL > STANDS ? interval : NIGHT_INTERVAL;
        }
        return new Tow(fence, towed, List.copyOf(records));
    }

    /** What is told of it. */
    TowScore judge() {
        Watcher watcher = new Watcher(List.of(fence.fence(ONCE)));
        boolean told = false;
        boolean marked = false;
        BreachEdge.Kind left =
                fence.kind() == FenceKind.KEEP_IN ? BreachEdge.Kind.START : BreachEdge.Kind.END;
        for (Telemetry record : records) {
            for (BreachEdge edge : watcher.see(record)) {
                if (edge.kind() == left) {
                    told = true;
                    marked = edge.facts().withoutIgnition();
                }
            }
        }
        int isTold = told ? 1 : 0;
        int isMarked = marked ? 1 : 0;
        return towed
                ? new TowScore(1, isTold, isMarked, 0, 0, 0)
                : new TowScore(0, 0, 0, 1, isTold, isMarked);
    }
}
