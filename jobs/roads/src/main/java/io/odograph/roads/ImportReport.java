// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.estimate.Calibration;
import io.odograph.roads.estimate.HoldOut;
import io.odograph.roads.estimate.Reliability;
import io.odograph.roads.tags.ConditionalCount;
import io.odograph.roads.tags.Highway;
import io.odograph.roads.tags.MalformedValue;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadLimit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import found and made, for people. */
final class ImportReport {

    private static final int SHOWN = 10;

    private final Ways ways;
    private final Segments segments;
    private final HoldOut holdOut;

    /** Directed edges by class and source. */
    private final Map<RoadClass, Map<LimitSource, Integer>> keys = new EnumMap<>(RoadClass.class);

    private final Map<RoadClass, Integer> waysOf = new EnumMap<>(RoadClass.class);
    private final StringBuilder text = new StringBuilder();

    ImportReport(Ways ways, Segments segments, HoldOut holdOut) {
        this.ways = ways;
        this.segments = segments;
        this.holdOut = holdOut;
        for (int i = 0; i < ways.count(); i++) {
            waysOf.merge(ways.traits(i).highway().roadClass(), 1, Integer::sum);
        }
    }

    /** Counts a direction of a piece; null if it is not drivable. */
    void add(Highway highway, @Nullable RoadLimit limit) {
        if (limit != null) {
            keys.computeIfAbsent(highway.roadClass(), c -> new EnumMap<>(LimitSource.class))
                    .merge(limit.source(), 1, Integer::sum);
        }
    }

    /** Ways of the classes that carry general traffic. */
    int generalWays() {
        return waysOf.entrySet().stream()
                .filter(entry -> Highway.isGeneral(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Directed edges. */
    int keyCount() {
        return keys.keySet().stream().mapToInt(this::keyCount).sum();
    }

    /** Directed edges whose limit has a source. */
    int keyCount(LimitSource source) {
        return keys.values().stream().mapToInt(of -> of.getOrDefault(source, 0)).sum();
    }

    /** Values of speed tags that could not be read. */
    List<MalformedValue> malformed() {
        return ways.limits().malformed();
    }

    /** Conditional limits by what became of them. */
    ConditionalCount conditionals() {
        return ways.limits().conditionals();
    }

    /** Ways with any conditional limit. */
    int conditionalWays() {
        return ways.limits().conditionalWays();
    }

    /** Turn restrictions by what became of them. */
    TurnRule.Count turns() {
        return ways.turnCount();
    }

    /** How estimates did on hidden tags. */
    HoldOut holdOut() {
        return holdOut;
    }

    /** All of it. */
    String text() {
        text.setLength(0);
        classes();
        conditionalsAndTurns();
        malformedValues();
        accuracy();
        return text.toString();
    }

    private void classes() {
        line(
                "%-14s %8s %10s %7s %6s %11s %9s %6s %8s",
                "class",
                "ways",
                "directed",
                "posted",
                "zone",
                "neighbours",
                "regional",
                "legal",
                "unknown");
        for (RoadClass roadClass : keys.keySet()) {
            row(roadClass.name().toLowerCase(Locale.ROOT), waysOf.get(roadClass), roadClass);
        }
        row("all", ways.count(), null);
        line("");
        if (ways.closed() > 0) {
            line("%d more roads are closed to cars", ways.closed());
        }
        if (segments.cutWays() > 0) {
            line("%d ways have nodes that are not in the file", segments.cutWays());
        }
    }

    private void row(String name, int wayCount, @Nullable RoadClass roadClass) {
        int directed = roadClass == null ? keyCount() : keyCount(roadClass);
        StringBuilder row = new StringBuilder();
        row.append(String.format(Locale.ROOT, "%-14s %8d %10d", name, wayCount, directed));
        int[] widths = {7, 6, 11, 9, 6, 8};
        LimitSource[] sources = LimitSource.values();
        for (int i = 0; i < sources.length; i++) {
            int count =
                    roadClass == null
                            ? keyCount(sources[i])
                            : keys.get(roadClass).getOrDefault(sources[i], 0);
            row.append(String.format(Locale.ROOT, " %" + widths[i] + "s", share(count, directed)));
        }
        line("%s", row);
    }

    private int keyCount(RoadClass roadClass) {
        return keys.get(roadClass).values().stream().mapToInt(Integer::intValue).sum();
    }

    private void conditionalsAndTurns() {
        ConditionalCount count = conditionals();
        line(
                "conditional limits: %d ways; %d understood, %d for wet or snow, %d not understood",
                conditionalWays(), count.understood(), count.wet(), count.notUnderstood());
        TurnRule.Count turns = turns();
        line(
                "turn restrictions: %d applied, %d over ways, %d conditional, %d not for cars,"
                        + " %d incomplete",
                turns.applied,
                turns.viaWays,
                turns.conditional,
                turns.otherVehicles,
                turns.incomplete);
    }

    private void malformedValues() {
        List<MalformedValue> all = malformed();
        line("malformed values: %d", all.size());
        for (MalformedValue value : all.subList(0, Math.min(SHOWN, all.size()))) {
            line("  way %d: %s=%s", value.wayId(), value.key(), value.value());
        }
        if (all.size() > SHOWN) {
            line("  and %d more", all.size() - SHOWN);
        }
    }

    private void accuracy() {
        line("");
        line(
                "%-22s %8s %7s %8s %9s",
                "estimates, tag hidden", "roads", "exact", "too low", "too high");
        Calibration calibration = holdOut.calibration();
        outcomes("neighbours", calibration.outcomes(LimitSource.NEIGHBOURS));
        outcomes("regional", calibration.outcomes(LimitSource.REGIONAL));
        outcomes("legal default alone", calibration.outcomes(LimitSource.LEGAL_DEFAULT));
        outcomes("best of them", holdOut.outcomes());
        Reliability reliability = holdOut.reliability();
        line(
                "calibrated on half of the cells: confidence %.2f, exact in the other half %.2f;",
                reliability.claimed(), reliability.exact());
        line(
                "  upper bound told for %.0f%%, which holds for %.1f%% of these",
                100 * reliability.bounded(), 100 * reliability.held());
    }

    private void outcomes(String name, int[] outcomes) {
        int roads = outcomes[0] + outcomes[1] + outcomes[2];
        line(
                "%-22s %8d %7s %8s %9s",
                name,
                roads,
                share(outcomes[0], roads),
                share(outcomes[1], roads),
                share(outcomes[2], roads));
    }

    static String share(int part, int whole) {
        return part == 0 || whole == 0
                ? "-"
                : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
