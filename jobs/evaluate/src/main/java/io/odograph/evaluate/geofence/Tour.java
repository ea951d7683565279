// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.DrivingStyle;
import io.odograph.simulator.road.RoadDrive;
import io.odograph.simulator.road.RoadPoint;
import io.odograph.simulator.road.RoadRoute;
import io.odograph.simulator.road.RoadRouter;
import io.odograph.simulator.road.TrueLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A vehicle's true motion over several drives, standing before, between and after them.
 *
 * @param drives in their order; each begins where the one before ends
 * @param departures when they begin, s
 * @param duration until the end of the last stand, s
 * @param ignitionKnown whether the vehicle reports its ignition, which is off in long stands
 */
record Tour(List<RoadDrive> drives, double[] departures, double duration, boolean ignitionKnown) {

    private static final double SHORTEST = 2_000;
    private static final double LONGEST = 25_000;

    /** A part of the way between two stands is at least so long, m. */
    private static final double SHORTEST_PART = 300;

    private static final int MOST_STANDS = 4;
    private static final double SHORTEST_STAND = 60;
    private static final double LONGEST_STAND = 1_500;

    /** Who stands longer turns the ignition off, s. */
    private static final double WAITS = 180;

    /** Draws one over roads. */
    static Tour draw(RoadRouter router, TrueLimits limits, long departure, Rng rng) {
        RoadRoute route = router.between(rng.fork("route"), SHORTEST, LONGEST);
        DrivingStyle style = DrivingStyle.lawful(rng.fork("style"));
        List<RoadDrive> drives = new ArrayList<>();
        List<Double> departures = new ArrayList<>();
        double time = stand(rng);
        for (RoadRoute part : parts(route, rng)) {
            RoadDrive drive =
                    RoadDrive.of(
                            part,
                            style,
                            List.of(),
                            limits,
                            departure + Math.round(time * 1_000),
                            rng.fork(drives.size()));
            drives.add(drive);
            departures.add(time);
            time += drive.duration() + stand(rng);
        }
        return new Tour(
                List.copyOf(drives),
                departures.stream().mapToDouble(Double::doubleValue).toArray(),
                time,
                rng.chance(0.5));
    }

    /** Half of the stands are below five minutes. */
    private static double stand(Rng rng) {
        double ratio = Math.log(LONGEST_STAND / SHORTEST_STAND);
        return SHORTEST_STAND * StrictMath.exp(rng.uniform() * ratio);
    }

    private static List<RoadRoute> parts(RoadRoute route, Rng rng) {
        int stands = rng.below(MOST_STANDS);
        int[] cuts = new int[stands + 1];
        for (int i = 0; i < stands; i++) {
            cuts[i] = route.indexAt(rng.uniform() * route.length());
        }
        cuts[stands] = route.size();
        Arrays.sort(cuts);
        List<RoadRoute> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < cuts.length; i++) {
            boolean last = i == cuts.length - 1;
            double behind = route.length() - route.start(cuts[i]);
            boolean isLong = route.start(cuts[i]) - route.start(from) >= SHORTEST_PART;
            if (last || (isLong && behind >= SHORTEST_PART)) {
                int[] keys = Arrays.copyOfRange(route.keys(), from, cuts[i]);
                parts.add(RoadRoute.of(route.network(), keys));
                from = cuts[i];
            }
        }
        return parts;
    }

    /** Where the vehicle is, s from the beginning. */
    RoadPoint at(double time) {
        int drive = driveAt(time);
        return drives.get(drive).at(time - departures[drive]);
    }

    private int driveAt(double time) {
        int drive = 0;
        while (drive + 1 < departures.length && time >= departures[drive + 1]) {
            drive++;
        }
        return drive;
    }

    /** Whether the ignition is on. */
    boolean isIgnitionOn(double time) {
        int drive = driveAt(time);
        double arrived = departures[drive] + drives.get(drive).duration();
        boolean drives = time >= departures[drive] && time <= arrived;
        return drives || standAround(time) < WAITS;
    }

    /** How long the stand lasts that is at a time, s. */
    private double standAround(double time) {
        if (time < departures[0]) {
            return departures[0];
        }
        int drive = driveAt(time);
        double until = drive + 1 < departures.length ? departures[drive + 1] : duration;
        return until - departures[drive] - drives.get(drive).duration();
    }

    /** Where it stands: at the beginning and at the end of each drive. */
    List<RoadPoint> stands() {
        List<RoadPoint> stands = new ArrayList<>();
        stands.add(drives.get(0).at(0));
        drives.forEach(drive -> stands.add(drive.at(drive.duration())));
        return stands;
    }

    double kilometres() {
        return drives.stream().mapToDouble(drive -> drive.route().length()).sum() / 1_000;
    }
}
