// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} wrote. */
final class RecordReader {

    private final byte[] bytes;
    private int at;

    RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int getByte() {
        return bytes[at++];
    }

    long getVarLong() {
        long value = 0;
        int shift = 0;
        int read = getByte();
        while (read < 0) {
            value |= (read & 0x7FL) << shift;
            shift += 7;
            read = getByte();
        }
        value |= (long) read << shift;
        return (value >>> 1) ^ -(value & 1);
    }

    int getInt() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | (getByte() & 0xFF);
        }
        return value;
    }

    float getFloat() {
        return Float.intBitsToFloat(getInt());
    }

    double getDouble() {
        long high = getInt();
        return Double.longBitsToDouble((high << 32) | (getInt() & 0xFFFFFFFFL));
    }

    /** As many numbers as were written; NaN for those that were not known. */
    float[] getKnown(int count) {
        int known = getByte();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (known & (1 << i)) != 0 ? getFloat() : Float.NaN;
        }
        return values;
    }

    @Nullable String getText() {
        int length = (int) getVarLong();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
