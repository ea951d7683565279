// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.PhoneState;
import io.odograph.schemas.Position;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleState;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.Telemetry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TelemetryMapperTest {

    static final RecordTimes TIMES = new RecordTimes(3, 1, 2);

    @Test
    void whatIsAbsentBecomesNullOrItsStandIn() {
        assertThat(TelemetryMapper.map(Records.bare("v"), TIMES))
                .isEqualTo(
                        new Telemetry(
                                "v",
                                null,
                                null,
                                DeviceKind.UNKNOWN,
                                null,
                                null,
                                null,
                                1,
                                3,
                                Telemetry.NO_SEQUENCE,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                io.odograph.udfs.telemetry.DriverResponse.UNKNOWN,
                                false));
    }

    @Test
    void whatIsAbsentInAGroupBecomesNanOrItsStandIn() {
        TelemetryRecord record = Records.bare("v");
        record.setPosition(new Position(1.0, 2.0, null, null, null, FixType.NONE, null));
        record.setMotion(new Motion(null, SpeedSource.UNKNOWN, null, null, null, null, null));
        record.setImuBurst(
                new ImuBurst(
                        Instant.ofEpochMilli(NOW),
                        10f,
                        null,
                        AxesFrame.UNKNOWN,
                        false,
                        List.of(1f),
                        List.of(2f),
                        List.of(3f)));
        record.setVehicle(
                new VehicleState(
                        LowVoltageSystemState.UNDEFINED,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Rollover.UNKNOWN,
                        null,
                        null));
        record.setPhone(new PhoneState(null, null, null));

        Telemetry telemetry = TelemetryMapper.map(record, TIMES);

        float nan = Float.NaN;
        assertThat(telemetry.position())
                .isEqualTo(
                        new io.odograph.udfs.telemetry.Position(
                                1, 2, nan, nan, nan, io.odograph.udfs.telemetry.FixType.NONE, -1));
        assertThat(telemetry.motion())
                .isEqualTo(
                        new io.odograph.udfs.telemetry.Motion(
                                nan,
                                io.odograph.udfs.telemetry.SpeedSource.UNKNOWN,
                                nan,
                                nan,
                                nan,
                                nan,
                                Double.NaN));
        assertThat(telemetry.imuBurst())
                .isEqualTo(
                        new io.odograph.udfs.telemetry.ImuBurst(
                                2,
                                10,
                                nan,
                                io.odograph.udfs.telemetry.AxesFrame.UNKNOWN,
                                false,
                                new float[] {1},
                                new float[] {2},
                                new float[] {3}));
        assertThat(telemetry.vehicle())
                .isEqualTo(
                        new io.odograph.udfs.telemetry.VehicleState(
                                io.odograph.udfs.telemetry.LowVoltageSystemState.UNDEFINED,
                                nan,
                                nan,
                                nan,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                io.odograph.udfs.telemetry.Rollover.UNKNOWN,
                                null,
                                null));
        assertThat(telemetry.phone())
                .isEqualTo(new io.odograph.udfs.telemetry.PhoneState(null, null, null));
    }

    @Test
    void everyFieldOfAFullRecordArrivesInItsPlace() {
        String text = TelemetryMapper.map(Records.full(), TIMES).toString();

        assertThat(text)
                .contains("vehicleId=vehicle-1", "tenantId=tenant-1", "deviceId=device-1")
                .contains("deviceKind=BLACK_BOX", "tripId=trip-1", "driverId=J\u00e9r\u00f4me")
                .contains("traceId=4bf92f", "eventTime=1", "receivedAt=3", "sequence=17")
                .contains("latitude=48.1", "longitude=11.5", "altitude=519.0", "heading=270.0")
                .contains("horizontalAccuracy=4.5", "fixType=THREE_D", "fixAge=120")
                .contains("speed=53.5", "speedSource=WHEEL", "accelerationLongitudinal=-1.5")
                .contains("accelerationLateral=0.25", "accelerationVertical=0.125")
                .contains("angularVelocityYaw=-3.0", "traveledDistance=123456.75")
                .contains("start=2", "rate=100.0", "range=156.9", "frame=VEHICLE")
                .contains("gravityIncluded=true", "lowVoltageSystemState=ON")
                .contains("engineSpeed=1850.0", "engineCoolantTemperature=88.5")
                .contains("lowVoltageBatteryVoltage=13.9", "axle=2, wheel=2, pressure=228.5")
                .contains("dtcList=[P0301, U0100-87]", "row=1, seat=1, occupied=true, belted=true")
                .contains("row=2, seat=1, occupied=null, belted=false", "airbagDeployed=false")
                .contains("rollover=NONE", "doorsOpen=true")
                .contains("handled=true, screenOn=false, inCall=true", "fuelCutOff=false")
                .contains("crashReported=false", "driverResponse=NEEDS_HELP", "test=true");
    }

    static Stream<Arguments> enums() {
        return Stream.of(
                Arguments.of(io.odograph.schemas.DeviceKind.class, DeviceKind.class),
                Arguments.of(FixType.class, io.odograph.udfs.telemetry.FixType.class),
                Arguments.of(SpeedSource.class, io.odograph.udfs.telemetry.SpeedSource.class),
                Arguments.of(AxesFrame.class, io.odograph.udfs.telemetry.AxesFrame.class),
                Arguments.of(
                        LowVoltageSystemState.class,
                        io.odograph.udfs.telemetry.LowVoltageSystemState.class),
                Arguments.of(Rollover.class, io.odograph.udfs.telemetry.Rollover.class),
                Arguments.of(
                        DriverResponse.class, io.odograph.udfs.telemetry.DriverResponse.class));
    }

    @ParameterizedTest
    @MethodSource("enums")
    void enumsOfContractAndModelHaveTheSameConstants(
            Class<? extends Enum<?>> contract, Class<? extends Enum<?>> model) {
        assertThat(names(model)).isEqualTo(names(contract));
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
