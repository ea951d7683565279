// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odograph.udfs.score.Dated;
import io.odograph.udfs.score.ScoreCurve;
import io.odograph.udfs.score.ScoreFactor;
import io.odograph.udfs.score.Scorecard;
import io.odograph.udfs.score.ScorecardFactor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads scorecards from JSON. What is no number, or absent, is read as NaN, which no scorecard can
 * use: so one pass tells all that is wrong.
 */
final class ScorecardReader {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final double CREDIBILITY_KM = 500;

    private static final Set<String> CARD =
            new TreeSet<>(
                    Set.of(
                            "id",
                            "version",
                            "effective_from",
                            "note",
                            "credibility_km",
                            "mileage",
                            "factors"));
    private static final Set<String> MILEAGE = new TreeSet<>(Set.of("night_factor", "rush_factor"));
    private static final Set<String> FACTOR =
            new TreeSet<>(Set.of("factor", "weight", "fleet_mean", "curve", "note"));

    private final List<String> problems;

    private ScorecardReader(List<String> problems) {
        this.problems = problems;
    }

    /**
     * Reads a scorecard.
     *
     * @param text the file
     * @param problems takes why it cannot be used, each with its place in the file
     * @return the scorecard, not to be used where there are problems; null if it is no JSON object
     */
    static @Nullable Scorecard read(byte[] text, List<String> problems) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            problems.add(
                    "line "
                            + (at == null ? 1 : at.getLineNr())
                            + ", column "
                            + (at == null ? 1 : at.getColumnNr())
                            + ": "
                            + e.getOriginalMessage());
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
        if (!root.isObject()) {
            problems.add("must be a JSON object");
            return null;
        }
        Scorecard card = new ScorecardReader(problems).card(root);
        problems.addAll(card.problems());
        return card;
    }

    private Scorecard card(JsonNode root) {
        keys("", root, CARD);
        JsonNode mileage = root.path("mileage");
        if (!mileage.isMissingNode()) {
            keys("mileage", mileage, MILEAGE);
        }
        List<ScorecardFactor> factors = new ArrayList<>();
        JsonNode list = root.path("factors");
        if (!list.isMissingNode() && !list.isArray()) {
            problems.add("factors: must be a list");
        }
        for (JsonNode factor : list) {
            factors.add(factor("factors[" + factors.size() + "]", factor));
        }
        JsonNode version = root.path("version");
        return new Scorecard(
                root.path("id").asText(""),
                version.isIntegralNumber() ? version.asLong() : 0,
                effectiveFrom(root.path("effective_from")),
                number(root.path("credibility_km"), CREDIBILITY_KM),
                number(mileage.path("night_factor"), 1),
                number(mileage.path("rush_factor"), 1),
                factors);
    }

    private long effectiveFrom(JsonNode node) {
        if (node.isMissingNode()) {
            return Dated.BY_RULE;
        }
        try {
            return Instant.parse(node.asText("")).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            problems.add("effective_from: must be a time such as 2026-01-01T00:00:00Z, is " + node);
            return 0;
        }
    }

    private ScorecardFactor factor(String place, JsonNode node) {
        keys(place, node, FACTOR);
        List<Double> values = new ArrayList<>();
        List<Double> points = new ArrayList<>();
        for (JsonNode point : node.path("curve")) {
            if (!point.isArray() || point.size() != 2) {
                problems.add(place + ".curve[" + values.size() + "]: must be a pair, as [0.5, 80]");
            }
            values.add(number(point.path(0), Double.NaN));
            points.add(number(point.path(1), Double.NaN));
        }
        return new ScorecardFactor(
                ScoreFactor.of(node.path("factor").asText("")),
                number(node.path("weight"), Double.NaN),
                number(node.path("fleet_mean"), Double.NaN),
                new ScoreCurve(values, points));
    }

    private static double number(JsonNode node, double otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }

    private void keys(String place, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            problems.add(place + ": must be a JSON object");
        }
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!known.contains(key)) {
                                problems.add(
                                        (place.isEmpty() ? "" : place + ".")
                                                + key
                                                + ": is none of "
                                                + known);
                            }
                        });
    }
}
