// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.speeding.EffectiveLimit;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains a directed edge and its limit to people. */
final class RoadText {

    private RoadText() {}

    /** What road it is. */
    static String road(RoadNetwork network, NearRoads.Near near) {
        int edge = near.key() >> 1;
        String name = network.name(edge);
        List<String> parts = new ArrayList<>();
        parts.add("way " + network.wayId(edge) + (name == null ? "" : " \"" + name + "\""));
        parts.add(words(network.roadClass(edge)));
        parts.addAll(flags(network.flags(edge)));
        parts.add(String.format(Locale.ROOT, "heading %.0f", near.heading()));
        return String.format(Locale.ROOT, "%5.1f m  %s", near.distance(), String.join(", ", parts));
    }

    private static List<String> flags(int flags) {
        List<String> words = new ArrayList<>();
        add(words, flags, RoadFlags.RAMP, "ramp");
        add(words, flags, RoadFlags.ROUNDABOUT, "roundabout");
        add(words, flags, RoadFlags.BRIDGE, "bridge");
        add(words, flags, RoadFlags.TUNNEL, "tunnel");
        add(words, flags, RoadFlags.RESTRICTED, "restricted");
        return words;
    }

    private static void add(List<String> words, int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            words.add(word);
        }
    }

    /** Where its limit comes from and how sure it is. */
    static String limit(RoadLimit limit) {
        if (limit.source() == LimitSource.UNKNOWN) {
            return "limit not known";
        }
        String speed = new Speed(limit.kind(), limit.value(), limit.mph()).text();
        String sure =
                String.format(
                        Locale.ROOT,
                        "%s, %s, confidence %.2f",
                        speed,
                        source(limit.source()),
                        limit.confidence());
        return limit.source().isStated() ? sure : sure + ", " + bound(limit.upperBound());
    }

    private static String bound(float kmh) {
        return Float.isInfinite(kmh)
                ? "not bounded"
                : String.format(Locale.ROOT, "hardly above %.0f km/h", kmh);
    }

    /** A limit for some vehicles or times. */
    static String clause(LimitClause clause) {
        String who =
                clause.isForAll()
                        ? "all"
                        : clause.classes().stream()
                                .sorted()
                                .map(RoadText::words)
                                .collect(Collectors.joining(" and "));
        return new Speed(clause.kind(), clause.value(), clause.mph()).text()
                + " for "
                + who
                + (clause.schedule() == null ? "" : ", " + ScheduleText.of(clause.schedule()))
                + ", "
                + source(clause.source());
    }

    /** What holds for a vehicle at a time. */
    static String holding(
            RoadNetwork network, int key, VehicleClass vehicleClass, @Nullable LocalDateTime time) {
        EffectiveLimit limit = EffectiveLimit.of(network, key, vehicleClass, time);
        return (vehicleClass == VehicleClass.UNKNOWN ? "any vehicle" : words(vehicleClass))
                + (time == null ? "" : " at " + time)
                + ": "
                + new Speed(limit.kind(), limit.value(), limit.mph()).text();
    }

    private static String source(LimitSource source) {
        return switch (source) {
            case POSTED -> "posted";
            case ZONE -> "by its zone or type";
            case NEIGHBOURS -> "estimated from neighbours";
            case REGIONAL -> "estimated from the region";
            case LEGAL_DEFAULT -> "by law without signs";
            case UNKNOWN -> "not known";
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
