// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.Motion;
import io.odograph.schemas.Position;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.SeatBelt;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.TirePressure;
import io.odograph.schemas.VehicleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses records whose values cannot be, by the ranges that the schema's docs state. Works on the
 * record as it was decoded, where an absent number and NaN can still be told apart.
 */
final class TelemetryValidator {

    private static final int MAX_CODES = 256;
    private static final int MAX_CODE_LENGTH = 16;

    private static final Range SEQUENCE = new Range("sequence", 0, Long.MAX_VALUE, "");
    private static final Range LATITUDE = new Range("position.latitude", -90, 90, "degrees");
    private static final Range LONGITUDE = new Range("position.longitude", -180, 180, "degrees");
    private static final Range ALTITUDE = new Range("position.altitude", -1000, 20_000, "m");
    private static final Range HEADING = new Range("position.heading", 0, 360, "degrees");
    private static final Range ACCURACY =
            new Range("position.horizontal_accuracy", 0, 100_000, "m");
    private static final Range FIX_AGE = new Range("position.fix_age", 0, 86_400_000, "ms");
    private static final Range SPEED = new Range("motion.speed", 0, 400, "km/h");
    private static final Range LONGITUDINAL =
            new Range("motion.acceleration_longitudinal", -400, 400, "m/s2");
    private static final Range LATERAL =
            new Range("motion.acceleration_lateral", -400, 400, "m/s2");
    private static final Range VERTICAL =
            new Range("motion.acceleration_vertical", -400, 400, "m/s2");
    private static final Range YAW =
            new Range("motion.angular_velocity_yaw", -720, 720, "degrees/s");
    private static final Range DISTANCE = new Range("motion.traveled_distance", 0, 1e10, "m");
    // Zero is refused on its own: "above 0".
    private static final Range IMU_RANGE =
            new Range("imu_burst.range", Float.MIN_VALUE, 4000, "m/s2");
    private static final Range ENGINE_SPEED = new Range("vehicle.engine_speed", 0, 20_000, "rpm");
    private static final Range COOLANT =
            new Range("vehicle.engine_coolant_temperature", -60, 250, "degC");
    private static final Range BATTERY =
            new Range("vehicle.low_voltage_battery_voltage", 0, 60, "V");
    private static final Range AXLE = new Range("vehicle.tire_pressures.axle", 1, 20, "");
    private static final Range WHEEL = new Range("vehicle.tire_pressures.wheel", 1, 8, "");
    private static final Range PRESSURE =
            new Range("vehicle.tire_pressures.pressure", 0, 2000, "kPa");
    private static final Range SEAT_ROW = new Range("vehicle.seat_belts.row", 1, 10, "");
    private static final Range SEAT = new Range("vehicle.seat_belts.seat", 1, 10, "");

    private TelemetryValidator() {}

    /**
     * Checks everything but times and the samples of an accelerometer recording.
     *
     * @throws RejectedRecordException naming the first field that is wrong and what it may be
     */
    static void check(TelemetryRecord record) throws RejectedRecordException {
        checkVehicleId(record.getVehicleId());
        checkId("tenant_id", record.getTenantId());
        checkId("device_id", record.getDeviceId());
        checkId("trip_id", record.getTripId());
        checkId("driver_id", record.getDriverId());
        checkId("trace_id", record.getTraceId());
        SEQUENCE.check(record.getSequence());
        checkPosition(record.getPosition());
        checkMotion(record.getMotion());
        checkBurst(record.getImuBurst());
        checkVehicle(record.getVehicle());
    }

    private static void checkVehicleId(String id) throws RejectedRecordException {
        if (!Identity.isIdentifier(id)) {
            throw new RejectedRecordException(
                    RejectionReason.INVALID_IDENTITY,
                    "vehicle_id is not 1..64 printable ASCII characters without white space");
        }
    }

    private static void checkId(String field, @Nullable String id) throws RejectedRecordException {
        if (id != null && !Identity.isName(id)) {
            throw new RejectedRecordException(
                    RejectionReason.INVALID_IDENTITY,
                    field + " is longer than 64 characters or holds a control character");
        }
    }

    private static void checkPosition(@Nullable Position position) throws RejectedRecordException {
        if (position == null) {
            return;
        }
        double latitude = position.getLatitude();
        double longitude = position.getLongitude();
        LATITUDE.check(latitude, RejectionReason.IMPOSSIBLE_POSITION);
        LONGITUDE.check(longitude, RejectionReason.IMPOSSIBLE_POSITION);
        if (latitude == 0 && longitude == 0) {
            throw new RejectedRecordException(
                    RejectionReason.IMPOSSIBLE_POSITION,
                    "position is exactly 0, 0: what receivers put where they have none");
        }
        ALTITUDE.check(position.getAltitude());
        HEADING.check(position.getHeading());
        ACCURACY.check(position.getHorizontalAccuracy());
        FIX_AGE.check(position.getFixAge());
    }

    private static void checkMotion(@Nullable Motion motion) throws RejectedRecordException {
        if (motion == null) {
            return;
        }
        SPEED.check(motion.getSpeed());
        LONGITUDINAL.check(motion.getAccelerationLongitudinal());
        LATERAL.check(motion.getAccelerationLateral());
        VERTICAL.check(motion.getAccelerationVertical());
        YAW.check(motion.getAngularVelocityYaw());
        DISTANCE.check(motion.getTraveledDistance());
    }

    private static void checkBurst(@Nullable ImuBurst burst) throws RejectedRecordException {
        if (burst != null) {
            IMU_RANGE.check(burst.getRange());
        }
    }

    private static void checkVehicle(@Nullable VehicleState vehicle)
            throws RejectedRecordException {
        if (vehicle == null) {
            return;
        }
        ENGINE_SPEED.check(vehicle.getEngineSpeed());
        COOLANT.check(vehicle.getEngineCoolantTemperature());
        BATTERY.check(vehicle.getLowVoltageBatteryVoltage());
        for (TirePressure tire : vehicle.getTirePressures()) {
            AXLE.check(tire.getAxle());
            WHEEL.check(tire.getWheel());
            PRESSURE.check(tire.getPressure());
        }
        for (SeatBelt belt : vehicle.getSeatBelts()) {
            SEAT_ROW.check(belt.getRow());
            SEAT.check(belt.getSeat());
        }
        checkCodes(vehicle.getDtcList());
    }

    private static void checkCodes(List<String> codes) throws RejectedRecordException {
        boolean valid = codes.size() <= MAX_CODES;
        for (int i = 0; valid && i < codes.size(); i++) {
            valid = isCode(codes.get(i));
        }
        if (!valid) {
            throw new RejectedRecordException(
                    RejectionReason.OUT_OF_RANGE,
                    "vehicle.dtc_list is not 0..256 codes of 1..16 printable ASCII characters");
        }
    }

    // Makers extend SAE J2012, so that only what no code can be is refused.
    private static boolean isCode(String code) {
        return code.length() <= MAX_CODE_LENGTH && Identity.isIdentifier(code);
    }
}
