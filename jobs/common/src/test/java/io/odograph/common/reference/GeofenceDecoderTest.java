// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static io.odograph.common.reference.References.bytes;
import static io.odograph.common.reference.References.fence;
import static io.odograph.common.reference.References.ring;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.GeofenceKind;
import io.odograph.schemas.GeofencePeriod;
import io.odograph.schemas.GeofenceSchedule;
import io.odograph.schemas.GeofenceShapeKind;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.SpeedUnit;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceLimit;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
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

class GeofenceDecoderTest {

    private final GeofenceDecoder decoder = new GeofenceDecoder(DecodeLimits.DEFAULT);

    @Test
    void aFenceComesOutWhole() throws Exception {
        assertThat(decoder.decode(key("f"), bytes(full())))
                .isEqualTo(new ReferenceUpdate<>("f", expected()));
    }

    @Test
    void whatIsNotStatedHoldsForAllAndAlways() throws Exception {
        Fence fence = decoder.decode(key("f"), bytes(fence("f", 0))).value();

        assertThat(fence.scope()).isEqualTo(FenceScope.ALL);
        assertThat(fence.limit()).isNull();
        assertThat(fence.terms())
                .isEqualTo(
                        new FenceTerms(
                                "f",
                                0,
                                null,
                                FenceKind.KEEP_OUT,
                                0,
                                null,
                                0,
                                Long.MAX_VALUE,
                                FenceThresholds.NONE));
    }

    @Test
    void aTombstoneWithdraws() throws Exception {
        assertThat(decoder.decode(key("f"), null)).isEqualTo(new ReferenceUpdate<>("f", null));
    }

    @Test
    void theStateOfAFenceNeedsNoForeignSerializer() throws Exception {
        TypeSerializer<Fence> serializer =
                TypeInformation.of(Fence.class)
                        .createSerializer(
                                StreamExecutionEnvironment.getExecutionEnvironment(
                                                JobSettings.flink())
                                        .getConfig()
                                        .getSerializerConfig());
        for (Geofence given : List.of(full(), fence("f", 1))) {
            Fence fence = decoder.decode(key("f"), bytes(given)).value();
            DataOutputSerializer out = new DataOutputSerializer(256);
            serializer.serialize(fence, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
            assertThat(serializer.deserialize(in)).isEqualTo(fence);
        }
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                invalid("fence_id is not 1..64", f -> f.setFenceId("")),
                invalid("the key of the record is not fence_id", f -> f.setFenceId("g")),
                invalid("version is below 0", f -> f.setVersion(-1L)),
                invalid("name is not 1..200", f -> f.setName("a\u0000b")),
                invalid("kind is UNKNOWN", f -> f.setKind(GeofenceKind.UNKNOWN)),
                invalid(
                        "the kind of shape is UNKNOWN",
                        f -> f.getShape().setKind(GeofenceShapeKind.UNKNOWN)),
                invalid("a polygon has no radius", f -> f.getShape().setRadius(Double.NaN)),
                invalid("the shape has no points", f -> f.getShape().setLines(List.of())),
                invalid("ring 1 has no points", f -> shape(f)),
                invalid(
                        "point 2 of ring 1 is not finite",
                        f -> shape(f, 0, 0, Double.NaN, 1, 1, 0)),
                invalid("ring 1 cross", f -> shape(f, 0, 0, 2, 2, 0, 2, 2, 0)),
                invalid("more than 2000 points", f -> shape(f, zigzag(2001))),
                invalid("tenant_id is not 1..64", f -> f.setTenantId("")),
                invalid("a fleet_id is not 1..64", f -> f.setFleetIds(List.of("a", "b\n"))),
                invalid("a vehicle_id is not 1..64", f -> f.setVehicleIds(List.of("a b"))),
                invalid(
                        "more than 1000 vehicle_ids",
                        f -> f.setVehicleIds(Collections.nCopies(1001, "v"))),
                invalid(
                        "a vehicle class is UNKNOWN",
                        f ->
                                f.setVehicleClasses(
                                        List.of(io.odograph.schemas.VehicleClass.UNKNOWN))),
                invalid("time_zone is no name", f -> schedule(f, "Mars/Olympus", 1)),
                invalid("days are not 1..255", f -> schedule(f, "UTC", 256)),
                invalid("effective_to is not after", f -> f.setEffectiveTo(Instant.EPOCH)),
                invalid("priority is not 0..9", f -> f.setPriority(10)),
                invalid("dwell is not a number", f -> f.getThresholds().setDwell(Double.NaN)),
                invalid("dwell is not 0..604800", f -> f.getThresholds().setDwell(-1.0)),
                invalid("speed_limit is given, but", f -> f.setSpeedLimit(30f)),
                invalid("speed_limit is missing", f -> f.setKind(GeofenceKind.SPEED_ZONE)),
                invalid(
                        "speed_limit_unit is UNKNOWN",
                        f -> {
                            f.setKind(GeofenceKind.SPEED_ZONE);
                            f.setSpeedLimit(30f);
                            f.setSpeedLimitUnit(SpeedUnit.UNKNOWN);
                        }));
    }

