// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes telemetry as one JSON object in UTF-8, such as a line of a {@code .jsonl} file: the field
 * names of the Avro schema, groups as nested objects, times as ISO 8601 with a zone or as
 * milliseconds since the epoch, absent optional fields left out or null. A field that the schema
 * does not have is refused, so that a misspelt one is not lost silently. Thread-safe.
 *
 * @param limits how much one record may ask for
 * @param timeLimits how far a device's clock may be off
 */
public record JsonTelemetryDecoder(DecodeLimits limits, TimeLimits timeLimits)
        implements TelemetryDecoder {

    @Override
    public Telemetry decode(byte @Nullable [] value, long appendTime)
            throws RejectedRecordException {
        byte[] record = RecordBytes.check(value, limits.maxRecordBytes());
        String text = text(record);
        if (text.isBlank()) {
            throw new RejectedRecordException(RejectionReason.EMPTY_VALUE, "the line is blank");
        }
        Object read = new JsonRecordReader(limits).read(text, TelemetryRecord.getClassSchema());
        return TelemetryIntake.accept((TelemetryRecord) read, appendTime, timeLimits);
    }

    private static String text(byte[] record) throws RejectedRecordException {
        try {
            return Utf8Text.decode(record, 0, record.length);
        } catch (CharacterCodingException e) {
            throw new RejectedRecordException(
                    RejectionReason.INVALID_UTF8, "the text is not well-formed UTF-8");
        }
    }
}
