// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws drives with speeding that nobody can doubt, and without any that one could.
 *
 * @param limits what may be driven
 * @param departure when the drives begin, ms since the epoch
 */
public record DrivePlans(TrueLimits limits, long departure) {

    /** So many stretches are tried for every one that is wanted. */
    private static final int ATTEMPTS = 10;

    /** Slower than this, a factor is within the tolerance, km/h. */
    private static final double SLOWEST_LIMIT = 29;

    /** Getting faster and slowing down again, s; what is in between is the episode. */
    private static final double RAMPS = 14;

    /** Excesses keep so far from each other and from both ends of the drive, m. */
    private static final double APART = 400;

    /**
     * A drive that is speeding a number of times.
     *
     * @param drive the true motion
     * @param truth its speeding, in the order of time
     */
    public record Planned(RoadDrive drive, List<Speeding> truth) {}

    /**
     * Draws a drive over a route.
     *
     * @param route the way
     * @param style how somebody drives
     * @param wanted how often to be too fast: fewer times where the route has not enough stretches
     * @param rng decides where, how much and everything else
     * @throws IllegalStateException if the drive is not clear even without
     */
    public Planned draw(RoadRoute route, DrivingStyle style, int wanted, Rng rng) {
        Bends bends = Bends.of(route);
        Rng drives = rng.fork("drive");
        Rng draws = rng.fork("excesses");
        List<Excess> excesses = new ArrayList<>();
        Planned planned = drive(route, bends, style, excesses, drives);
        if (planned == null) {
            throw new IllegalStateException("this driver is not clear on this route");
        }
        for (int i = 0; i < ATTEMPTS * wanted && excesses.size() < wanted; i++) {
            Excess excess = excess(route, draws);
            if (excess != null && isApart(excess, excesses)) {
                excesses.add(excess);
                Planned more = drive(route, bends, style, excesses, drives);
                if (more == null) {
                    excesses.remove(excess);
                } else {
                    planned = more;
                }
            }
        }
        return planned;
    }

    /** Null if something about the drive is borderline or an excess does not come to pass. */
    private @Nullable Planned drive(
            RoadRoute route, Bends bends, DrivingStyle style, List<Excess> excesses, Rng rng) {
        RoadDrive drive = RoadDrive.of(route, bends, style, excesses, limits, departure, rng);
        SpeedingTruth truth = SpeedingTruth.of(drive, limits, departure);
        List<Speeding> episodes = truth.episodes();
        boolean asPlanned = episodes.size() == excesses.size() && truth.isClear();
        return asPlanned ? new Planned(drive, episodes) : null;
    }

    private static boolean isApart(Excess excess, List<Excess> others) {
        for (Excess other : others) {
            if (excess.from() < other.to() + APART && excess.to() > other.from() - APART) {
                return false;
            }
        }
        return true;
    }

    /** From somewhere on, as long as the limit stays the same; null where that is too short. */
    private @Nullable Excess excess(RoadRoute route, Rng rng) {
        SpeedingBand[] bands = SpeedingBand.values();
        SpeedingBand band = bands[rng.below(bands.length)];
        double seconds = rng.uniform(18, 60) + RAMPS;
        double share = rng.uniform();
        double from = rng.uniform(APART, Math.max(APART, route.length() - APART));
        int index = route.indexAt(from);
        double limit = limits.kmh(route.key(index), departure);
        if (!(limit >= SLOWEST_LIMIT) || limit == Double.POSITIVE_INFINITY) {
            return null;
        }
        double plus = band.clearly(limit, share);
        double needed = (limit + plus) / 3.6 * seconds;
        double to = Math.min(from + needed, route.length() - APART);
        for (int i = index; i < route.size() && route.start(i) < to; i++) {
            if (limits.kmh(route.key(i), departure) != limit) {
                to = route.start(i);
            }
        }
        return to - from < (limit + plus) / 3.6 * (15 + RAMPS) ? null : Excess.over(from, to, plus);
    }
}
