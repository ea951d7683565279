// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.odograph.roads.osm.Tags;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.Schedule;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTagsTest {

    private final LimitTags limits = new LimitTags();

    @Test
    void eachDirectionHasItsOwnLimit() {
        StatedLimits stated =
                limits.read(1, Tags.of("maxspeed", "50", "maxspeed:backward", "30 mph"));

        assertThat(stated.forward().posted()).isEqualTo(Speed.kmh(50));
        assertThat(stated.backward().posted()).isEqualTo(Speed.mph(30));
    }

    @Test
    void aCodedMaxspeedIsAZoneAndNoSign() {
        StatedLimits stated = limits.read(1, Tags.of("maxspeed", "RO:urban"));

        assertThat(stated.forward().posted()).isNull();
        assertThat(stated.forward().zone()).isEqualTo(new SpeedZone("RO", "urban", null));
    }

    @Test
    void aSignInOneDirectionLeavesTheZoneToTheOther() {
        StatedLimits stated =
                limits.read(1, Tags.of("maxspeed:forward", "70", "zone:traffic", "DE:urban"));

        assertThat(stated.forward().posted()).isEqualTo(Speed.kmh(70));
        assertThat(stated.backward().posted()).isNull();
        assertThat(stated.backward().zone().name()).isEqualTo("urban");
    }

    @ParameterizedTest
    @CsvSource({
        "zone:maxspeed, DE:30",
        "zone:maxspeed, 30",
        "maxspeed:type, DE:zone30",
        "source:maxspeed, DE:zone:30"
    })
    void aZoneIsReadFromTheTagsThatStateOne(String key, String value) {
        assertThat(limits.read(1, Tags.of(key, value)).forward().zone().speed())
                .isEqualTo(Speed.kmh(30));
        assertThat(limits.malformed()).isEmpty();
    }

    @Test
    void whereASourceIsNoZoneNothingIsWrong() {
        StatedLimits stated =
                limits.read(1, Tags.of("source:maxspeed", "survey", "maxspeed:type", "sign"));

        assertThat(stated.forward().zone()).isNull();
        assertThat(limits.malformed()).isEmpty();
    }

    @Test
    void malformedValuesAreReportedOnceWithTheirWay() {
        limits.read(61736208, Tags.of("maxspeed", "90;30;90;30;90;30"));
        limits.read(7, Tags.of("maxspeed:hgv", "lots", "maxspeed:conditional", "30 at night"));

        assertThat(limits.malformed())
                .containsExactlyInAnyOrder(
                        new MalformedValue(61736208, "maxspeed", "90;30;90;30;90;30"),
                        new MalformedValue(7, "maxspeed:hgv", "lots"),
                        new MalformedValue(7, "maxspeed:conditional", "30 at night"));
    }

    @Test
    void groupsOfVehiclesHaveLimitsOfTheirOwn() {
        StatedLimits stated =
                limits.read(
                        1,
                        Tags.of(
                                "maxspeed", "100",
                                "maxspeed:hgv", "80",
                                "maxspeed:hgv:backward", "60",
                                "maxspeed:coach", "90",
                                "maxspeed:motorcycle:conditional", "60 @ (Sa,Su)"));

        assertThat(texts(stated.forward()))
                .containsExactly("80 [HEAVY_TRUCK]", "90 [BUS]", "60 [MOTORCYCLE] timed");
        assertThat(texts(stated.backward()))
                .containsExactly("60 [HEAVY_TRUCK]", "90 [BUS]", "60 [MOTORCYCLE] timed");
    }

    @Test
    void conditionalLimitsOfOneDirectionStayThere() {
        StatedLimits stated =
                limits.read(
                        1,
                        Tags.of(
                                "maxspeed:conditional", "30 @ (22:00-06:00)",
                                "maxspeed:forward:conditional", "20 @ (Mo-Fr 07:00-09:00)"));

        assertThat(texts(stated.forward())).containsExactly("30 [] timed", "20 [] timed");
        assertThat(texts(stated.backward())).containsExactly("30 [] timed");
        assertThat(limits.conditionals().understood()).isEqualTo(2);
        assertThat(limits.conditionalWays()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "60 @ (hgv)|60 [HEAVY_TRUCK]",
                "60 @ hgv|60 [HEAVY_TRUCK]",
                "60 @ (bus)|60 [BUS]",
                "60 @ (weight>3.5)|60 [BUS, HEAVY_TRUCK]",
                "60 @ (weight>=3.5)|60 [BUS, HEAVY_TRUCK]",
                "60 @ (maxweightrating>3.5 t)|60 [BUS, HEAVY_TRUCK]",
                "60 @ (hgv AND weight>3.5)|60 [HEAVY_TRUCK]",
                "60 @ (weight>3.5 AND hgv)|60 [HEAVY_TRUCK]",
                "60 @ (hgv AND Mo-Fr 06:00-20:00)|60 [HEAVY_TRUCK] timed",
                "30 mph @ (Mo-Fr 07:00-09:00)|30 mph [] timed",
                "none @ (20:00-06:00)|none [] timed",
                "80 @ (wet); 60 @ (hgv)|60 [HEAVY_TRUCK]"
            })
    void conditionsBecomeClassesAndTimes(String text, String expected) {
        assertThat(texts(limits.read(1, Tags.of("maxspeed:conditional", text)).forward()))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 @ (trailer)",
                "60 @ (weight<3.5)",
                "60 @ (weight>2.8)",
                "60 @ (weight>=12)",
                "60 @ (weight>7.5)",
                "60 @ (maxweightrating>3.6 t)",
                "60 @ (hgv AND weight>7.5)",
                "60 @ (weight>7.5 AND hgv)",
                "30 @ (Mo-Fr 07:00-17:00; PH off)",
                "30 @ (SH)",
                "80 @ (sunset-sunrise)",
                "30 @ (2000-0600)",
                "30 @ (2024 Nov 01-2025 Mar 01)",
                "60 @ (hgv AND bus)",
                "60 @ (length>12)"
            })
    void whatCannotBeEvaluatedIsCountedAndLeftOut(String text) {
        assertThat(limits.read(1, Tags.of("maxspeed:conditional", text)).forward().clauses())
                .isEmpty();
        assertThat(limits.conditionals().notUnderstood()).isOne();
        assertThat(limits.malformed()).isEmpty();
    }

    /** A heavy truck may weigh 5 t. */
    @Test
    void aWeightThatNotAllOfAClassHaveDoesNotHoldForTheClass() {
        Tags tags = Tags.of("maxspeed", "80", "maxspeed:hgv:conditional", "60 @ (weight>=12)");

        assertThat(limits.read(1, tags).forward().clauses()).isEmpty();
        assertThat(limits.conditionals().notUnderstood()).isOne();
        assertThat(limits.conditionals().understood()).isZero();
    }

    /** Left out, it would accuse those who are allowed more. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 @ (sunset-sunrise)|100 []",
                "none @ (20:00-06:00; PH off)|none []",
                "60 mph @ (dry)|60 mph []",
                "60 @ (sunset-sunrise)|",
                "80 @ (SH)|",
                "60 @ (weight>=12)|",
                "100 @ (weight>=12)|100 []",
                "100 @ (bus AND length>12)|"
            })
    void aHigherLimitUnderAConditionThatCannotBeEvaluatedIsGivenAlways(
            String text, String expected) {
        Tags tags = Tags.of("maxspeed", "80", "maxspeed:conditional", text);

        assertThat(String.join(",", texts(limits.read(1, tags).forward())))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(limits.conditionals().notUnderstood()).isOne();
    }

    @Test
    void whetherItIsHigherIsJudgedForEachDirection() {
        StatedLimits stated =
                limits.read(
                        1,
                        Tags.of(
                                "maxspeed:forward", "50",
                                "maxspeed:backward", "100",
                                "maxspeed:conditional", "80 @ (sunset-sunrise)"));

        assertThat(texts(stated.forward())).containsExactly("80 []");
        assertThat(texts(stated.backward())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80 @ wet", "80 @ (snow)", "80 @ (20:00-06:00 AND wet)"})
    void theWeatherIsCountedAndLeftOut(String text) {
        assertThat(limits.read(1, Tags.of("maxspeed:conditional", text)).forward().clauses())
                .isEmpty();
        assertThat(limits.conditionals().wet()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22:00-06:00|2026-03-04T23:00|true",
                "22:00-06:00|2026-03-04T05:59|true",
                "22:00-06:00|2026-03-04T06:00|false",
                "22:00-24:00, 0:00-06:00|2026-03-04T23:30|true",
                "22:00-24:00, 0:00-06:00|2026-03-04T03:30|true",
                "Mo-Fr 07:00-09:00,14:00-16:00|2026-03-06T15:00|true",
                "Mo-Fr 07:00-09:00,14:00-16:00|2026-03-07T15:00|false",
                "Sa-Mo 08:00-10:00|2026-03-09T09:00|true",
                "Sa-Mo 08:00-10:00|2026-03-10T09:00|false",
                "Fr 22:00-06:00|2026-03-07T05:00|true",
                "Fr 22:00-06:00|2026-03-06T05:00|false",
                "Nov 01 - Apr 8|2026-04-08T12:00|true",
                "Nov 01 - Apr 8|2026-04-09T12:00|false",
                "Nov-Mar|2026-03-31T12:00|true",
                "Feb|2028-02-29T12:00|true",
                "May|2026-06-01T12:00|false",
                "Apr 01-Oct 15 Sa,Su 10:00-18:00|2026-05-03T12:00|true",
                "Apr 01-Oct 15 Sa,Su 10:00-18:00|2026-05-04T12:00|false",
                "24/7|2026-05-04T12:00|true"
            })
    void aScheduleHoldsWhenItsTextSays(String text, LocalDateTime time, boolean holds) {
        Schedule schedule = Schedules.of(text);

        assertThat(schedule).isNotNull();
        assertThat(schedule.contains(time)).isEqualTo(holds);
    }

    @Test
    void theLawOfHeavyVehiclesLeavesOutWhatDependsOnMoreThanTheirClass() {
        List<LimitClause> clauses =
                LegalClauses.of(
                        Tags.of(
                                        "maxspeed", "100",
                                        "maxspeed:hgv", "80",
                                        "maxspeed:hgv:conditional", "60 @ (weightrating>7.5)",
                                        "maxspeed:bus", "80",
                                        "maxspeed:coach", "100",
                                        "maxspeed:conditional", "80 @ (trailer)")
                                .all());

        assertThat(clauses)
                .extracting(clause -> clause.classes() + " " + clause.kmh())
                .containsExactly("[HEAVY_TRUCK] 80.0", "[BUS] 100.0");
    }

    @Test
    void theLawMayNameHeavyVehiclesByTheirWeight() {
        List<LimitClause> clauses =
                LegalClauses.of(
                        Tags.of(
                                        "maxspeed:conditional",
                                        "90 @ (weightrating>3.5); 80 @ (weightrating>12)")
                                .all());

        assertThat(clauses)
                .extracting(LimitClause::classes, LimitClause::kmh)
                .containsExactly(
                        tuple(Set.of(VehicleClass.HEAVY_TRUCK), 90f),
                        tuple(Set.of(VehicleClass.BUS), 90f));
    }

    private static List<String> texts(StatedLimit limit) {
        return limit.clauses().stream()
                .map(
                        clause ->
                                new Speed(clause.kind(), clause.value(), clause.mph())
                                                .text()
                                                .replace(" km/h", "")
                                        + " "
                                        + clause.classes().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .toList()
                                        + (clause.schedule() == null ? "" : " timed"))
                .toList();
    }
}
