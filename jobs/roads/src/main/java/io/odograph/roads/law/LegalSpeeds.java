// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.westnordost.osm_legal_default_speeds.LegalDefaultSpeeds;
import de.westnordost.osm_legal_default_speeds.RoadType;
import de.westnordost.osm_legal_default_speeds.RoadTypeFilter;
import io.odograph.roads.tags.LegalClauses;
import io.odograph.roads.tags.Speed;
import io.odograph.roads.tags.SpeedZone;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function2;
import org.jspecify.annotations.Nullable;

/**
 * The speeds that the laws of countries and states set for roads without signs, as collected in
 * OpenStreetMap's wiki. Answers are remembered: a country has few sorts of roads.
 */
public final class LegalSpeeds {

    /** The collection, in the copy that GraphHopper's jar carries. */
    private static final String DATA = "/com/graphhopper/routing/util/legal_default_speeds.json";

    /** Zones that are between houses. */
    private static final Set<String> BUILT_UP =
            Set.of("urban", "nsl_restricted", "living_street", "bicycle_road");

    private final LegalDefaultSpeeds speeds;
    private final Map<String, List<RoadType>> byCountry;
    private final Map<Question, LegalLimit> answers = new HashMap<>();

    private record Question(String country, boolean builtUp, Map<String, String> tags) {}

    private LegalSpeeds(Map<String, RoadTypeFilter> types, Map<String, List<RoadType>> byCountry) {
        this.speeds = new LegalDefaultSpeeds(types, byCountry);
        this.byCountry = byCountry;
    }

    /** Loads the collection. */
    public static LegalSpeeds load() throws IOException {
        try (InputStream in = LegalSpeeds.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new FileNotFoundException(DATA);
            }
            JsonNode data = new ObjectMapper().readTree(in);
            Map<String, RoadTypeFilter> types = new TreeMap<>();
            data.get("roadTypesByName")
                    .properties()
                    .forEach(type -> types.put(type.getKey(), filter(type.getValue())));
            Map<String, List<RoadType>> byCountry = new TreeMap<>();
            data.get("speedLimitsByCountryCode")
                    .properties()
                    .forEach(country -> byCountry.put(country.getKey(), types(country.getValue())));
            return new LegalSpeeds(types, byCountry);
        }
    }

    /** Whether a country or state has rules of its own in the collection. */
    public boolean knows(String code) {
        return byCountry.containsKey(code);
    }

    /** Whether a tag of a way has any bearing on the law; names have in one country only. */
    public boolean isRelevant(String key) {
        return speeds.isRelevantTagKey(key) && !key.equals("name");
    }

    /**
     * What the law says.
     *
     * @param code of the country or state
     * @param builtUp whether the road seems to be in a built-up area; where its tags tell, they win
     * @param tags of the way, those that are relevant
     */
    public LegalLimit limit(String code, boolean builtUp, Map<String, String> tags) {
        return knows(code)
                ? answers.computeIfAbsent(new Question(code, builtUp, tags), this::ask)
                : LegalLimit.UNKNOWN;
    }

    /** The same for a road of which a zone or type is stated; null where that tells nothing. */
    public @Nullable Speed speed(SpeedZone zone, Map<String, String> tags) {
        if (zone.speed() != null) {
            return zone.speed();
        }
        Map<String, String> stated = new HashMap<>(tags);
        switch (zone.name()) {
            case "urban", "rural", "nsl_single", "nsl_dual", "nsl_restricted" ->
                    stated.put("maxspeed:type", zone.country() + ":" + zone.name());
            case "living_street", "motorway", "trunk" -> stated.put("highway", zone.name());
            case "motorroad", "bicycle_road" -> stated.put(zone.name(), "yes");
            default -> {
                return null;
            }
        }
        return limit(zone.country(), BUILT_UP.contains(zone.name()), Map.copyOf(stated)).speed();
    }

    private LegalLimit ask(Question question) {
        LegalDefaultSpeeds.Result result =
                speeds.getSpeedLimits(
                        question.country(),
                        question.tags(),
                        Collections.emptyList(),
                        builtUpOr(question.builtUp()));
        if (result == null) {
            return LegalLimit.UNKNOWN;
        }
        Map<String, String> tags = result.getTags();
        String maxspeed = tags.get("maxspeed");
        Speed speed;
        if (maxspeed != null) {
            speed = Speed.parse(maxspeed);
        } else {
            // A recommendation instead of a limit says that there is none.
            speed = tags.containsKey("maxspeed:advisory") ? Speed.NONE : null;
        }
        return new LegalLimit(speed, LegalClauses.of(tags));
    }

    /**
     * Answers for the sorts of roads that a way's own tags seldom tell apart. A restricted road is
     * one with street lights, as streets between houses have them.
     */
    private static Function2<String, Function0<Boolean>, Boolean> builtUpOr(boolean builtUp) {
        return (type, byTags) ->
                switch (type) {
                    case "urban", "United Kingdom: restricted road" -> builtUp || byTags.invoke();
                    case "rural" -> !builtUp || byTags.invoke();
                    default -> byTags.invoke();
                };
    }

    private static List<RoadType> types(JsonNode list) {
        List<RoadType> types = new ArrayList<>();
        for (JsonNode type : list) {
            Map<String, String> tags = new TreeMap<>();
            type.get("tags")
                    .properties()
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
            types.add(new LegalType(text(type, "name"), tags));
        }
        return types;
    }

    private static RoadTypeFilter filter(JsonNode type) {
        return new LegalFilter(
                text(type, "filter"), text(type, "fuzzyFilter"), text(type, "relationFilter"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private record LegalType(@Nullable String name, Map<String, String> tags) implements RoadType {
        @Override
        public @Nullable String getName() {
            return name;
        }

        @Override
        public Map<String, String> getTags() {
            return tags;
        }
    }

    private record LegalFilter(
            @Nullable String filter, @Nullable String fuzzy, @Nullable String relation)
            implements RoadTypeFilter {
        @Override
        public @Nullable String getFilter() {
            return filter;
        }

        @Override
        public @Nullable String getFuzzyFilter() {
            return fuzzy;
        }

        @Override
        public @Nullable String getRelationFilter() {
            return relation;
        }
    }
}