    private static Arguments invalid(String message, Consumer<Geofence> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidFenceIsRefused(String message, Consumer<Geofence> change) {
        Geofence fence = fence("f", 1);
        change.accept(fence);
        byte[] key = key(fence.getFenceId().isEmpty() ? "" : "f");

        RejectedRecordException rejected =
                catchThrowableOfType(
                        RejectedRecordException.class, () -> decoder.decode(key, bytes(fence)));
        assertThat(rejected.reason()).isEqualTo(RejectionReason.INVALID_GEOFENCE);
        assertThat(rejected).hasMessageContaining(message);
        assertThat(rejected.getMessage()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void bytesThatWereChangedAreRefusedOrAFenceButNothingElse() {
        byte[] valid = bytes(full());
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = valid.clone();
            // Behind the fingerprint, which would hide the rest.
            bytes[random.nextInt(10, bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(decoder.decode(key("f"), bytes).value()).isNotNull();
            } catch (RejectedRecordException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    @Test
    void allThatIsWrongIsToldToPeopleWithItsPlace() {
        Geofence fence = fence("f", 1);
        shape(fence, 0, 0, 2, 2, 0, 2, 2, 0);
        fence.setPriority(11);

        assertThat(GeofenceReader.read(fence).faults())
                .extracting(fault -> fault.text())
                .containsExactly(
                        "the side from point 1 and the side from point 3 of ring 1 cross, at 1,1",
                        "priority is not 0..9");
    }

    private static void shape(Geofence fence, double... latitudesAndLongitudes) {
        fence.getShape().setLines(List.of(ring(latitudesAndLongitudes)));
    }

    private static double[] zigzag(int points) {
        double[] zigzag = new double[2 * points];
        for (int i = 0; i < points; i++) {
            zigzag[2 * i] = i % 2;
            zigzag[2 * i + 1] = i / 100.0;
        }
        return zigzag;
    }

    private static void schedule(Geofence fence, String zone, int days) {
        fence.setSchedule(
                new GeofenceSchedule(
                        List.of(new GeofencePeriod(days, 480, 1500)),
                        zone,
                        List.of(LocalDate.ofEpochDay(9), LocalDate.ofEpochDay(5))));
    }

    private static Geofence full() {
        Geofence fence = fence("f", 7);
        fence.setName("Werk Süd");
        fence.setKind(GeofenceKind.SPEED_ZONE);
        fence.getShape().setKind(GeofenceShapeKind.CORRIDOR);
        shape(fence, -1.00000004, 179.5, 3, -179.5);
        fence.getShape().setRadius(12.5);
        fence.setTenantId("alpha");
        fence.setFleetIds(List.of("north", "south"));
        var bus = io.odograph.schemas.VehicleClass.BUS;
        fence.setVehicleClasses(List.of(bus, bus));
        fence.setVehicleIds(List.of("v1"));
        schedule(fence, "Europe/Berlin", 128);
        fence.setEffectiveFrom(Instant.ofEpochMilli(5));
        fence.setEffectiveTo(Instant.ofEpochMilli(9));
        fence.setPriority(9);
        fence.getThresholds().setConfirmations(3.0);
        fence.getThresholds().setDwell(0.0);
        fence.setSpeedLimit(20f);
        fence.setSpeedLimitUnit(SpeedUnit.MILES_PER_HOUR);
        return fence;
    }

    private static Fence expected() {
        double none = Double.NaN;
        return new Fence(
                new FenceTerms(
                        "f",
                        7,
                        "Werk Süd",
                        FenceKind.SPEED_ZONE,
                        9,
                        new FenceSchedule(
                                List.of(new FenceSchedule.Period(FenceSchedule.HOLIDAY, 480, 1500)),
                                "Europe/Berlin",
                                List.of(5, 9)),
                        5,
                        9,
                        new FenceThresholds(3, none, none, none, 0, none)),
                new FenceScope(
                        "alpha",
                        List.of("north", "south"),
                        List.of(VehicleClass.BUS),
                        List.of("v1")),
                new FenceShape(
                        FenceShape.Kind.CORRIDOR,
                        List.of(
                                new Area.Ring(
                                        new int[] {-10_000_000, 30_000_000},
                                        new int[] {-1_805_000_000, -1_795_000_000})),
                        12.5),
                new FenceLimit(20, true));
    }

    private static byte[] key(String id) {
        return id.getBytes(UTF_8);
    }
}
