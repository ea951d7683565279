// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that grow, and how numbers and texts are written to them. */
final class RecordWriter {

    private byte[] bytes;
    private int length;

    /** Appends to the first bytes of an array, in place while they fit. */
    RecordWriter(byte[] begun, int used) {
        bytes = begun;
        length = used;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void putByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(256, 2 * length));
        }
        bytes[length++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first; small magnitudes of either sign are short. */
    void putVarLong(long value) {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            putByte((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        putByte((int) left);
    }

    void putInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            putByte(value >> shift);
        }
    }

    void putFloat(float value) {
        putInt(Float.floatToRawIntBits(value));
    }

    void putDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        putInt((int) (bits >> 32));
        putInt((int) bits);
    }

    /** A bit for each number that is known, then those. */
    void putKnown(float... values) {
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            known |= Float.isNaN(values[i]) ? 0 : 1 << i;
        }
        putByte(known);
        for (float value : values) {
            if (!Float.isNaN(value)) {
                putFloat(value);
            }
        }
    }

    void putText(@Nullable String text) {
        if (text == null) {
            putVarLong(-1);
            return;
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putVarLong(encoded.length);
        for (byte b : encoded) {
            putByte(b);
        }
    }
}
