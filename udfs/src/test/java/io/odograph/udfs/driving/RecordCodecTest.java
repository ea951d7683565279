// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

    private static List<Telemetry> reread(List<Telemetry> records) {
        RecordWriter writer = new RecordWriter(new byte[0], 0);
        records.forEach(record -> RecordCodec.write(record, Drive.START, writer));
        RecordReader reader = new RecordReader(Arrays.copyOf(writer.bytes(), writer.length()));
        List<Telemetry> read = new ArrayList<>();
        while (reader.hasMore()) {
            read.add(RecordCodec.read("car", Drive.START, reader));
        }
        return read;
    }

    @Test
    void whatDrivingIsSummedUpFromIsKeptWhole() {
        List<Telemetry> records =
                new ArrayList<>(
                        Journey.of("car").at(-3, 7).ignition(true).to(300, 400, 77).records());
        records.addAll(Journey.of("car").located(false).standing(3).records());

        assertThat(reread(records)).isEqualTo(records);
    }

    @Test
    void recordingsAndPhonesAreKept() {
        List<Telemetry> records =
                Drive.of("car").phone().handled(true).driving(50, 2).impact(20).records();

        List<Telemetry> read = reread(records);

        assertThat(read).hasSameSizeAs(records);
        for (int i = 0; i < records.size(); i++) {
            assertThat(read.get(i).imuBurst()).isEqualTo(records.get(i).imuBurst());
            assertThat(read.get(i).motion()).isEqualTo(records.get(i).motion());
            assertThat(read.get(i).deviceKind()).isEqualTo(records.get(i).deviceKind());
        }
        assertThat(read.get(0).phone().handled()).isTrue();
    }

    @Test
    void aRecordOnceASecondTakesFewBytes() {
        RecordWriter writer = new RecordWriter(new byte[0], 0);
        List<Telemetry> records = Journey.of("car").ignition(true).to(3_000, 0, 36).records();
        records.forEach(record -> RecordCodec.write(record, Drive.START, writer));

        assertThat(writer.length() / records.size()).isBetween(30, 60);
    }

    @Property
    void numbersAreReadAsTheyWereWritten(@ForAll long whole, @ForAll float part) {
        RecordWriter writer = new RecordWriter(new byte[0], 0);
        writer.putVarLong(whole);
        writer.putKnown(part, Float.NaN, -part);
        writer.putDouble(whole / 3.0);
        RecordReader reader = new RecordReader(writer.bytes());

        assertThat(reader.getVarLong()).isEqualTo(whole);
        assertThat(reader.getKnown(3)).containsExactly(part, Float.NaN, -part);
        assertThat(reader.getDouble()).isEqualTo(whole / 3.0);
    }
}
