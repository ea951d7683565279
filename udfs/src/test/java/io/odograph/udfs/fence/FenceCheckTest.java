// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FenceCheckTest {

    private static final FenceSchedule.Period WORK = new FenceSchedule.Period(31, 360, 1080);

    @Test
    void whatIsWithinItsBoundsIsAccepted() {
        assertThat(problems(terms(0, null, 0, null, 0, 1, FenceThresholds.NONE))).isEmpty();
        FenceSchedule widest =
                new FenceSchedule(
                        Collections.nCopies(20, new FenceSchedule.Period(255, 1439, 2879)),
                        "Europe/Berlin",
                        Collections.nCopies(400, 20_000));
        assertThat(
                        problems(
                                terms(
                                        Long.MAX_VALUE,
                                        "x".repeat(200),
                                        9,
                                        widest,
                                        Long.MIN_VALUE,
                                        Long.MAX_VALUE,
                                        new FenceThresholds(
                                                10, 500, 86_400, 86_400, 604_800, 604_800))))
                .isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("version is below 0", terms(-1, null, 0, null, 0, 1, FenceThresholds.NONE)),
                wrong("name is not 1..200", named("")),
                wrong("name is not 1..200", named("x".repeat(201))),
                wrong("name is not 1..200", named("a\nb")),
                wrong("priority is not 0..9", priority(-1)),
                wrong("priority is not 0..9", priority(10)),
                wrong(
                        "effective_to is not after effective_from",
                        terms(1, null, 0, null, 5, 5, FenceThresholds.NONE)),
                wrong("has not 1..20 periods", scheduled(List.of(), "UTC", 0)),
                wrong("has not 1..20 periods", scheduled(Collections.nCopies(21, WORK), "UTC", 0)),
                wrong("time_zone is no name", scheduled(List.of(WORK), "Mars/Olympus", 0)),
                wrong("more than 400 holidays", scheduled(List.of(WORK), "UTC", 401)),
                wrong("days are not 1..255", period(0, 0, 1)),
                wrong("days are not 1..255", period(256, 0, 1)),
                wrong("from_minute is not 0..1439", period(1, -1, 1)),
                wrong("from_minute is not 0..1439", period(1, 1440, 1441)),
                wrong("to_minute is not after", period(1, 60, 60)),
                wrong("to_minute is not after", period(1, 60, 1501)),
                wrong("to_minute is not after", period(1, 60, Integer.MIN_VALUE)),
                wrong("confirmations are not", thresholds(0, 0, 0, 0, 0, 0)),
                wrong("confirmations are not", thresholds(1.5, 0, 0, 0, 0, 0)),
                wrong("confirmations are not", thresholds(11, 0, 0, 0, 0, 0)),
                wrong("hysteresis is not 0..500", thresholds(1, 501, 0, 0, 0, 0)),
                wrong("hysteresis is not 0..500", thresholds(1, -1, 0, 0, 0, 0)),
                wrong("min_inside is not 0..86400", thresholds(1, 0, 86_401, 0, 0, 0)),
                wrong("min_outside is not 0..86400", thresholds(1, 0, 0, 86_401, 0, 0)),
                wrong("dwell is not 0..604800", thresholds(1, 0, 0, 0, 604_801, 0)),
                wrong(
                        "update_every is not 0..604800",
                        thresholds(1, 0, 0, 0, 0, Double.POSITIVE_INFINITY)));
    }

    private static Arguments wrong(String problem, FenceTerms terms) {
        return Arguments.of(problem, terms);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNotIsTold(String problem, FenceTerms terms) {
        assertThat(problems(terms)).hasSize(1).first().asString().contains(problem);
    }

    @Test
    void aSpeedZoneAndNoOtherHasALimit() {
        assertThat(limited(FenceKind.SPEED_ZONE, new FenceLimit(30, false))).isEmpty();
        assertThat(limited(FenceKind.SPEED_ZONE, new FenceLimit(124, true))).isEmpty();
        assertThat(limited(FenceKind.KEEP_IN, null)).isEmpty();
        assertThat(limited(FenceKind.SPEED_ZONE, null))
                .containsExactly("speed_limit is missing, but kind is SPEED_ZONE");
        assertThat(limited(FenceKind.ZONE, new FenceLimit(30, false)))
                .containsExactly("speed_limit is given, but kind is not SPEED_ZONE");
        for (float value : new float[] {0, -1, 125, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThat(limited(FenceKind.SPEED_ZONE, new FenceLimit(value, true)))
                    .containsExactly("speed_limit is not above 0 and at most 200 km/h");
        }
    }

    @Test
    void aScopeIsBounded() {
        FenceScope scope =
                new FenceScope(
                        null,
                        Collections.nCopies(1001, "fleet"),
                        List.of(),
                        Collections.nCopies(1001, "vehicle"));

        assertThat(FenceCheck.problems(named("x"), scope, null))
                .containsExactly(
                        "there are more than 1000 fleet_ids",
                        "there are more than 1000 vehicle_ids");
    }

    private static List<String> problems(FenceTerms terms) {
        return FenceCheck.problems(terms, FenceScope.ALL, null);
    }

    private static List<String> limited(FenceKind kind, @Nullable FenceLimit limit) {
        FenceTerms terms = new FenceTerms("f", 1, null, kind, 0, null, 0, 1, FenceThresholds.NONE);
        return FenceCheck.problems(terms, FenceScope.ALL, limit);
    }

    private static FenceTerms named(String name) {
        return terms(1, name, 0, null, 0, 1, FenceThresholds.NONE);
    }

    private static FenceTerms priority(int priority) {
        return terms(1, null, priority, null, 0, 1, FenceThresholds.NONE);
    }

    private static FenceTerms scheduled(
            List<FenceSchedule.Period> periods, String zone, int holidays) {
        FenceSchedule schedule =
                new FenceSchedule(periods, zone, Collections.nCopies(holidays, 20_000));
        return terms(1, null, 0, schedule, 0, 1, FenceThresholds.NONE);
    }

    private static FenceTerms period(int days, int from, int to) {
        return scheduled(List.of(new FenceSchedule.Period(days, from, to)), "UTC", 0);
    }

    private static FenceTerms thresholds(
            double confirmations,
            double hysteresis,
            double minInside,
            double minOutside,
            double dwell,
            double updateEvery) {
        return terms(
                1,
                null,
                0,
                null,
                0,
                1,
                new FenceThresholds(
                        confirmations, hysteresis, minInside, minOutside, dwell, updateEvery));
    }

    private static FenceTerms terms(
            long version,
            @Nullable String name,
            int priority,
            @Nullable FenceSchedule schedule,
            long from,
            long to,
            FenceThresholds thresholds) {
        return new FenceTerms(
                "f", version, name, FenceKind.KEEP_IN, priority, schedule, from, to, thresholds);
    }
}
