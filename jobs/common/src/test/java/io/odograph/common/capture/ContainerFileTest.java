// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.intake.Origin;
import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.RejectionReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerFileTest {

    private static final int RECORDS = 1000;

    @TempDir private Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void writeCapture() throws IOException {
        file = folder.resolve("capture.avro");
        SpecificDatumWriter<CapturedRecord> datum = new SpecificDatumWriter<>(CapturedRecord.class);
        try (DataFileWriter<CapturedRecord> writer = new DataFileWriter<>(datum)) {
            writer.setSyncInterval(1024).setCodec(CodecFactory.deflateCodec(6));
            writer.create(CapturedRecord.getClassSchema(), file.toFile());
            for (int i = 0; i < RECORDS; i++) {
                writer.append(record(i));
            }
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void readsEveryRecordInOrder() throws IOException {
        List<Captured> read = readUntilDamage();

        assertThat(read).hasSize(RECORDS);
        assertThat(read).extracting(captured -> captured.origin().offset()).isSorted();
        assertThat(read.get(7).origin()).isEqualTo(new Origin("telemetry.raw", 1, 7, 1007));
        assertThat(read.get(7).key()).isNull();
        assertThat(read.get(7).value()).containsExactly(7, 0, 0, 0);
    }

    @Test
    void namesTheRecordThatAFileHolds() throws IOException {
        assertThat(ContainerFile.recordName(file)).isEqualTo("io.odograph.schemas.CapturedRecord");
    }

    @Test
    void aFileCutOffAnywhereIsReportedAfterItsWholeBlocks() throws IOException {
        int header = whole.length - 20 * 300;
        for (int cut = header; cut < whole.length; cut += 61) {
            Files.write(file, Arrays.copyOf(whole, cut));

            List<Captured> read = new ArrayList<>();
            try (var container = ContainerFile.open(file, CapturedRecord.getClassSchema())) {
                assertThatExceptionOfType(DamagedFileException.class)
                        .as("cut to %d of %d bytes", cut, whole.length)
                        .isThrownBy(() -> readAll(container, read))
                        .extracting(DamagedFileException::reason)
                        .isEqualTo(RejectionReason.TRUNCATED);
            }
            assertThat(read).hasSizeLessThan(RECORDS);
        }
    }

    @Test
    void aBrokenBlockIsReportedAfterTheRecordsBeforeIt() throws IOException {
        byte[] broken = whole.clone();
        Arrays.fill(broken, whole.length / 2, whole.length / 2 + 40, (byte) 0x55);
        Files.write(file, broken);

        List<Captured> read = new ArrayList<>();
        try (var container = ContainerFile.open(file, CapturedRecord.getClassSchema())) {
            assertThatExceptionOfType(DamagedFileException.class)
                    .isThrownBy(() -> readAll(container, read))
                    .extracting(DamagedFileException::reason)
                    .isEqualTo(RejectionReason.MALFORMED);
        }
        assertThat(read).hasSizeBetween(RECORDS / 4, RECORDS * 3 / 4);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Files.writeString(file, "{\"vehicle_id\":\"v\"}\n");

        assertThatThrownBy(() -> ContainerFile.open(file, CapturedRecord.getClassSchema()))
                .isInstanceOf(DamagedFileException.class)
                .hasMessageContaining("not an Avro container file");
    }

    @Test
    void aMissingFileIsNotTakenForADamagedOne() {
        Path missing = folder.resolve("missing.avro");

        assertThatThrownBy(() -> ContainerFile.open(missing, CapturedRecord.getClassSchema()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(DamagedFileException.class);
    }

    private List<Captured> readUntilDamage() throws IOException {
        List<Captured> read = new ArrayList<>();
        try (var container = ContainerFile.open(file, CapturedRecord.getClassSchema())) {
            readAll(container, read);
        }
        return read;
    }

    private static void readAll(ContainerFile container, List<Captured> into) throws IOException {
        for (var next = container.next(); next != null; next = container.next()) {
            into.add(Captured.of(next));
        }
    }

    private static CapturedRecord record(int number) {
        return CapturedRecord.newBuilder()
                .setTopic("telemetry.raw")
                .setPartition(1)
                .setOffset(number)
                .setTimestamp(Instant.ofEpochMilli(1000 + number))
                .setValue(ByteBuffer.wrap(new byte[] {(byte) number, 0, 0, 0}))
                .build();
    }
}
