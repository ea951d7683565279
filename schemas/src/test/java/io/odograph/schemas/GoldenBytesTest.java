// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was once written stays readable, bit for bit. */
class GoldenBytesTest {

    record Golden(Schema current, int version) {

        Schema schema() {
            return Contracts.released(current.getName()).get(version - 1);
        }

        byte[] bytes() throws Exception {
            return Files.readAllBytes(Contracts.goldenFile(current.getName(), version));
        }

        @Override
        public String toString() {
            return current.getName() + " v" + version;
        }
    }

    // Avro loads no class by the name in a schema unless somebody vouches for it.
    @BeforeAll
    static void trustTheGeneratedClasses() {
        ClassSecurityValidator.setGlobal(
                type -> type.getPackageName().equals(GoldenBytesTest.class.getPackageName()));
    }

    @AfterAll
    static void trustNoMore() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT);
    }

    static Stream<Golden> released() {
        return Contracts.compiled().stream()
                .flatMap(
                        current ->
                                IntStream.rangeClosed(
                                                1, Contracts.released(current.getName()).size())
                                        .mapToObj(version -> new Golden(current, version)));
    }

    @Test
    void everyContractHasAReleasedVersion() {
        assertThat(released().map(golden -> golden.current().getName()))
                .containsAll(Contracts.compiled().stream().map(Schema::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("released")
    void theFixedRecordIsStillWrittenAsTheSameBytes(Golden golden) throws Exception {
        assertThat(SingleObject.encode(FixedRecords.of(golden.schema()))).isEqualTo(golden.bytes());
    }

    @ParameterizedTest
    @MethodSource("released")
    void todaysReaderFindsTheFixedRecordInTheBytes(Golden golden) throws Exception {
        GenericData.Record today =
                SingleObject.decode(golden.bytes(), golden.schema(), golden.current());

        // Seen through the old schema again, nothing may have been lost or changed.
        byte[] rewritten = SingleObject.encode(today);
        GenericData.Record then = SingleObject.decode(rewritten, golden.current(), golden.schema());
        assertThat(then).isEqualTo(asRead(FixedRecords.of(golden.schema())));
    }

    @ParameterizedTest
    @MethodSource("released")
    void theGeneratedClassReadsTheBytesAndWritesItsOwnVersionBack(Golden golden) throws Exception {
        SpecificData model = SpecificData.getForSchema(golden.current());
        BinaryMessageDecoder<SpecificRecordBase> decoder =
                new BinaryMessageDecoder<>(model, golden.current(), new SchemaStore.Cache());
        decoder.addSchema(golden.schema());
        SpecificRecordBase record = decoder.decode(golden.bytes());
        BinaryMessageEncoder<SpecificRecordBase> encoder =
                new BinaryMessageEncoder<>(model, golden.current());
        byte[] rewritten = encoder.encode(record).array();

        GenericData.Record then = SingleObject.decode(rewritten, golden.current(), golden.schema());
        assertThat(then).isEqualTo(asRead(FixedRecords.of(golden.schema())));
        // Only a version with today's fingerprint is what today's class writes.
        if (Arrays.equals(
                SingleObject.header(golden.current()), SingleObject.header(golden.schema()))) {
            assertThat(rewritten).isEqualTo(golden.bytes());
        }
    }

    /** The record with strings and maps in the classes that reading gives them. */
    private static GenericData.Record asRead(GenericData.Record record) {
        return SingleObject.decode(
                SingleObject.encode(record), record.getSchema(), record.getSchema());
    }
}
