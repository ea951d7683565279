// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.schemas.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedDecoderTest {

    static final DecodeLimits LIMITS = new DecodeLimits(1024, 64, 100);

    interface Write {
        void to(BinaryEncoder out) throws IOException;
    }

    interface Read {
        Object from(BoundedDecoder in) throws IOException;
    }

    private static BoundedDecoder over(int... bytes) {
        byte[] buffer = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            buffer[i] = (byte) bytes[i];
        }
        BoundedDecoder decoder = new BoundedDecoder(LIMITS);
        decoder.reset(buffer, 0);
        return decoder;
    }

    private static BoundedDecoder written(Write write) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        write.to(encoder);
        BoundedDecoder decoder = new BoundedDecoder(LIMITS);
        decoder.reset(bytes.toByteArray(), 0);
        return decoder;
    }

    private static void assertRejected(RejectionReason reason, Read read, int... bytes) {
        BoundedDecoder decoder = over(bytes);
        BoundedDecoder.Failure failure =
                catchThrowableOfType(BoundedDecoder.Failure.class, () -> read.from(decoder));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getStackTrace()).isEmpty();
    }

    @Property
    void readsWhatAvroWrites(
            @ForAll int i, @ForAll long l, @ForAll float f, @ForAll double d, @ForAll boolean b)
            throws IOException {
        BoundedDecoder in =
                written(
                        out -> {
                            out.writeNull();
                            out.writeInt(i);
                            out.writeLong(l);
                            out.writeFloat(f);
                            out.writeDouble(d);
                            out.writeBoolean(b);
                        });
        in.readNull();
        assertThat(in.readInt()).isEqualTo(i);
        assertThat(in.readLong()).isEqualTo(l);
        assertThat(in.readFloat()).isEqualTo(f);
        assertThat(in.readDouble()).isEqualTo(d);
        assertThat(in.readBoolean()).isEqualTo(b);
        assertThat(in.remainingBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "abcdefgh",
                "abcdefghi",
                "abcdefghi\u00e9",
                "\u20ac",
                "x\ud83d\ude00"
            })
    void readsEveryKindOfText(String text) throws IOException {
        BoundedDecoder in =
                written(
                        out -> {
                            out.writeString(text);
                            out.writeString(text);
                            out.writeString(text);
                            out.writeInt(7);
                        });
        assertThat(in.readString()).isEqualTo(text);
        assertThat(in.readString(null).toString()).isEqualTo(text);
        in.skipString();
        assertThat(in.readInt()).isEqualTo(7);
    }

    @Test
    void readsAndSkipsBytesAndFixed() throws IOException {
        byte[] data = "12345".getBytes(StandardCharsets.US_ASCII);
        BoundedDecoder in =
                written(
                        out -> {
                            out.writeBytes(data);
                            out.writeBytes(data);
                            out.writeFixed(data);
                            out.writeFixed(data);
                        });
        assertThat(in.readBytes(null)).isEqualTo(ByteBuffer.wrap(data));
        in.skipBytes();
        in.skipFixed(5);
        byte[] fixed = new byte[7];
        in.readFixed(fixed, 1, 5);
        assertThat(new String(fixed, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("12345");
        assertThat(in.remainingBytes()).isZero();
    }

    @Test
    void aBlockWithItsByteSizeIsReadItemByItemAndSkippedLikewise() throws IOException {
        // A count of -2, a size of 2 bytes, two items, the end.
        BoundedDecoder read = over(3, 4, 10, 12, 0);
        assertThat(read.readArrayStart()).isEqualTo(2);
        assertThat(read.readInt()).isEqualTo(5);
        assertThat(read.readInt()).isEqualTo(6);
        assertThat(read.arrayNext()).isZero();
        assertThat(over(3, 4, 10, 12, 0).skipArray()).isEqualTo(2);
        assertThat(over(3, 4, 10, 12, 0).skipMap()).isEqualTo(2);
        assertThat(over(3, 4, 10, 12, 0).readMapStart()).isEqualTo(2);
    }

    @Test
    void hostileBlocksAreRejected() {
        Read array = BoundedDecoder::readArrayStart;
        // Long.MIN_VALUE, which has no positive counterpart.
        assertRejected(
                RejectionReason.LENGTH_OUT_OF_BOUNDS,
                array,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0x01,
                0x00);
        assertRejected(RejectionReason.LENGTH_OUT_OF_BOUNDS, array, 3, 3, 0, 0);
        assertRejected(RejectionReason.TRUNCATED, array, 3, 8, 0, 0);
        assertRejected(RejectionReason.TRUNCATED, array, 6, 0, 0);
        assertRejected(RejectionReason.LENGTH_OUT_OF_BOUNDS, array, 0xCA, 0x01);
    }

    @Test
    void itemsAreCountedOverAllBlocksOfARecordAndAnewInTheNext() throws IOException {
        byte[] record = new byte[64];
        record[0] = 100;
        record[1] = 104;
        BoundedDecoder in = new BoundedDecoder(LIMITS);
        in.reset(record, 0);
        assertThat(in.readArrayStart()).isEqualTo(50);
        BoundedDecoder.Failure failure =
                catchThrowableOfType(BoundedDecoder.Failure.class, in::readMapStart);
        assertThat(failure.reason()).isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);

        in.reset(record, 1);
        assertThat(in.readMapStart()).isEqualTo(52);
    }

    @Test
    void lengthsAreCheckedBeforeAnythingElse() {
        for (Read read :
                new Read[] {
                    BoundedDecoder::readString,
                    in -> in.readBytes(null),
                    in -> {
                        in.skipString();
                        return "";
                    }
                }) {
            assertRejected(RejectionReason.LENGTH_OUT_OF_BOUNDS, read, 0x82, 0x01);
            assertRejected(RejectionReason.LENGTH_OUT_OF_BOUNDS, read, 1, 0, 0);
            assertRejected(RejectionReason.TRUNCATED, read, 6, 'a', 'b');
        }
        assertRejected(
                RejectionReason.TRUNCATED,
                in -> {
                    in.skipFixed(3);
                    return "";
                },
                1,
                2);
    }

    @Test
    void malformedTextIsNeverReplaced() {
        Read string = BoundedDecoder::readString;
        assertRejected(RejectionReason.INVALID_UTF8, string, 2, 0xFF);
        // Overlong, a surrogate, beyond the last code point, cut.
        assertRejected(RejectionReason.INVALID_UTF8, string, 4, 0xC0, 0x80);
        assertRejected(RejectionReason.INVALID_UTF8, string, 6, 0xED, 0xA0, 0x80);
        assertRejected(RejectionReason.INVALID_UTF8, string, 8, 0xF4, 0x90, 0x80, 0x80);
        assertRejected(RejectionReason.INVALID_UTF8, string, 4, 0xE2, 0x82);
        // Behind eight characters that are checked at once.
        assertRejected(
                RejectionReason.INVALID_UTF8,
                string,
                18,
                'a',
                'b',
                'c',
                'd',
                'e',
                'f',
                'g',
                'h',
                0x80);
        assertRejected(
                RejectionReason.INVALID_UTF8, string, 16, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 0x80);
    }

    @Test
    void numbersLongerThanTheirTypeAreRejected() {
        Read anInt = BoundedDecoder::readInt;
        assertRejected(RejectionReason.MALFORMED, anInt, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00);
        assertRejected(RejectionReason.MALFORMED, anInt, 0x80, 0x80, 0x80, 0x80, 0x10);
        Read aLong = BoundedDecoder::readLong;
        int[] endless = {0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00};
        assertRejected(RejectionReason.MALFORMED, aLong, endless);
        endless[9] = 0x02;
        assertRejected(RejectionReason.MALFORMED, aLong, endless);
        assertRejected(RejectionReason.MALFORMED, BoundedDecoder::readBoolean, 2);
    }

    @Test
    void everyReadStopsAtTheEnd() {
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readBoolean);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readInt, 0x80);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readLong, 0x80);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readFloat, 1, 2, 3);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readDouble, 1, 2, 3, 4, 5, 6, 7);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readEnum);
        assertRejected(RejectionReason.TRUNCATED, BoundedDecoder::readIndex);
    }

    @Test
    void aClearedDecoderHasNothingToRead() {
        BoundedDecoder in = over(1, 2, 3);
        in.clear();

        assertThat(in.remainingBytes()).isZero();
    }
}
