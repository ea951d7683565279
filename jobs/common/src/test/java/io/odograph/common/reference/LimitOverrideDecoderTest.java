// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static io.odograph.common.reference.References.bytes;
import static io.odograph.common.reference.References.ring;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.LimitOverrideKind;
import io.odograph.schemas.LimitOverrideReason;
import io.odograph.schemas.LimitPeriod;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.SpeedUnit;
import io.odograph.schemas.WayDirection;
import io.odograph.schemas.WayOfOverride;
import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverride.Direction;
import io.odograph.udfs.road.LimitOverride.Way;
import io.odograph.udfs.road.Schedule;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitOverrideDecoderTest {

    private final LimitOverrideDecoder decoder = new LimitOverrideDecoder(DecodeLimits.DEFAULT);

    @Test
    void anOverrideComesOutWhole() throws Exception {
        assertThat(decoder.decode(key("o"), bytes(full())))
                .isEqualTo(new ReferenceUpdate<>("o", expected()));
    }

    @Test
    void whatIsNotStatedHoldsForAllAndAlways() throws Exception {
        assertThat(decoder.decode(key("o"), bytes(References.override("o", 0))).value())
                .isEqualTo(
                        new LimitOverride(
                                "o",
                                0,
                                LimitOverride.Reason.TEMPORARY_WORKS,
                                LimitKind.VALUE,
                                30,
                                false,
                                null,
                                null,
                                0,
                                Long.MAX_VALUE,
                                Area.NONE,
                                List.of(new Way(17, Direction.BOTH)),
                                List.of(),
                                null));
    }

    @Test
    void thereMayBeNoLimitOrNoneThatIsKnown() throws Exception {
        SpeedLimitOverride override = References.override("o", 1);
        override.setValue(null);
        override.setKind(LimitOverrideKind.NONE);
        assertThat(decoder.decode(key("o"), bytes(override)).value().kmh()).isInfinite();
        override.setKind(LimitOverrideKind.NOT_KNOWN);
        assertThat(decoder.decode(key("o"), bytes(override)).value().kmh()).isNaN();
    }

    @Test
    void aTombstoneWithdraws() throws Exception {
        assertThat(decoder.decode(key("o"), null)).isEqualTo(new ReferenceUpdate<>("o", null));
    }

    @Test
    void theStateOfAnOverrideNeedsNoForeignSerializer() throws Exception {
        TypeSerializer<LimitOverride> serializer =
                TypeInformation.of(LimitOverride.class)
                        .createSerializer(
                                StreamExecutionEnvironment.getExecutionEnvironment(
                                                JobSettings.flink())
                                        .getConfig()
                                        .getSerializerConfig());
        for (SpeedLimitOverride given : List.of(full(), References.override("o", 1))) {
            LimitOverride override = decoder.decode(key("o"), bytes(given)).value();
            DataOutputSerializer out = new DataOutputSerializer(256);
            serializer.serialize(override, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
            assertThat(serializer.deserialize(in)).isEqualTo(override);
        }
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                invalid("override_id is not 1..64", o -> o.setOverrideId("")),
                invalid("the key of the record is not override_id", o -> o.setOverrideId("p")),
                invalid("version is below 0", o -> o.setVersion(-1L)),
                invalid("tenant_id is not 1..64", o -> o.setTenantId("a\nb")),
                invalid("neither area nor ways", o -> o.setWays(List.of())),
                invalid("reason is UNKNOWN", o -> o.setReason(LimitOverrideReason.UNKNOWN)),
                invalid("kind is UNKNOWN", o -> o.setKind(LimitOverrideKind.UNKNOWN)),
                invalid("value is not above 0 and at most 200", o -> o.setValue(0f)),
                invalid("value is not above 0 and at most 200", o -> o.setValue(201f)),
                invalid("value is not above 0 and at most 200", o -> o.setValue(Float.NaN)),
                invalid("value is not above 0 and at most 200", o -> o.setValue(null)),
                invalid("value is given, but", o -> o.setKind(LimitOverrideKind.NONE)),
                invalid("unit is UNKNOWN", o -> o.setUnit(SpeedUnit.UNKNOWN)),
                invalid("effective_to is not after", o -> o.setEffectiveTo(Instant.EPOCH)),
                invalid("time_zone is no name", o -> o.setTimeZone("Mars/Olympus")),
                invalid("weekdays are not 1..127", o -> schedule(o, 0, 0, 60)),
                invalid("weekdays are not 1..127", o -> schedule(o, 128, 0, 60)),
                invalid("from_minute is not 0..1439", o -> schedule(o, 1, 1440, 1500)),
                invalid("to_minute is not after from_minute", o -> schedule(o, 1, 60, 60)),
                invalid("to_minute is not after from_minute", o -> schedule(o, 1, 60, 1501)),
                invalid(
                        "more than 20 periods",
                        o -> o.setSchedule(Collections.nCopies(21, new LimitPeriod(1, 0, 60)))),
                invalid("a way_id is not above 0", o -> way(o, 0, WayDirection.BOTH)),
                invalid("a direction is UNKNOWN", o -> way(o, 1, WayDirection.UNKNOWN)),
                invalid(
                        "more than 500 ways",
                        o ->
                                o.setWays(
                                        Collections.nCopies(
                                                501, new WayOfOverride(1L, WayDirection.BOTH)))),
                invalid(
                        "a vehicle class is UNKNOWN",
                        o ->
                                o.setVehicleClasses(
                                        List.of(io.odograph.schemas.VehicleClass.UNKNOWN))),
                invalid("off the globe", o -> o.setArea(List.of(ring(0, 0, 1, 181, 1, 0)))),
                invalid("off the globe", o -> o.setArea(List.of(ring(0, 0, Double.NaN, 1, 1, 0)))),
                invalid("less than three corners", o -> o.setArea(List.of(ring(0, 0, 1, 1, 0, 0)))),
                invalid("not less than 180", o -> o.setArea(List.of(ring(0, -90, 0, 90, 1, 0)))),
                invalid("500 corners", o -> o.setArea(List.of(ring(new double[1002])))));
    }

    private static Arguments invalid(String message, Consumer<SpeedLimitOverride> change) {
        return Arguments.of(message, change);
    }

    private static void schedule(SpeedLimitOverride override, int days, int from, int to) {
        override.setSchedule(List.of(new LimitPeriod(days, from, to)));
    }

    private static void way(SpeedLimitOverride override, long id, WayDirection direction) {
        override.setWays(List.of(new WayOfOverride(id, direction)));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidOverrideIsRefused(String message, Consumer<SpeedLimitOverride> change) {
        SpeedLimitOverride override = References.override("o", 1);
        change.accept(override);
        byte[] key = key(override.getOverrideId().isEmpty() ? "" : "o");

        RejectedRecordException rejected =
                catchThrowableOfType(
                        RejectedRecordException.class, () -> decoder.decode(key, bytes(override)));
        assertThat(rejected.reason()).isEqualTo(RejectionReason.INVALID_SPEED_LIMIT);
        assertThat(rejected).hasMessageContaining(message);
    }

    private static SpeedLimitOverride full() {
        SpeedLimitOverride override = References.override("o", 7);
        override.setReason(LimitOverrideReason.SCHOOL_ZONE);
        override.setValue(20f);
        override.setUnit(SpeedUnit.MILES_PER_HOUR);
        schedule(override, 31, 450, 960);
        override.setTimeZone("America/New_York");
        override.setEffectiveFrom(Instant.ofEpochMilli(5));
        override.setEffectiveTo(Instant.ofEpochMilli(9));
        override.setArea(List.of(ring(-1.00000004, 2, 3, 4, 5, -6.5)));
        way(override, 3_000_000_000L, WayDirection.BACKWARD);
        var bus = io.odograph.schemas.VehicleClass.BUS;
        override.setVehicleClasses(List.of(bus, bus));
        override.setTenantId("alpha");
        return override;
    }

    private static LimitOverride expected() {
        return new LimitOverride(
                "o",
                7,
                LimitOverride.Reason.SCHOOL_ZONE,
                LimitKind.VALUE,
                20,
                true,
                new Schedule(List.of(new Schedule.Period(101, 1231, 31, 450, 960))),
                "America/New_York",
                5,
                9,
                new Area(
                        List.of(
                                new Area.Ring(
                                        new int[] {-10_000_000, 30_000_000, 50_000_000},
                                        new int[] {20_000_000, 40_000_000, -65_000_000}))),
                List.of(new Way(3_000_000_000L, Direction.BACKWARD)),
                List.of(VehicleClass.BUS),
                "alpha");
    }

    private static byte[] key(String id) {
        return id.getBytes(UTF_8);
    }
}
