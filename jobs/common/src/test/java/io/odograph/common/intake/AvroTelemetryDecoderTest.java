// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.BODY;
import static io.odograph.common.intake.Records.NOW;
import static io.odograph.common.intake.Records.bare;
import static io.odograph.common.intake.Records.bytes;
import static io.odograph.common.intake.Records.concat;
import static io.odograph.common.intake.Records.full;
import static io.odograph.common.intake.RejectionReasonsTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AvroTelemetryDecoderTest {

    static final long ONE_MEGABYTE = 1 << 20;

    final AvroTelemetryDecoder decoder = decoder();

    static AvroTelemetryDecoder decoder() {
        return new AvroTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);
    }

    @Test
    void aFullRecordComesOutWhole() throws Exception {
        Telemetry telemetry = decoder.decode(bytes(full()), NOW + 300);

        assertThat(telemetry)
                .isEqualTo(
                        TelemetryMapper.map(full(), new RecordTimes(NOW + 250, NOW, NOW - 1000)));
        assertThat(telemetry.driverId()).isEqualTo("J\u00e9r\u00f4me \u20ac");
    }

    @Test
    void aRecordCutAnywhereIsRejectedAndItsNeighbourIsNot() throws Exception {
        byte[] whole = bytes(full());
        Telemetry expected = decoder.decode(whole, NOW + 300);

        for (int length = 1; length < whole.length; length++) {
            assertThat(rejection(decoder, Arrays.copyOf(whole, length)).reason())
                    .as("cut to %d bytes", length)
                    .isEqualTo(RejectionReason.TRUNCATED);
            assertThat(decoder.decode(whole, NOW + 300)).isEqualTo(expected);
        }
    }

    @Test
    void aFlippedBitIsRejectedOrReadWithoutAnyOtherException() {
        byte[] whole = bytes(full());
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            try {
                assertThat(decoder.decode(flipped, NOW + 300)).isNotNull();
            } catch (RejectedRecordException e) {
                assertThat(e.reason()).isNotEqualTo(RejectionReason.UNKNOWN);
            }
        }
    }

    /**
     * The smuggling record: a valid record with a second one behind it. A decoder that is kept
     * between records, as stock Avro formats for Flink do, reads the second one in place of the
     * next record.
     */
    @Test
    void aRecordSmuggledBehindAnotherPoisonsAKeptDecoderAndIsHarmlessHere() throws Exception {
        byte[] smuggler = concat(body(bytes(bare("honest"))), body(bytes(bare("forged"))));
        byte[] next = body(bytes(bare("victim")));
        KeptDecoder kept = new KeptDecoder();
        assertThat(kept.read(smuggler)).isEqualTo("honest");
        assertThat(kept.read(next)).isEqualTo("forged");

        byte[] smugglerHere = concat(bytes(bare("honest")), body(bytes(bare("forged"))));
        assertThat(rejection(decoder, smugglerHere).reason())
                .isEqualTo(RejectionReason.TRAILING_BYTES);
        assertThat(decoder.decode(bytes(bare("victim")), NOW).vehicleId()).isEqualTo("victim");
    }

    static Stream<Arguments> bombs() {
        String record =
                "{\"type\":\"record\",\"name\":\"Bomb\",\"fields\":[{\"name\":\"f\",\"type\":";
        return Stream.of("\"bytes\"", "\"string\"", array("long"), array("null"), array("float"))
                .map(type -> Arguments.of(type, SchemaParser.parseSingle(record + type + "}]}")));
    }

    private static String array(String item) {
        return "{\"type\":\"array\",\"items\":\"" + item + "\"}";
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void fiveBytesThatClaimABillionAreRefusedBeforeAnythingIsAllocated(String type, Schema schema)
            throws Exception {
        byte[] billion = {(byte) 0x80, (byte) 0xA8, (byte) 0xD6, (byte) 0xB9, 0x07};
        BoundedDecoder input = new BoundedDecoder(DecodeLimits.DEFAULT);
        var reader = new org.apache.avro.generic.GenericDatumReader<Object>(schema);

        long allocated =
                allocatedBy(
                        () -> {
                            input.reset(billion, 0);
                            try {
                                reader.read(null, input);
                                throw new AssertionError("was read: " + type);
                            } catch (BoundedDecoder.Failure e) {
                                assertThat(e.reason())
                                        .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
                            }
                        });
        assertThat(allocated).isLessThan(ONE_MEGABYTE);
    }

    @Test
    void bombsInsideARecordAreRefusedBeforeAnythingIsAllocated() throws Exception {
        byte[] bare = bytes(bare("v"));
        byte[] billion = {(byte) 0x80, (byte) 0xA8, (byte) 0xD6, (byte) 0xB9, 0x07};
        byte[] inFirstString = concat(Arrays.copyOf(bare, BODY), billion);
        TelemetryRecord withBurst = bare("v");
        withBurst.setImuBurst(Records.burst());
        byte[] whole = bytes(withBurst);
        // Behind the arrays of 3 samples each stand two absent groups and three flags.
        int firstCount = whole.length - 5 - 3 * 14;
        assertThat(whole[firstCount]).isEqualTo((byte) 6);
        byte[] inArray = concat(Arrays.copyOf(whole, firstCount), billion);

        for (byte[] bomb : List.of(inFirstString, inArray)) {
            assertThat(rejection(decoder, bomb).reason())
                    .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
            assertThat(allocatedBy(() -> rejection(decoder, bomb))).isLessThan(ONE_MEGABYTE);
        }
    }

    @Test
    void itTravelsToTaskManagers() throws Exception {
        decoder.decode(bytes(full()), NOW + 300);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(decoder);
        }
        try (InputStream in = new ByteArrayInputStream(bytes.toByteArray());
                ObjectInputStream objects = new ObjectInputStream(in)) {
            TelemetryDecoder there = (TelemetryDecoder) objects.readObject();
            assertThat(there.decode(bytes(full()), NOW + 300))
                    .isEqualTo(decoder.decode(bytes(full()), NOW + 300));
        }
    }

    @Test
    void recordsOfOtherVersionsAreReadAsTodays() throws Exception {
        Schema today = TelemetryRecord.getClassSchema();
        Schema older = withoutField(today, "phone");
        Schema newer =
                SchemaParser.parseSingle(
                        today.toString()
                                .replaceFirst(
                                        "\"fields\":\\[",
                                        "\"fields\":[{\"name\":\"more\",\"type\":"
                                                + "{\"type\":\"array\",\"items\":\"string\"},"
                                                + "\"default\":[]},"));
        TelemetryDecoder both =
                new AvroTelemetryDecoder(
                        DecodeLimits.DEFAULT,
                        TimeLimits.DEFAULT,
                        SchemaStore.of(List.of(older, today, newer), 16));
        TelemetryRecord full = full();
        full.setPhone(null);
        Telemetry expected = both.decode(bytes(full), NOW + 300);

        assertThat(both.decode(as(older, full), NOW + 300)).isEqualTo(expected);
        byte[] withMore = as(newer, full);
        assertThat(both.decode(withMore, NOW + 300)).isEqualTo(expected);
        // A record that fails half-way must leave nothing for the next of any version.
        for (int length = BODY; length < withMore.length; length += 3) {
            assertThat(rejection(both, Arrays.copyOf(withMore, length)).reason())
                    .isEqualTo(RejectionReason.TRUNCATED);
            assertThat(both.decode(as(older, full), NOW + 300)).isEqualTo(expected);
            assertThat(both.decode(withMore, NOW + 300)).isEqualTo(expected);
        }
    }

    private static Schema withoutField(Schema schema, String name) {
        List<Schema.Field> fields =
                schema.getFields().stream()
                        .filter(field -> !field.name().equals(name))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static byte[] as(Schema writer, TelemetryRecord record) throws Exception {
        GenericData.Record copy = new GenericData.Record(writer);
        for (Schema.Field field : writer.getFields()) {
            Schema.Field from = record.getSchema().getField(field.name());
            copy.put(field.pos(), from == null ? List.of("a", "b") : record.get(from.pos()));
        }
        return new BinaryMessageEncoder<GenericData.Record>(ContractData.model(), writer)
                .encode(copy)
                .array();
    }

    private static byte[] body(byte[] record) {
        return Arrays.copyOfRange(record, BODY, record.length);
    }

    interface Action {
        void run() throws Exception;
    }

    private static long allocatedBy(Action action) throws Exception {
        action.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** As stock formats do it: one decoder over one stream whose bytes are exchanged. */
    private static final class KeptDecoder {

        private final ExchangeableStream stream = new ExchangeableStream();
        private final BinaryDecoder binary = DecoderFactory.get().binaryDecoder(stream, null);
        private final SpecificDatumReader<TelemetryRecord> reader =
                new SpecificDatumReader<>(
                        TelemetryRecord.getClassSchema(),
                        TelemetryRecord.getClassSchema(),
                        ContractData.model());

        String read(byte[] record) throws Exception {
            stream.exchange(record);
            return reader.read(null, binary).getVehicleId();
        }
    }

    private static final class ExchangeableStream extends ByteArrayInputStream {

        ExchangeableStream() {
            super(new byte[0]);
        }

        void exchange(byte[] bytes) {
            buf = bytes;
            pos = 0;
            count = bytes.length;
        }
    }
}
