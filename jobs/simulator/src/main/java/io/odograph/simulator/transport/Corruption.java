// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.Motion;
import io.odograph.schemas.Position;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways in which a record can be damaged, each with the reason a consumer must give. */
public enum Corruption {
    /** No value, as a tombstone. */
    NULL_VALUE(RejectionReason.NULL_VALUE) {
        @Override
        byte @Nullable [] damage(TelemetryRecord record) {
            return null;
        }
    },
    /** A value of no bytes. */
    EMPTY_VALUE(RejectionReason.EMPTY_VALUE) {
        @Override
        byte[] damage(TelemetryRecord record) {
            return new byte[0];
        }
    },
    /** The last byte, an index of a union, is missing. */
    LAST_BYTE_MISSING(RejectionReason.TRUNCATED) {
        @Override
        byte[] damage(TelemetryRecord record) {
            byte[] bytes = TelemetryEncoding.encode(record);
            return Arrays.copyOf(bytes, bytes.length - 1);
        }
    },
    /** Nothing follows the fingerprint. */
    BODY_MISSING(RejectionReason.TRUNCATED) {
        @Override
        byte[] damage(TelemetryRecord record) {
            return Arrays.copyOf(TelemetryEncoding.encode(record), TelemetryEncoding.HEADER);
        }
    },
    /** Three bytes too many. */
    TRAILING_BYTES(RejectionReason.TRAILING_BYTES) {
        @Override
        byte[] damage(TelemetryRecord record) {
            byte[] bytes = TelemetryEncoding.encode(record);
            return Arrays.copyOf(bytes, bytes.length + 3);
        }
    },
    /** A fingerprint that no schema has. */
    UNKNOWN_FINGERPRINT(RejectionReason.UNKNOWN_SCHEMA) {
        @Override
        byte[] damage(TelemetryRecord record) {
            byte[] bytes = TelemetryEncoding.encode(record);
            Arrays.fill(bytes, 2, TelemetryEncoding.HEADER, (byte) 0x5A);
            return bytes;
        }
    },
    /** Five bytes that announce a string of 2^31 - 1 bytes. */
    LENGTH_BOMB(RejectionReason.LENGTH_OUT_OF_BOUNDS) {
        @Override
        byte[] damage(TelemetryRecord record) {
            byte[] bytes =
                    Arrays.copyOf(
                            TelemetryEncoding.encode(record),
                            TelemetryEncoding.HEADER + BOMB.length);
            System.arraycopy(BOMB, 0, bytes, TelemetryEncoding.HEADER, BOMB.length);
            return bytes;
        }
    },
    /** A speed that is not a number. */
    NAN_SPEED(RejectionReason.NOT_FINITE) {
        @Override
        byte[] damage(TelemetryRecord record) {
            Motion motion = new Motion();
            motion.setSpeed(Float.NaN);
            motion.setSpeedSource(SpeedSource.WHEEL);
            record.setMotion(motion);
            return TelemetryEncoding.encode(record);
        }
    },
    /** A latitude of 91 degrees. */
    LATITUDE_91(RejectionReason.IMPOSSIBLE_POSITION) {
        @Override
        byte[] damage(TelemetryRecord record) {
            record.setPosition(new Position(91.0, 10.0, null, null, null, FixType.THREE_D, null));
            return TelemetryEncoding.encode(record);
        }
    },
    /** A recording whose z axis is a sample short. */
    IMU_LENGTHS(RejectionReason.IMU_LENGTHS_DIFFER) {
        @Override
        byte[] damage(TelemetryRecord record) {
            record.setImuBurst(
                    ImuBurst.newBuilder()
                            .setStart(record.getEventTime())
                            .setRate(100)
                            .setRange(156.9f)
                            .setFrame(AxesFrame.VEHICLE)
                            .setGravityIncluded(false)
                            .setX(List.of(0.1f, 0.2f, 0.1f))
                            .setY(List.of(0.1f, 0f, 0.1f))
                            .setZ(List.of(0.3f, 0.2f))
                            .build());
            return TelemetryEncoding.encode(record);
        }
    };

    private static final byte[] BOMB = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};

    private final RejectionReason reason;

    Corruption(RejectionReason reason) {
        this.reason = reason;
    }

    /** The reason that a consumer must give. */
    public RejectionReason reason() {
        return reason;
    }

    /** Damages a shallow copy of a record; null for no value at all. */
    abstract byte @Nullable [] damage(TelemetryRecord record);
}
