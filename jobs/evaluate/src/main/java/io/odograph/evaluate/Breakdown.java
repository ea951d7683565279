// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Crashes in groups by one property.
 *
 * @param property what they are grouped by, as tables name it
 * @param groups the groups
 */
record Breakdown(String property, List<CrashGroup> groups) {

    /** The least change of velocity of which floors speak, km/h: the lower airbag threshold. */
    static final double MODERATE = 16;

    /** All breakdowns of a result. */
    static List<Breakdown> of(List<CrashOutcome> all) {
        List<CrashOutcome> felt = with(all, Evidence.IMU);
        List<CrashOutcome> speed = with(all, Evidence.SPEED);
        List<CrashOutcome> strong =
                felt.stream().filter(o -> o.truth().deltaV() >= MODERATE).toList();
        List<Breakdown> breakdowns = new ArrayList<>();
        breakdowns.add(new Breakdown("evidence", CrashGroup.by(all, Breakdown::evidence)));
        breakdowns.add(
                new Breakdown(
                        "true change of velocity, accelerometer",
                        ordered(felt, o -> o.truth().deltaV(), Breakdown::band)));
        breakdowns.add(by("sampling rate", strong, o -> o.sensing().rate(), "%.0f Hz"));
        breakdowns.add(by("sensor range", strong, o -> o.sensing().range(), "+-%.0f g"));
        breakdowns.add(
                new Breakdown(
                        "axes and mounting" + FROM,
                        CrashGroup.by(
                                strong.stream()
                                        .sorted(Comparator.comparing(o -> o.sensing().device()))
                                        .toList(),
                                o -> o.sensing().device().label())));
        breakdowns.add(
                by("sensor noise", strong, o -> o.sensing().model().imu().noise(), "%.2f m/s2"));
        List<CrashOutcome> vehicle = strong.stream().filter(Breakdown::inVehicleAxes).toList();
        List<CrashOutcome> device =
                strong.stream().filter(Predicate.not(Breakdown::inVehicleAxes)).toList();
        breakdowns.add(
                by("sensor range, vehicle axes", vehicle, o -> o.sensing().range(), "+-%.0f g"));
        breakdowns.add(context("speed before, vehicle axes", vehicle));
        breakdowns.add(context("speed before, device axes", device));
        breakdowns.add(new Breakdown("speed alone" + FROM, speeds(speed)));
        return breakdowns;
    }

    private static final String FROM = ", from 16 km/h";

    private static boolean inVehicleAxes(CrashOutcome outcome) {
        return outcome.sensing().model().imu().vehicleFrame();
    }

    private static List<CrashGroup> speeds(List<CrashOutcome> speed) {
        List<CrashOutcome> strong =
                speed.stream().filter(o -> o.truth().deltaV() >= MODERATE).toList();
        List<CrashOutcome> beyond = strong.stream().filter(CrashOutcome::beyondBraking).toList();
        List<CrashGroup> groups = new ArrayList<>();
        groups.add(CrashGroup.of("all", strong));
        groups.add(CrashGroup.of("beyond braking", beyond));
        groups.addAll(CrashGroup.by(beyond, o -> "beyond braking, " + o.sensing().speedSource()));
        groups.add(
                CrashGroup.of(
                        "not beyond braking",
                        strong.stream()
                                .filter(Predicate.not(CrashOutcome::beyondBraking))
                                .toList()));
        return groups;
    }

    private static List<CrashOutcome> with(List<CrashOutcome> all, Evidence evidence) {
        return all.stream().filter(o -> o.sensing().evidence() == evidence).toList();
    }

    private static String evidence(CrashOutcome outcome) {
        return outcome.sensing().evidence().label();
    }

    private static String band(CrashOutcome outcome) {
        double deltaV = outcome.truth().deltaV();
        if (deltaV < MODERATE) {
            return "below 16 km/h";
        } else if (deltaV < 25) {
            return "16 to 25 km/h";
        }
        return deltaV <= 40 ? "25 to 40 km/h" : "above 40 km/h";
    }

    private static Breakdown context(String property, List<CrashOutcome> all) {
        return new Breakdown(
                property + FROM, ordered(all, o -> o.truth().speedBefore(), Breakdown::context));
    }

    private static String context(CrashOutcome outcome) {
        return outcome.truth().speedBefore() < 24 ? "below 24 km/h" : "24 km/h and up";
    }

    private static Breakdown by(
            String property,
            List<CrashOutcome> all,
            ToDoubleFunction<CrashOutcome> number,
            String format) {
        return new Breakdown(
                property + FROM,
                ordered(
                        all,
                        number,
                        o -> String.format(Locale.ROOT, format, number.applyAsDouble(o))));
    }

    private static List<CrashGroup> ordered(
            List<CrashOutcome> all,
            ToDoubleFunction<CrashOutcome> number,
            Function<CrashOutcome, String> name) {
        List<CrashOutcome> sorted =
                all.stream().sorted(Comparator.comparingDouble(number)).toList();
        return CrashGroup.by(sorted, name);
    }
}
