// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Damaged records among valid ones: none is lost, no neighbour changes, nothing else is thrown. */
class IntakeFuzzTest {

    static final long APPENDED = NOW + 300;

    private int accepted;
    private final Map<RejectionReason, Integer> rejected = new EnumMap<>(RejectionReason.class);

    @Test
    void damagedAvroRecordsNeverHarmTheirNeighbours() throws Exception {
        int damaged = 200_000;
        run(
                new AvroTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT),
                Records::bytes,
                damaged,
                20_261_120L);

        assertThat(accepted + deadLetters()).isEqualTo(2 * damaged);
        assertThat(deadLetters()).isGreaterThan(damaged / 2);
        // So that the fuzz cannot quietly stop short of what it is to reach.
        assertThat(rejected.keySet())
                .contains(
                        RejectionReason.EMPTY_VALUE,
                        RejectionReason.NOT_SINGLE_OBJECT,
                        RejectionReason.UNKNOWN_SCHEMA,
                        RejectionReason.TRUNCATED,
                        RejectionReason.TRAILING_BYTES,
                        RejectionReason.MALFORMED,
                        RejectionReason.LENGTH_OUT_OF_BOUNDS,
                        RejectionReason.INVALID_UTF8,
                        RejectionReason.INVALID_IDENTITY,
                        RejectionReason.NOT_FINITE,
                        RejectionReason.OUT_OF_RANGE,
                        RejectionReason.IMPOSSIBLE_POSITION,
                        RejectionReason.EVENT_TIME_IN_FUTURE,
                        RejectionReason.EVENT_TIME_TOO_OLD,
                        RejectionReason.RECEIVE_TIME_IN_FUTURE,
                        RejectionReason.IMU_LENGTHS_DIFFER,
                        RejectionReason.IMU_SPAN_INVALID);
    }

    @Test
    void damagedJsonRecordsNeverHarmTheirNeighbours() throws Exception {
        int damaged = 20_000;
        run(
                new JsonTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT),
                record -> JsonText.of(record).getBytes(StandardCharsets.UTF_8),
                damaged,
                20_261_121L);

        assertThat(accepted + deadLetters()).isEqualTo(2 * damaged);
        assertThat(deadLetters()).isGreaterThan(damaged / 2);
        assertThat(rejected.keySet())
                .contains(
                        RejectionReason.EMPTY_VALUE,
                        RejectionReason.MALFORMED_TEXT,
                        RejectionReason.INVALID_UTF8,
                        RejectionReason.OUT_OF_RANGE);
    }

    private void run(
            TelemetryDecoder decoder,
            Function<TelemetryRecord, byte[]> encoding,
            int damaged,
            long seed)
            throws Exception {
        Mutations mutations = new Mutations(seed);
        List<byte[]> valid = valid().stream().map(encoding).toList();
        List<Telemetry> expected = new ArrayList<>();
        for (byte[] record : valid) {
            expected.add(decoder.decode(record, APPENDED));
        }
        for (int i = 0; i < damaged; i++) {
            int which = mutations.nextInt(valid.size());
            byte[] other = valid.get(mutations.nextInt(valid.size()));
            feed(decoder, damage(mutations, valid.get(which), other, encoding));
            if (!decoder.decode(valid.get(which), APPENDED).equals(expected.get(which))) {
                throw new AssertionError("neighbour of damaged record " + i + " has changed");
            }
            accepted++;
        }
    }

    private static byte[] damage(
            Mutations mutations,
            byte[] record,
            byte[] other,
            Function<TelemetryRecord, byte[]> encoding) {
        return switch (mutations.nextInt(10)) {
            case 0 -> mutations.strangeSchema(record);
            case 1 -> encoding.apply(mutations.fault());
            default -> mutations.of(record, other);
        };
    }

    private void feed(TelemetryDecoder decoder, byte[] record) {
        try {
            decoder.decode(record, APPENDED);
            accepted++;
        } catch (RejectedRecordException e) {
            rejected.merge(e.reason(), 1, Integer::sum);
        }
    }

    private int deadLetters() {
        return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<TelemetryRecord> valid() {
        TelemetryRecord withoutBurst = Records.full();
        withoutBurst.setImuBurst(null);
        TelemetryRecord moving = Records.bare("moving");
        moving.setPosition(Records.position());
        moving.setMotion(Records.motion());
        return List.of(Records.bare("bare"), moving, withoutBurst, Records.full());
    }
}
