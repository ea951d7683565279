// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding from one range of one array and from nowhere else.
 *
 * <p>Unlike Avro's own decoder it holds no buffer that could outlive a record: {@link #reset} sets
 * every field that reading changes. Each length and count is checked against the limits and against
 * the bytes that are left before anything is allocated for it. An item takes at least one byte,
 * which {@link SchemaStore} ensures, so that a count can never exceed the bytes left. Not
 * thread-safe.
 */
final class BoundedDecoder extends Decoder {

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NOTHING = {};

    private final int maxStringBytes;
    private final int maxItems;
    private byte[] buffer = NOTHING;
    private int position;
    private int end;
    private int itemsLeft;

    BoundedDecoder(DecodeLimits limits) {
        this.maxStringBytes = limits.maxStringBytes();
        this.maxItems = limits.maxItems();
    }

    /** Starts a record that goes from a position to the end of the array. */
    void reset(byte[] record, int start) {
        buffer = record;
        position = start;
        end = record.length;
        itemsLeft = maxItems;
    }

    /** Forgets the record. */
    void clear() {
        reset(NOTHING, 0);
    }

    /** Bytes that were not read. */
    @Override
    public int remainingBytes() {
        return end - position;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        byte value = readByte();
        if (value != 0 && value != 1) {
            throw new Failure(RejectionReason.MALFORMED, "a boolean is neither 0 nor 1");
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long raw = readVarint(5, "an int");
        if (raw >>> 32 != 0) {
            throw new Failure(RejectionReason.MALFORMED, "an int does not fit in 32 bits");
        }
        int value = (int) raw;
        return (value >>> 1) ^ -(value & 1);
    }

    @Override
    public long readLong() throws IOException {
        long raw = readVarint(10, "a long");
        return (raw >>> 1) ^ -(raw & 1);
    }

    @Override
    public float readFloat() throws IOException {
        return Float.intBitsToFloat((int) INTS.get(buffer, take(Float.BYTES)));
    }

    @Override
    public double readDouble() throws IOException {
        return Double.longBitsToDouble((long) LONGS.get(buffer, take(Double.BYTES)));
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = readLength("a string");
        try {
            return Utf8Text.decode(buffer, take(length), length);
        } catch (CharacterCodingException e) {
            throw new Failure(RejectionReason.INVALID_UTF8, "a string is not well-formed UTF-8");
        }
    }

    @Override
    public void skipString() throws IOException {
        take(readLength("a string"));
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
        int length = readLength("a byte string");
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, take(length), bytes, 0, length);
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public void skipBytes() throws IOException {
        take(readLength("a byte string"));
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        System.arraycopy(buffer, take(length), bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    /** Index of the symbol; the reader above knows how many there are. */
    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    /** Index of the branch; the reader above knows how many there are. */
    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readBlockCount();
    }

    @Override
    public long arrayNext() throws IOException {
        return readBlockCount();
    }

    @Override
    public long skipArray() throws IOException {
        return readBlockCount();
    }

    @Override
    public long readMapStart() throws IOException {
        return readBlockCount();
    }

    @Override
    public long mapNext() throws IOException {
        return readBlockCount();
    }

    @Override
    public long skipMap() throws IOException {
        return readBlockCount();
    }

    /**
     * Count of the next block, 0 at the end. A block with a byte size is read item by item like any
     * other, also when it is skipped, so that what a record means cannot depend on its reader.
     */
    private int readBlockCount() throws IOException {
        long count = readLong();
        if (count < 0) {
            count = -count;
            checkBlockSize(readLong());
        }
        // A count of Long.MIN_VALUE stays negative.
        if (count < 0 || count > itemsLeft) {
            throw new Failure(
                    RejectionReason.LENGTH_OUT_OF_BOUNDS,
                    "arrays and maps hold more than " + maxItems + " items");
        }
        if (count > remainingBytes()) {
            throw new Failure(
                    RejectionReason.TRUNCATED, "an array or map claims more items than follow");
        }
        itemsLeft -= (int) count;
        return (int) count;
    }

    private void checkBlockSize(long size) throws Failure {
        if (size < 0) {
            throw new Failure(RejectionReason.LENGTH_OUT_OF_BOUNDS, "a block size is negative");
        }
        if (size > remainingBytes()) {
            throw new Failure(RejectionReason.TRUNCATED, "a block claims more bytes than follow");
        }
    }

    private int readLength(String what) throws IOException {
        long length = readLong();
        if (length < 0 || length > maxStringBytes) {
            throw new Failure(
                    RejectionReason.LENGTH_OUT_OF_BOUNDS,
                    what + " claims a length outside 0.." + maxStringBytes + " bytes");
        }
        return (int) length;
    }

    private byte readByte() throws Failure {
        return buffer[take(1)];
    }

    /** Moves over so many bytes and returns where they begin. */
    private int take(int length) throws Failure {
        int start = position;
        if (length > end - start) {
            throw new Failure(
                    RejectionReason.TRUNCATED, "the record ends in the middle of a value");
        }
        position = start + length;
        return start;
    }

    private long readVarint(int maxBytes, String what) throws Failure {
        long value = 0;
        for (int i = 0; i < maxBytes; i++) {
            byte next = readByte();
            value |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                // The tenth byte holds the last of 64 bits.
                if (i == 9 && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw new Failure(RejectionReason.MALFORMED, what + " is longer than its type allows");
    }

    /** Why reading stopped; without a stack trace, since it is part of normal work. */
    static final class Failure extends IOException {

        private final RejectionReason reason;

        Failure(RejectionReason reason, String message) {
            super(message);
            this.reason = reason;
        }

        RejectionReason reason() {
            return reason;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
