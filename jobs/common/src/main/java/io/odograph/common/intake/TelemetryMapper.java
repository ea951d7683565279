// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.TirePressure;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the wire contract to the model of the detectors: an absent number becomes NaN or -1, an
 * absent group, text or flag null. Enums of the two have the same constants.
 */
final class TelemetryMapper {

    private TelemetryMapper() {}

    /** Maps a record, checked or not. */
    static Telemetry map(TelemetryRecord record, RecordTimes times) {
        return new Telemetry(
                record.getVehicleId(),
                record.getTenantId(),
                record.getDeviceId(),
                DeviceKind.valueOf(record.getDeviceKind().name()),
                record.getTripId(),
                record.getDriverId(),
                record.getTraceId(),
                times.eventTime(),
                times.receivedAt(),
                record.getSequence() == null ? Telemetry.NO_SEQUENCE : record.getSequence(),
                position(record.getPosition()),
                motion(record.getMotion()),
                burst(record.getImuBurst(), times.burstStart()),
                vehicle(record.getVehicle()),
                phone(record.getPhone()),
                record.getCrashReported(),
                DriverResponse.valueOf(record.getDriverResponse().name()),
                record.getIsTest());
    }

    private static @Nullable Position position(io.odograph.schemas.@Nullable Position from) {
        return from == null
                ? null
                : new Position(
                        from.getLatitude(),
                        from.getLongitude(),
                        orNaN(from.getAltitude()),
                        orNaN(from.getHeading()),
                        orNaN(from.getHorizontalAccuracy()),
                        FixType.valueOf(from.getFixType().name()),
                        from.getFixAge() == null ? -1 : from.getFixAge());
    }

    private static @Nullable Motion motion(io.odograph.schemas.@Nullable Motion from) {
        return from == null
                ? null
                : new Motion(
                        orNaN(from.getSpeed()),
                        SpeedSource.valueOf(from.getSpeedSource().name()),
                        orNaN(from.getAccelerationLongitudinal()),
                        orNaN(from.getAccelerationLateral()),
                        orNaN(from.getAccelerationVertical()),
                        orNaN(from.getAngularVelocityYaw()),
                        from.getTraveledDistance() == null
                                ? Double.NaN
                                : from.getTraveledDistance());
    }

    private static @Nullable ImuBurst burst(
            io.odograph.schemas.@Nullable ImuBurst from, long start) {
        return from == null
                ? null
                : new ImuBurst(
                        start,
                        from.getRate(),
                        orNaN(from.getRange()),
                        AxesFrame.valueOf(from.getFrame().name()),
                        from.getGravityIncluded(),
                        floats(from.getX()),
                        floats(from.getY()),
                        floats(from.getZ()));
    }

    private static @Nullable VehicleState vehicle(io.odograph.schemas.@Nullable VehicleState from) {
        return from == null
                ? null
                : new VehicleState(
                        LowVoltageSystemState.valueOf(from.getLowVoltageSystemState().name()),
                        orNaN(from.getEngineSpeed()),
                        orNaN(from.getEngineCoolantTemperature()),
                        orNaN(from.getLowVoltageBatteryVoltage()),
                        from.getTirePressures().stream().map(TelemetryMapper::tire).toList(),
                        List.copyOf(from.getDtcList()),
                        from.getSeatBelts().stream().map(TelemetryMapper::belt).toList(),
                        from.getAirbagDeployed(),
                        Rollover.valueOf(from.getRollover().name()),
                        from.getDoorsOpen(),
                        from.getFuelCutOff());
    }

    private static TirePressure tire(io.odograph.schemas.TirePressure from) {
        return new TirePressure(from.getAxle(), from.getWheel(), from.getPressure());
    }

    private static SeatBelt belt(io.odograph.schemas.SeatBelt from) {
        return new SeatBelt(
                from.getRow(), from.getSeat(), from.getIsOccupied(), from.getIsBelted());
    }

    private static @Nullable PhoneState phone(io.odograph.schemas.@Nullable PhoneState from) {
        return from == null
                ? null
                : new PhoneState(from.getIsHandled(), from.getIsScreenOn(), from.getIsInCall());
    }

    private static float orNaN(@Nullable Float value) {
        return value == null ? Float.NaN : value;
    }

    private static float[] floats(List<Float> from) {
        float[] to = new float[from.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = from.get(i);
        }
        return to;
    }
}
