// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.account;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the records that came in. It balances when none is missing and none counted twice;
 * it is kept for one run without interruption, since a restored job counts from 0 again.
 *
 * @param in records that came in, 0 and up
 * @param used records that a rule got to see
 * @param duplicate exact repetitions of a record, dropped
 * @param late records that came after their place had been passed
 * @param deadLettered records rejected, by the name of the reason, sorted; reasons without any are
 *     left out
 */
public record RecordAccount(
        long in, long used, long duplicate, long late, SortedMap<String, Long> deadLettered) {

    /** Accumulator that counts the records that came in. */
    public static final String IN = "account.in";

    /** Accumulator that counts the records used. */
    public static final String USED = "account.used";

    /** Accumulator that counts the duplicates. */
    public static final String DUPLICATE = "account.duplicate";

    /** Accumulator that counts the late records. */
    public static final String LATE = "account.late";

    /** Accumulators that count the rejected records begin so; a dot and the reason follow. */
    public static final String DEAD_LETTERED = "account.dead-lettered";

    private static final String BY_REASON = DEAD_LETTERED + ".";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the counts by reason. */
    public RecordAccount {
        deadLettered = Collections.unmodifiableSortedMap(new TreeMap<>(deadLettered));
    }

    /**
     * The account in a job's accumulators, while it runs or at its end.
     *
     * @param accumulators counts as Long by name; an absent one counts as 0
     */
    public static RecordAccount of(Map<String, ?> accumulators) {
        SortedMap<String, Long> deadLettered = new TreeMap<>();
        accumulators.forEach(
                (name, count) -> {
                    if (name.startsWith(BY_REASON) && (Long) count != 0) {
                        deadLettered.put(name.substring(BY_REASON.length()), (Long) count);
                    }
                });
        return new RecordAccount(
                count(accumulators, IN),
                count(accumulators, USED),
                count(accumulators, DUPLICATE),
                count(accumulators, LATE),
                deadLettered);
    }

    private static long count(Map<String, ?> accumulators, String name) {
        Object count = accumulators.get(name);
        return count == null ? 0 : (Long) count;
    }

    /** Records rejected for any reason. */
    public long totalDeadLettered() {
        return deadLettered.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records that came in and are found nowhere; negative if some were counted twice. */
    public long unaccounted() {
        return in - used - duplicate - late - totalDeadLettered();
    }

    /** Whether every record that came in is accounted for, once. */
    public boolean balances() {
        return unaccounted() == 0;
    }

    /** The account as JSON on one line with its end, the keys always in the same order. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("in", in);
            json.writeNumberField("used", used);
            json.writeNumberField("duplicate", duplicate);
            json.writeNumberField("late", late);
            json.writeNumberField("dead_lettered", totalDeadLettered());
            json.writeObjectFieldStart("dead_lettered_by_reason");
            for (Map.Entry<String, Long> reason : deadLettered.entrySet()) {
                json.writeNumberField(reason.getKey(), reason.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does not fail", e);
        }
        return text + "\n";
    }

    /**
     * Reads an account back from its JSON.
     *
     * @throws IllegalArgumentException if the text is no account
     */
    public static RecordAccount parse(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            SortedMap<String, Long> deadLettered = new TreeMap<>();
            json.required("dead_lettered_by_reason")
                    .properties()
                    .forEach(
                            reason ->
                                    deadLettered.put(reason.getKey(), reason.getValue().asLong()));
            return new RecordAccount(
                    json.required("in").asLong(),
                    json.required("used").asLong(),
                    json.required("duplicate").asLong(),
                    json.required("late").asLong(),
                    deadLettered);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an account: " + e.getOriginalMessage(), e);
        }
    }

    /** The account in words, on one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d in = %,d used + %,d duplicate + %,d late + %,d dead-lettered",
                in,
                used,
                duplicate,
                late,
                totalDeadLettered());
    }
}
