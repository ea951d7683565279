// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.MotionTrack;
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
import io.odograph.udfs.telemetry.VehicleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of one vehicle as bytes, some 40 each, for the journal: what driving is summed up from,
 * and nothing else. Positions are kept to 1e-7 degrees, as they are used; all else is kept whole.
 *
 * <p>A state format: what is written must always be read. Constants of enums are written by their
 * place, and only ever added.
 */
@SuppressWarnings("EnumOrdinal") // documented above
final class RecordCodec {

    private static final int POSITION = 1;
    private static final int MOTION = 1 << 1;
    private static final int BURST = 1 << 2;
    private static final int VEHICLE = 1 << 3;
    private static final int PHONE = 1 << 4;
    private static final int TEST = 1 << 5;

    private static final double E7 = 1e7;

    private RecordCodec() {}

    /**
     * Appends a record.
     *
     * @param record the record
     * @param base time near it, ms, that is given to {@link #read} as well
     */
    static void write(Telemetry record, long base, RecordWriter out) {
        Position position = record.position();
        Motion motion = record.motion();
        ImuBurst burst = record.imuBurst();
        VehicleState vehicle = record.vehicle();
        PhoneState phone = record.phone();
        out.putByte(
                (position == null ? 0 : POSITION)
                        | (motion == null ? 0 : MOTION)
                        | (burst == null ? 0 : BURST)
                        | (vehicle == null ? 0 : VEHICLE)
                        | (phone == null ? 0 : PHONE)
                        | (record.test() ? TEST : 0));
        out.putVarLong(record.eventTime() - base);
        out.putVarLong(record.receivedAt() - record.eventTime());
        out.putVarLong(record.sequence());
        out.putByte(record.deviceKind().ordinal());
        out.putText(record.tenantId());
        out.putText(record.deviceId());
        out.putText(record.tripId());
        out.putText(record.driverId());
        if (position != null) {
            out.putInt(MotionTrack.e7(position.latitude()));
            out.putInt(MotionTrack.e7(position.longitude()));
            out.putByte(position.fixType().ordinal());
            out.putVarLong(position.fixAge());
            out.putKnown(position.altitude(), position.heading(), position.horizontalAccuracy());
        }
        if (motion != null) {
            out.putByte(motion.speedSource().ordinal());
            out.putKnown(
                    motion.speed(),
                    motion.accelerationLongitudinal(),
                    motion.accelerationLateral(),
                    motion.accelerationVertical(),
                    motion.angularVelocityYaw());
            out.putDouble(motion.traveledDistance());
        }
        if (burst != null) {
            write(burst, base, out);
        }
        if (vehicle != null) {
            out.putByte(vehicle.lowVoltageSystemState().ordinal());
            out.putKnown(
                    vehicle.engineSpeed(),
                    vehicle.engineCoolantTemperature(),
                    vehicle.lowVoltageBatteryVoltage());
            out.putByte(Reading.unbelted(vehicle));
        }
        if (phone != null) {
            out.putByte(phone.handled() == null ? -1 : phone.handled() ? 1 : 0);
        }
    }

    private static void write(ImuBurst burst, long base, RecordWriter out) {
        out.putVarLong(burst.start() - base);
        out.putFloat(burst.rate());
        out.putFloat(burst.range());
        out.putByte(burst.frame().ordinal());
        out.putByte(burst.gravityIncluded() ? 1 : 0);
        out.putVarLong(burst.x().length);
        for (float[] axis : new float[][] {burst.x(), burst.y(), burst.z()}) {
            for (float sample : axis) {
                out.putFloat(sample);
            }
        }
    }

    /**
     * Reads the next record.
     *
     * @param vehicleId the vehicle
     * @param base the time that was given to {@link #write}
     */
    static Telemetry read(String vehicleId, long base, RecordReader in) {
        int parts = in.getByte();
        long eventTime = base + in.getVarLong();
        long receivedAt = eventTime + in.getVarLong();
        long sequence = in.getVarLong();
        DeviceKind kind = DeviceKind.values()[in.getByte()];
        String tenantId = in.getText();
        String deviceId = in.getText();
        String tripId = in.getText();
        String driverId = in.getText();
        return new Telemetry(
                vehicleId,
                tenantId,
                deviceId,
                kind,
                tripId,
                driverId,
                null,
                eventTime,
                receivedAt,
                sequence,
                (parts & POSITION) == 0 ? null : position(in),
                (parts & MOTION) == 0 ? null : motion(in),
                (parts & BURST) == 0 ? null : burst(base, in),
                (parts & VEHICLE) == 0 ? null : vehicle(in),
                (parts & PHONE) == 0 ? null : phone(in.getByte()),
                null,
                DriverResponse.UNKNOWN,
                (parts & TEST) != 0);
    }

    private static Position position(RecordReader in) {
        double latitude = in.getInt() / E7;
        double longitude = in.getInt() / E7;
        FixType type = FixType.values()[in.getByte()];
        int age = (int) in.getVarLong();
        float[] known = in.getKnown(3);
        return new Position(latitude, longitude, known[0], known[1], known[2], type, age);
    }

    private static Motion motion(RecordReader in) {
        SpeedSource source = SpeedSource.values()[in.getByte()];
        float[] known = in.getKnown(5);
        return new Motion(known[0], source, known[1], known[2], known[3], known[4], in.getDouble());
    }

    private static ImuBurst burst(long base, RecordReader in) {
        long start = base + in.getVarLong();
        float rate = in.getFloat();
        float range = in.getFloat();
        AxesFrame frame = AxesFrame.values()[in.getByte()];
        boolean gravity = in.getByte() == 1;
        int count = (int) in.getVarLong();
        float[][] axes = new float[3][count];
        for (float[] axis : axes) {
            for (int i = 0; i < count; i++) {
                axis[i] = in.getFloat();
            }
        }
        return new ImuBurst(start, rate, range, frame, gravity, axes[0], axes[1], axes[2]);
    }

    private static VehicleState vehicle(RecordReader in) {
        LowVoltageSystemState state = LowVoltageSystemState.values()[in.getByte()];
        float[] known = in.getKnown(3);
        int unbelted = in.getByte();
        return new VehicleState(
                state,
                known[0],
                known[1],
                known[2],
                List.of(),
                List.of(),
                unbelted < 0 ? List.of() : List.of(new SeatBelt(1, 1, null, unbelted == 0)),
                null,
                Rollover.UNKNOWN,
                null,
                null);
    }

    private static @Nullable PhoneState phone(int handled) {
        return new PhoneState(handled < 0 ? null : handled == 1, null, null);
    }
}
