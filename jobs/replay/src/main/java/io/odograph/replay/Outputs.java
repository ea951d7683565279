// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.odograph.common.alert.Alert;
import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.intake.Origin;
import io.odograph.common.intake.Rejection;
import io.odograph.common.json.AvroJson;
import io.odograph.crash.CrashAlertFormat;
import io.odograph.crash.CrashEvidenceFormat;
import io.odograph.crash.CrashIncident;
import io.odograph.geofence.GeofenceAlertFormat;
import io.odograph.geofence.GeofenceRevision;
import io.odograph.speeding.SpeedingAlertFormat;
import io.odograph.speeding.SpeedingEpisode;
import io.odograph.udfs.crash.CrashEdge;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How outputs look as lines, and how they are ordered. */
final class Outputs {

    private static final CrashEvidenceFormat EVIDENCE = new CrashEvidenceFormat();

    private Outputs() {}

    /** A crash alert, by event time, vehicle, id and revision. */
    static String line(CrashIncident incident, CrashAlertFormat format) {
        return line(format.toAvro(incident), incident.alert());
    }

    /** A speeding alert, in the same order. */
    static String line(SpeedingEpisode episode, SpeedingAlertFormat format) {
        return line(format.toAvro(episode), episode.alert());
    }

    /** A breach or visit, in the same order. */
    static String line(GeofenceRevision revision, GeofenceAlertFormat format) {
        return line(format.toAvro(revision), revision.alert());
    }

    private static String line(SpecificRecord record, Alert alert) {
        return SortedLines.line(
                AvroJson.write(record),
                alert.eventTime(),
                alert.vehicleId(),
                alert.alertId(),
                alert.revision());
    }

    /** What was recorded around an incident, by event time and vehicle. */
    static String line(CrashEdge recorded) {
        return SortedLines.line(
                AvroJson.write(EVIDENCE.toAvro(recorded)),
                recorded.incident(),
                recorded.vehicleId());
    }

    /** A dead letter, by source, partition and offset; with its value as text where it is text. */
    static String line(Rejection rejection, DeadLetterFormat format) {
        Origin origin = rejection.origin();
        return SortedLines.line(
                withText(AvroJson.write(format.toAvro(rejection)), rejection.value()),
                origin.source(),
                origin.partition(),
                origin.offset());
    }

    private static String withText(String json, byte @Nullable [] value) {
        String text = value == null ? null : text(value);
        if (text == null) {
            return json;
        }
        char[] quoted = JsonStringEncoder.getInstance().quoteAsString(text);
        return json.substring(0, json.length() - 1)
                + ",\"value_text\":\""
                + String.valueOf(quoted)
                + "\"}";
    }

    private static @Nullable String text(byte[] value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
