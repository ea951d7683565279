// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The ground truth as JSON text. */
final class TruthJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TruthJson() {}

    /** One line per expected crash. */
    static String crashes(GroundTruth truth) {
        StringBuilder lines = new StringBuilder();
        for (ExpectedCrash crash : truth.crashes()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("vehicle_id", crash.vehicleId());
            line.put("tenant_id", crash.tenantId());
            line.put("impact_time", TelemetryJson.time(crash.impactTime()));
            line.put("kind", crash.kind().name());
            line.put("delta_v", crash.deltaV());
            line.put("direction", crash.direction());
            line.put("speed_before", crash.speedBefore());
            line.put("secondary_impacts", crash.secondaryImpacts());
            line.put("falls_silent", crash.fallsSilent());
            lines.append(text(line)).append('\n');
        }
        return lines.toString();
    }

    /** One line per expected episode of speeding. */
    static String speedings(GroundTruth truth) {
        StringBuilder lines = new StringBuilder();
        for (ExpectedSpeeding speeding : truth.speedings()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("vehicle_id", speeding.vehicleId());
            line.put("tenant_id", speeding.tenantId());
            line.put("start_time", TelemetryJson.time(speeding.start()));
            line.put("end_time", TelemetryJson.time(speeding.end()));
            line.put("band", speeding.band().name());
            line.put("peak_excess", speeding.peakExcess());
            line.put("limit", speeding.limit());
            line.put("way_id", speeding.wayId());
            lines.append(text(line)).append('\n');
        }
        return lines.toString();
    }

    /** One line per expected breach of a fence and visit to one. */
    static String geofences(GroundTruth truth) {
        StringBuilder lines = new StringBuilder();
        for (ExpectedGeofence expected : truth.geofences()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("vehicle_id", expected.vehicleId());
            line.put("tenant_id", expected.tenantId());
            line.put("fence_id", expected.fenceId());
            line.put("fence_version", expected.fenceVersion());
            line.put("kind", expected.kind());
            line.put("cause", expected.cause());
            line.put("start_time", TelemetryJson.time(expected.start()));
            Instant end = expected.end();
            line.put("end_time", end == null ? null : TelemetryJson.time(end));
            lines.append(text(line)).append('\n');
        }
        return lines.toString();
    }

    /** The account as one object on one line. */
    static String account(Account account) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("in", account.in());
        object.put("used", account.used());
        object.put("duplicate", account.duplicate());
        object.put("late", account.late());
        object.put("dead_lettered", account.deadLettered());
        ObjectNode reasons = object.putObject("dead_lettered_by_reason");
        account.deadLetteredByReason().forEach(reasons::put);
        return text(object) + "\n";
    }

    /** A tree on one line. */
    static String text(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values always has a text", e);
        }
    }
}
