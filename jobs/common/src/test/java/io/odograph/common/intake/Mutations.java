// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to damage a record; the same seed damages in the same way. */
final class Mutations {

    private static final int[] LENGTHS = {
        0x7FFFFFFF, 0x3B9ACA00, -1, Integer.MIN_VALUE, 0xFFFF, 255, 65, 1
    };

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A damaged copy of a record, in a way chosen by the seed. */
    byte[] of(byte[] record, byte[] other) {
        return switch (random.nextInt(8)) {
            case 0 -> flipBits(record);
            case 1 -> Arrays.copyOf(record, random.nextInt(record.length));
            case 2 -> Records.concat(record, noise(1 + random.nextInt(40)));
            case 3 -> splice(record, other);
            case 4 -> overwriteLength(record);
            case 5 -> insert(record);
            case 6 -> noise(random.nextInt(300));
            default -> Records.concat(record, other);
        };
    }

    /** A copy with another schema's fingerprint. */
    byte[] strangeSchema(byte[] record) {
        return ByteBuffer.wrap(record.clone()).putLong(2, random.nextLong()).array();
    }

    /** A record that is well-formed and has one fault of meaning. */
    TelemetryRecord fault() {
        TelemetryRecord record = Records.full();
        switch (random.nextInt(9)) {
            case 0 -> record.setVehicleId(random.nextBoolean() ? "" : "a b");
            case 1 -> record.getMotion().setSpeed(random.nextBoolean() ? Float.NaN : -1f);
            case 2 -> record.getPosition().setLatitude(90 + random.nextDouble(1e300) + 1e-9);
            case 3 -> record.getImuBurst().setZ(List.of(1f));
            case 4 -> record.setEventTime(Instant.ofEpochMilli(Records.NOW + 60_251));
            case 5 -> record.setReceivedAt(Instant.ofEpochMilli(Records.NOW + 600_000));
            case 6 -> record.setSequence(-1 - random.nextLong(1L << 62));
            case 7 -> record.getImuBurst().setRate((float) random.nextDouble(0.99));
            default -> record.getVehicle().setDtcList(List.of(""));
        }
        return record;
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    private byte[] flipBits(byte[] record) {
        byte[] flipped = record.clone();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] splice(byte[] record, byte[] other) {
        byte[] head = Arrays.copyOf(record, random.nextInt(record.length));
        return Records.concat(
                head, Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
    }

    /** Puts a variable-length number, as a length or count would stand, somewhere. */
    private byte[] overwriteLength(byte[] record) {
        byte[] changed = record.clone();
        long length = LENGTHS[random.nextInt(LENGTHS.length)];
        long zigzag = (length << 1) ^ (length >> 63);
        int at = random.nextInt(changed.length);
        while (at < changed.length - 1 && (zigzag & ~0x7FL) != 0) {
            changed[at++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        changed[at] = (byte) (zigzag & 0x7F);
        return changed;
    }

    private byte[] insert(byte[] record) {
        int at = random.nextInt(record.length);
        return Records.concat(
                Records.concat(Arrays.copyOf(record, at), noise(1 + random.nextInt(8))),
                Arrays.copyOfRange(record, at, record.length));
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
