// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.PhoneState;
import io.odograph.schemas.Position;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SeatBelt;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.TirePressure;
import io.odograph.schemas.VehicleState;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any valid record means the same in either encoding. */
class TelemetryRoundTripProperties {

    static final TelemetryDecoder AVRO =
            new AvroTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);
    static final TelemetryDecoder JSON =
            new JsonTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);

    @Property(tries = 1000)
    void avroAndJsonGiveTheSameTelemetry(@ForAll("records") TelemetryRecord record)
            throws Exception {
        Telemetry fromAvro = AVRO.decode(Records.bytes(record), NOW);
        Telemetry fromJson = JSON.decode(JsonText.of(record).getBytes(StandardCharsets.UTF_8), NOW);

        assertThat(fromAvro)
                .isEqualTo(fromJson)
                .isEqualTo(TelemetryIntake.accept(record, NOW, TimeLimits.DEFAULT));
    }

    @Provide
    Arbitrary<TelemetryRecord> records() {
        return Combinators.combine(
                        identified(),
                        position().injectNull(0.3),
                        motion().injectNull(0.3),
                        burst().injectNull(0.5),
                        vehicle().injectNull(0.5),
                        phone().injectNull(0.7))
                .as(
                        (record, position, motion, burst, vehicle, phone) -> {
                            record.setPosition(position);
                            record.setMotion(motion);
                            record.setImuBurst(burst);
                            record.setVehicle(vehicle);
                            record.setPhone(phone);
                            return record;
                        });
    }

    private static Arbitrary<TelemetryRecord> identified() {
        Arbitrary<String> vehicleId =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(64);
        Arbitrary<String> id =
                Arbitraries.strings()
                        .withCharRange(' ', '~')
                        .withCharRange('\u00a0', '\u30ff')
                        .ofMaxLength(64)
                        .injectNull(0.3);
        return Combinators.combine(
                        vehicleId,
                        id,
                        id,
                        Arbitraries.of(DeviceKind.class),
                        Arbitraries.longs().between(-100_000, 0),
                        Arbitraries.longs().between(0, 59_000).injectNull(0.3),
                        Arbitraries.longs().greaterOrEqual(0).injectNull(0.3))
                .as(
                        (vehicle, tenant, driver, kind, event, received, sequence) -> {
                            TelemetryRecord record = Records.bare(vehicle);
                            record.setTenantId(tenant);
                            record.setDriverId(driver);
                            record.setDeviceKind(kind);
                            record.setEventTime(Instant.ofEpochMilli(NOW + event));
                            record.setReceivedAt(
                                    received == null ? null : Instant.ofEpochMilli(NOW + received));
                            record.setSequence(sequence);
                            return record;
                        });
    }

    private static Arbitrary<Position> position() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.1, 90).ofScale(9),
                        Arbitraries.doubles().between(-180, 180).ofScale(9),
                        floats(-1000, 20_000).injectNull(0.3),
                        floats(0, 360).injectNull(0.3),
                        floats(0, 100_000).injectNull(0.3),
                        Arbitraries.of(FixType.class),
                        Arbitraries.integers().between(0, 86_400_000).injectNull(0.3))
                .as(Position::new);
    }

    private static Arbitrary<Motion> motion() {
        return Combinators.combine(
                        floats(0, 400).injectNull(0.3),
                        Arbitraries.of(SpeedSource.class),
                        floats(-400, 400).injectNull(0.3),
                        floats(-400, 400).injectNull(0.3),
                        floats(-400, 400).injectNull(0.3),
                        floats(-720, 720).injectNull(0.3),
                        Arbitraries.doubles().between(0, 1e10).ofScale(6).injectNull(0.3))
                .as(Motion::new);
    }

    // Event times are within two minutes of this start, as they must be.
    private static Arbitrary<ImuBurst> burst() {
        return Combinators.combine(
                        floats(100, 3200),
                        floats(1, 4000).injectNull(0.3),
                        Arbitraries.of(AxesFrame.class),
                        Arbitraries.of(true, false),
                        floats(-4000, 4000).list().ofMinSize(1).ofMaxSize(20))
                .as(
                        (rate, range, frame, gravity, samples) ->
                                new ImuBurst(
                                        Instant.ofEpochMilli(NOW),
                                        rate,
                                        range,
                                        frame,
                                        gravity,
                                        samples,
                                        samples,
                                        samples));
    }

    private static Arbitrary<VehicleState> vehicle() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.3);
        Arbitrary<List<TirePressure>> tires =
                Combinators.combine(
                                Arbitraries.integers().between(1, 20),
                                Arbitraries.integers().between(1, 8),
                                floats(0, 2000))
                        .as(TirePressure::new)
                        .list()
                        .ofMaxSize(4);
        Arbitrary<List<SeatBelt>> belts =
                Combinators.combine(
                                Arbitraries.integers().between(1, 10),
                                Arbitraries.integers().between(1, 10),
                                flag,
                                Arbitraries.of(true, false))
                        .as(SeatBelt::new)
                        .list()
                        .ofMaxSize(4);
        Arbitrary<List<String>> codes =
                Arbitraries.strings()
                        .withCharRange('!', '~')
                        .ofMinLength(1)
                        .ofMaxLength(16)
                        .list()
                        .ofMaxSize(4);
        return Combinators.combine(
                        Arbitraries.of(LowVoltageSystemState.class),
                        floats(0, 20_000).injectNull(0.3),
                        tires,
                        codes,
                        belts,
                        flag,
                        Arbitraries.of(Rollover.class),
                        flag)
                .as(
                        (state, speed, pressures, dtc, seats, airbag, rollover, doors) ->
                                new VehicleState(
                                        state, speed, null, 12.5f, pressures, dtc, seats, airbag,
                                        rollover, doors, airbag));
    }

    private static Arbitrary<PhoneState> phone() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.3);
        return Combinators.combine(flag, flag, flag).as(PhoneState::new);
    }

    private static Arbitrary<Float> floats(float min, float max) {
        return Arbitraries.floats().between(min, max).ofScale(5);
    }
}
