// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

class CorruptionTest {

    private static final byte[] GOOD = TelemetryEncoding.encode(good());

    @Test
    void goodRecordsHaveTheSingleObjectHeaderAndDecodeToTheEnd() throws IOException {
        assertThat(GOOD).startsWith(0xC3, 0x01);
        BinaryDecoder decoder = decoder(GOOD);
        assertThat(read(decoder).get("vehicle_id")).hasToString("car-0001");
        assertThat(decoder.isEnd()).isTrue();
    }

    @Test
    void truncatedRecordsEndEarlyInsideTheirBody() {
        for (Corruption c : List.of(Corruption.LAST_BYTE_MISSING, Corruption.BODY_MISSING)) {
            byte[] bytes = damage(c);
            assertThat(bytes).hasSizeGreaterThanOrEqualTo(TelemetryEncoding.HEADER);
            assertThatThrownBy(() -> read(decoder(bytes))).isInstanceOf(EOFException.class);
            assertThat(c.reason()).isEqualTo(RejectionReason.TRUNCATED);
        }
    }

    @Test
    void trailingBytesFollowAWholeRecord() throws IOException {
        BinaryDecoder decoder = decoder(damage(Corruption.TRAILING_BYTES));
        read(decoder);
        assertThat(decoder.isEnd()).isFalse();
    }

    @Test
    void anUnknownFingerprintKeepsTheMarker() {
        byte[] bytes = damage(Corruption.UNKNOWN_FINGERPRINT);
        assertThat(bytes).startsWith(0xC3, 0x01).hasSameSizeAs(GOOD);
        assertThat(Arrays.copyOfRange(bytes, 2, 10)).isNotEqualTo(Arrays.copyOfRange(GOOD, 2, 10));
    }

    @Test
    void aLengthBombAnnouncesTwoGigabytesBehindAValidHeader() throws IOException {
        byte[] bytes = damage(Corruption.LENGTH_BOMB);
        assertThat(bytes).hasSize(15).startsWith(Arrays.copyOf(GOOD, 10));
        assertThat(decoder(bytes).readLong()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void impossibleContentsDecode() throws IOException {
        GenericRecord speed = read(decoder(damage(Corruption.NAN_SPEED)));
        assertThat(((GenericRecord) speed.get("motion")).get("speed")).isEqualTo(Float.NaN);
        GenericRecord place = read(decoder(damage(Corruption.LATITUDE_91)));
        assertThat(((GenericRecord) place.get("position")).get("latitude")).isEqualTo(91.0);
        GenericRecord burst =
                (GenericRecord) read(decoder(damage(Corruption.IMU_LENGTHS))).get("imu_burst");
        assertThat((List<?>) burst.get("x")).hasSize(3);
        assertThat((List<?>) burst.get("z")).hasSize(2);
    }

    @Test
    void noValueAndNoBytesAreDifferentThings() {
        assertThat(Corruption.NULL_VALUE.damage(good())).isNull();
        assertThat(Corruption.EMPTY_VALUE.damage(good())).isEmpty();
    }

    private static byte[] damage(Corruption corruption) {
        byte[] bytes = corruption.damage(good());
        assertThat(bytes).isNotNull();
        return bytes == null ? new byte[0] : bytes;
    }

    private static BinaryDecoder decoder(byte[] bytes) {
        return DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null);
    }

    private static GenericRecord read(BinaryDecoder decoder) throws IOException {
        return new GenericDatumReader<GenericRecord>(TelemetryRecord.getClassSchema())
                .read(null, decoder);
    }

    private static TelemetryRecord good() {
        TelemetryRecord record = new TelemetryRecord();
        record.setVehicleId("car-0001");
        record.setDeviceKind(DeviceKind.EMBEDDED);
        record.setDriverResponse(DriverResponse.UNKNOWN);
        record.setEventTime(Instant.ofEpochMilli(1));
        return record;
    }
}
