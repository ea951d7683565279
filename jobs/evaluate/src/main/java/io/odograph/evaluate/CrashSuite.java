// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Device;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.Crash;
import io.odograph.simulator.scenario.Crashes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The crashes to be found: every kind on every device, drawn anew each time. A case is the same at
 * every scale: a smaller suite has fewer of them.
 */
final class CrashSuite {

    private static final List<Double> RATES = List.of(100.0, 50.0, 25.0, 10.0);
    private static final List<Double> RANGES = List.of(2.0, 4.0, 8.0, 16.0, 50.0);

    /** Of a good sensor and of a poor or rattling one, m/s2. */
    private static final List<Double> NOISES = List.of(0.15, 1.0);

    /** Of satellite speed: measured 1.4 s and 0.64 m/s between phones and the vehicle bus. */
    private static final double LAG = 1.4;

    private static final double SPEED_NOISE = 0.64;

    private static final int REPEATED = 3;
    private static final int FLAGGED = 400;
    private static final int SPEED_ALONE = 100;

    private CrashSuite() {}

    /**
     * All cases.
     *
     * @param seed of all randomness
     * @param scale share of them, above 0
     */
    static List<CrashCase> of(long seed, double scale) {
        Rng root = new Rng(seed).fork("crashes");
        List<CrashCase> cases = new ArrayList<>();
        recorded().forEach((name, draw) -> add(cases, root, scale, name, draw, accelerometers()));
        add(cases, root, scale, "flags-only", Crashes::flagged, times(FLAGGED, Sensing.flags()));
        speedAlone().forEach((name, draw) -> add(cases, root, scale, name, draw, speeds()));
        return cases;
    }

    private static Map<String, Function<Rng, Crash>> recorded() {
        Map<String, Function<Rng, Crash>> kinds = new LinkedHashMap<>();
        kinds.put("frontal", Crashes::frontal);
        kinds.put("frontal-after-braking", Crashes::frontalAfterBraking);
        kinds.put("oblique", Crashes::oblique);
        kinds.put("rear-end", Crashes::rearEnd);
        kinds.put("rear-end-standing", Crashes::rearEndStanding);
        kinds.put("side-left", Crashes::sideLeft);
        kinds.put("side-right", Crashes::sideRight);
        kinds.put("rollover", Crashes::rollover);
        kinds.put("parked", Crashes::parked);
        kinds.put("multiple", Crashes::multiple);
        kinds.put("silent", Crashes::silent);
        kinds.put("help-asked", Crashes::helpAsked);
        return kinds;
    }

    private static Map<String, Function<Rng, Crash>> speedAlone() {
        Map<String, Function<Rng, Crash>> kinds = new LinkedHashMap<>();
        kinds.put("speed-only-frontal", Crashes::frontal);
        kinds.put("speed-only-oblique", Crashes::oblique);
        kinds.put("speed-only-severe", Crashes::speedOnly);
        return kinds;
    }

    private static List<Sensing> accelerometers() {
        List<Sensing> all = new ArrayList<>();
        for (int i = 0; i < REPEATED; i++) {
            for (Device device : Device.values()) {
                for (double rate : RATES) {
                    for (double range : RANGES) {
                        for (double noise : NOISES) {
                            all.add(Sensing.imu(device, rate, range, noise));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<Sensing> speeds() {
        List<Sensing> all = times(SPEED_ALONE, Sensing.wheelSpeed());
        all.addAll(times(SPEED_ALONE, Sensing.satelliteSpeed(0, SPEED_NOISE)));
        all.addAll(times(SPEED_ALONE, Sensing.satelliteSpeed(LAG, SPEED_NOISE)));
        return all;
    }

    private static List<Sensing> times(int count, Sensing sensing) {
        List<Sensing> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(sensing);
        }
        return all;
    }

    /** Devices are shuffled, so that a part of them is a fair part. */
    private static void add(
            List<CrashCase> cases,
            Rng root,
            double scale,
            String name,
            Function<Rng, Crash> draw,
            List<Sensing> devices) {
        Rng rng = root.fork(name);
        Rng order = rng.fork("order");
        List<Sensing> shuffled = new ArrayList<>(devices);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, order.below(i + 1));
        }
        int count = (int) Math.max(1, Math.round(shuffled.size() * scale));
        for (int i = 0; i < count; i++) {
            Sensing sensing = shuffled.get(i % shuffled.size());
            cases.add(new CrashCase(name, i, draw, sensing, rng.fork(i)));
        }
    }
}
