// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle that is parked for ten hours near the line of a fence while its receiver drifts.
 *
 * @param fence the fence
 * @param place where it stands
 * @param offset how far inside that is, m; negative outside
 * @param settled event time, ms, of the first report a minute after one that shows that it stands:
 *     by its speed, or if it tells none as the second in a row at the same place; reports at which
 *     a reflection has it elsewhere do not count
 * @param records what it reports: its arrival, then the night
 */
record Night(DrawnFence fence, Spot place, double offset, long settled, List<Telemetry> records) {

    private static final double LATITUDE = 49.41;
    private static final double LONGITUDE = 8.69;

    private static final double HOURS = 10;
    private static final double MOST_OFFSET = 50;
    private static final double EXACTLY_AT = 0.1;

    private static final double NARROWEST = 30;
    private static final double WIDEST = 5_000;

    /** How it comes: so many seconds at so many m/s, reported every so many s. */
    private static final double ARRIVES = 60;

    private static final double ARRIVAL_SPEED = 10;
    private static final double ARRIVAL_INTERVAL = 10;

    private static final long SETTLES = 60_000;

    /** Two positions so near to each other are of the same place, m. */
    private static final double TOGETHER = 20;

    private static final double SHORTEST_INTERVAL = 30;
    private static final double LONGEST_INTERVAL = 300;

    /** Thresholds by default, each visit told once. */
    private static final FenceThresholds ONCE =
            new FenceThresholds(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    /** Draws a night. */
    static Night draw(Rng rng) {
        Spot place = new Spot(LATITUDE, LONGITUDE);
        double offset = rng.chance(EXACTLY_AT) ? 0 : rng.uniform(-MOST_OFFSET, MOST_OFFSET);
        double size = NARROWEST * StrictMath.pow(WIDEST / NARROWEST, rng.uniform());
        // No place is deeper inside than the middle.
        double inside = Math.min(offset, size / 2);
        FenceKind[] kinds = {FenceKind.ZONE, FenceKind.KEEP_OUT, FenceKind.KEEP_IN};
        DrawnFence fence = fence(kinds[rng.below(kinds.length)], place, inside, size, rng);
        List<Telemetry> records = new ArrayList<>();
        NightDevice device = NightDevice.draw(place, rng.fork("device"));
        double heading = rng.uniform(0, 2 * Math.PI);
        double interval = rng.uniform(SHORTEST_INTERVAL, LONGEST_INTERVAL);
        for (double time = 0; time < ARRIVES; time += ARRIVAL_INTERVAL) {
            Spot at = place.towards(heading, (ARRIVES - time) * ARRIVAL_SPEED);
            records.add(device.driving(time, at, (float) (ARRIVAL_SPEED * 3.6)));
        }
        List<Boolean> clear = new ArrayList<>();
        int arrived = records.size();
        for (double time = ARRIVES; time < ARRIVES + HOURS * 3_600; time += interval) {
            Telemetry record = device.parked(time);
            records.add(record);
            clear.add(!device.isOff(time));
        }
        return new Night(
                fence,
                place,
                inside,
                settled(records.subList(arrived, records.size()), clear),
                List.copyOf(records));
    }

    /** The first report a minute after the one that shows that the vehicle stands. */
    private static long settled(List<Telemetry> reports, List<Boolean> clear) {
        long shown = Long.MAX_VALUE;
        for (int i = 0; i < reports.size(); i++) {
            Telemetry record = reports.get(i);
            if (clear.get(i)) {
                if (record.eventTime() - shown >= SETTLES && shown != Long.MAX_VALUE) {
                    return record.eventTime();
                }
                boolean again = i > 0 && clear.get(i - 1) && isTogether(reports.get(i - 1), record);
                boolean shows = !Float.isNaN(record.speed()) || again;
                shown = shows ? Math.min(shown, record.eventTime()) : shown;
            }
        }
        return Long.MAX_VALUE;
    }

    private static boolean isTogether(Telemetry before, Telemetry record) {
        Position one = before.position();
        Position other = record.position();
        return Distance.metres(one.latitude(), one.longitude(), other.latitude(), other.longitude())
                <= TOGETHER;
    }

    private static DrawnFence fence(
            FenceKind kind, Spot place, double inside, double size, Rng rng) {
        double half = size / 2;
        double direction = rng.uniform(0, 2 * Math.PI);
        Spot centre = place.towards(direction, half - inside);
        return switch (rng.below(3)) {
            case 0 ->
                    DrawnFence.of(
                            "fence",
                            kind,
                            new FenceShape(
                                    FenceShape.Kind.CIRCLE,
                                    List.of(Spot.line(List.of(centre))),
                                    half),
                            size);
            case 1 -> {
                double across = direction + Math.PI / 2;
                List<Spot> line =
                        List.of(
                                centre.towards(across, -2 * half - 200),
                                centre.towards(across, 2 * half + 200));
                yield DrawnFence.of(
                        "fence",
                        kind,
                        new FenceShape(FenceShape.Kind.CORRIDOR, List.of(Spot.line(line)), half),
                        size);
            }
            default -> {
                List<Spot> ring = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    double corner = direction + Math.PI / 4 + i * Math.PI / 2;
                    ring.add(centre.towards(corner, half * Math.sqrt(2)));
                }
                yield DrawnFence.of(
                        "fence",
                        kind,
                        new FenceShape(FenceShape.Kind.POLYGON, List.of(Spot.line(ring)), 0),
                        size);
            }
        };
    }

    /** What is told of it. */
    NightScore judge() {
        Watcher watcher = new Watcher(List.of(fence.fence(ONCE)));
        int told = 0;
        int flaps = 0;
        List<String> examples = new ArrayList<>();
        for (Telemetry record : records) {
            double time = Reports.seconds(record.eventTime());
            List<BreachEdge> edges = watcher.see(record);
            told += edges.size();
            if (record.eventTime() > settled && !edges.isEmpty()) {
                flaps += edges.size();
                examples.add(
                        edges.get(0).kind() + " after " + time + " s, " + offset + " m inside");
            }
        }
        return new NightScore(1, records.size(), told, flaps, flaps > 0 ? 1 : 0, examples);
    }
}
