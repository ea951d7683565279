// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import ch.poole.conditionalrestrictionparser.Condition;
import ch.poole.conditionalrestrictionparser.ConditionalRestrictionParseException;
import ch.poole.conditionalrestrictionparser.ConditionalRestrictionParser;
import ch.poole.conditionalrestrictionparser.Restriction;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.Schedule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads conditional limits such as {@code 30 @ (22:00-06:00); 60 @ (hgv AND wet)}. A limit of which
 * any condition cannot be evaluated is left out, or given without conditions and source where a
 * sign states it for all: the higher one accuses nobody wrongly, and which that is depends on the
 * direction.
 */
final class ConditionalLimits {

    private static final Set<String> WEATHER =
            Set.of("wet", "rain", "snow", "ice", "fog", "winter", "wet_road", "fog_or_rain");

    private final Set<VehicleClass> group;
    private final LimitSource source;
    private final ConditionalCount count;
    private final List<LimitClause> clauses = new ArrayList<>();

    /**
     * Reads for vehicles of a group.
     *
     * @param group that all clauses are for; empty for all
     * @param source of all clauses
     * @param count counts what is read
     */
    private ConditionalLimits(Set<VehicleClass> group, LimitSource source, ConditionalCount count) {
        this.group = group;
        this.source = source;
        this.count = count;
    }

    /** Clauses that a sign states, in the order of the text; null if it cannot be read at all. */
    static @Nullable List<LimitClause> posted(
            String text, Set<VehicleClass> group, ConditionalCount count) {
        return new ConditionalLimits(group, LimitSource.POSTED, count).read(text);
    }

    /** Clauses that the law states, for groups of vehicles. */
    static @Nullable List<LimitClause> legal(String text, Set<VehicleClass> group) {
        return new ConditionalLimits(group, LimitSource.LEGAL_DEFAULT, new ConditionalCount())
                .read(text);
    }

    private @Nullable List<LimitClause> read(String text) {
        List<Restriction> restrictions;
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            restrictions =
                    new ConditionalRestrictionParser(new ByteArrayInputStream(bytes))
                            .restrictions();
        } catch (ConditionalRestrictionParseException e) {
            return null;
        }
        for (Restriction restriction : restrictions) {
            Speed speed = Speed.parse(restriction.getValue());
            if (speed == null) {
                return null;
            }
            add(speed, restriction.getConditions());
        }
        return clauses;
    }

    private void add(Speed speed, List<Condition> conditions) {
        Set<VehicleClass> classes = EnumSet.noneOf(VehicleClass.class);
        classes.addAll(group);
        Schedule schedule = null;
        for (Condition condition : conditions) {
            if (isWeather(condition)) {
                count.wet++;
                giveWithoutConditions(speed, classes);
                return;
            }
            Set<VehicleClass> meant = classes(condition);
            Schedule times = meant == null ? schedule(condition) : null;
            boolean narrows = meant != null && (classes.isEmpty() || classes.containsAll(meant));
            if (narrows) {
                classes.clear();
                classes.addAll(meant);
            } else if (times != null && schedule == null) {
                schedule = times;
            } else if (meant == null || !meant.containsAll(classes)) {
                count.notUnderstood++;
                giveWithoutConditions(speed, classes);
                return;
            }
        }
        count.understood++;
        clauses.add(
                new LimitClause(
                        speed.kind(), speed.value(), speed.mph(), classes, schedule, source));
    }

    /** Those for some vehicles only ever lower a limit, so that these need not be given. */
    private void giveWithoutConditions(Speed speed, Set<VehicleClass> classes) {
        if (classes.isEmpty() && source == LimitSource.POSTED) {
            clauses.add(always(speed, LimitSource.UNKNOWN));
        }
    }

    /** A limit for all at all times. */
    private static LimitClause always(Speed speed, LimitSource source) {
        return new LimitClause(speed.kind(), speed.value(), speed.mph(), Set.of(), null, source);
    }

    /** Clauses for where the sign without conditions says this; NaN where there is none. */
    static List<LimitClause> above(float sign, List<LimitClause> clauses) {
        List<LimitClause> given = new ArrayList<>();
        for (LimitClause clause : clauses) {
            if (clause.source() != LimitSource.UNKNOWN) {
                given.add(clause);
            } else if (clause.kmh() > sign) {
                Speed speed = new Speed(clause.kind(), clause.value(), clause.mph());
                given.add(always(speed, LimitSource.POSTED));
            }
        }
        return given;
    }

    private static boolean isWeather(Condition condition) {
        return condition.operator() == null
                && WEATHER.contains(condition.term1().strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable Set<VehicleClass> classes(Condition condition) {
        Condition.CompOp operator = condition.operator();
        return operator == null
                ? VehicleGroups.ofWord(condition.term1())
                : VehicleGroups.ofWeight(
                        condition.term1(), Condition.opToString(operator), condition.term2());
    }

    private static @Nullable Schedule schedule(Condition condition) {
        return condition.operator() == null ? Schedules.of(condition.term1()) : null;
    }
}
