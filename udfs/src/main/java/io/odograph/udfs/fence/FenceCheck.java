// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fence may say, apart from its shape, which {@link FenceShapes} checks. */
public final class FenceCheck {

    /** Longest name, characters. */
    public static final int MAX_NAME = 200;

    /** Most fleets and most vehicles: bounds what each fence takes in every subtask. */
    public static final int MAX_SCOPE = 1_000;

    /** Most periods of a schedule. */
    public static final int MAX_PERIODS = 20;

    /** Most holidays of a schedule: those of some decades. */
    public static final int MAX_HOLIDAYS = 400;

    /** Highest priority. */
    public static final int MAX_PRIORITY = 9;

    /** Highest speed limit, km/h: above every one that is posted anywhere. */
    public static final double MAX_LIMIT = 200;

    private static final int EVERY_DAY = 255;
    private static final double DAY_SECONDS = 86_400;
    private static final double WEEK_SECONDS = 7 * DAY_SECONDS;
    private static final double KMH_PER_MPH = 1.609344;

    /** Of many periods with the same problem, it is told once. */
    private final Set<String> problems = new LinkedHashSet<>();

    private FenceCheck() {}

    /**
     * What is wrong with a fence apart from its shape and its ids; empty where nothing is.
     *
     * @return sentences that name the field, never an id or a position
     */
    public static List<String> problems(
            FenceTerms terms, FenceScope scope, @Nullable FenceLimit limit) {
        FenceCheck check = new FenceCheck();
        check.terms(terms);
        check.thresholds(terms.thresholds());
        check.scope(scope);
        check.limit(terms.kind(), limit);
        return List.copyOf(check.problems);
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }

    private void terms(FenceTerms terms) {
        require(terms.version() >= 0, "version is below 0");
        String name = terms.name();
        require(
                name == null
                        || (!name.isEmpty()
                                && name.length() <= MAX_NAME
                                && name.chars().noneMatch(Character::isISOControl)),
                "name is not 1..200 characters without control characters");
        require(terms.priority() >= 0 && terms.priority() <= MAX_PRIORITY, "priority is not 0..9");
        require(
                terms.effectiveFrom() < terms.effectiveTo(),
                "effective_to is not after effective_from");
        if (terms.schedule() != null) {
            schedule(terms.schedule());
        }
    }

    private void schedule(FenceSchedule schedule) {
        int periods = schedule.periods().size();
        require(periods >= 1 && periods <= MAX_PERIODS, "schedule has not 1..20 periods");
        for (FenceSchedule.Period period : schedule.periods()) {
            int from = period.fromMinute();
            int to = period.toMinute();
            require(period.days() >= 1 && period.days() <= EVERY_DAY, "days are not 1..255");
            require(from >= 0 && from < FenceSchedule.DAY, "from_minute is not 0..1439");
            require(
                    to > from && (long) to - from <= FenceSchedule.DAY,
                    "to_minute is not after from_minute and at most a day later");
        }
        require(isZone(schedule.timeZone()), "time_zone is no name of a time zone");
        require(schedule.holidays().size() <= MAX_HOLIDAYS, "schedule has more than 400 holidays");
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void thresholds(FenceThresholds given) {
        double confirmations = given.confirmations();
        require(
                Double.isNaN(confirmations)
                        || (confirmations >= 1
                                && confirmations <= 10
                                && confirmations == Math.rint(confirmations)),
                "confirmations are not a whole number in 1..10");
        range("hysteresis", given.hysteresis(), FenceThresholds.MAX_HYSTERESIS);
        range("min_inside", given.minInside(), DAY_SECONDS);
        range("min_outside", given.minOutside(), DAY_SECONDS);
        range("dwell", given.dwell(), WEEK_SECONDS);
        range("update_every", given.updateEvery(), WEEK_SECONDS);
    }

    private void range(String name, double value, double most) {
        require(
                Double.isNaN(value) || (value >= 0 && value <= most),
                name + " is not 0.." + (long) most);
    }

    private void scope(FenceScope scope) {
        require(scope.fleetIds().size() <= MAX_SCOPE, "there are more than 1000 fleet_ids");
        require(scope.vehicleIds().size() <= MAX_SCOPE, "there are more than 1000 vehicle_ids");
    }

    private void limit(FenceKind kind, @Nullable FenceLimit limit) {
        if (kind != FenceKind.SPEED_ZONE) {
            require(limit == null, "speed_limit is given, but kind is not SPEED_ZONE");
        } else if (limit == null) {
            problems.add("speed_limit is missing, but kind is SPEED_ZONE");
        } else {
            double kmh = limit.value() * (limit.mph() ? KMH_PER_MPH : 1);
            require(kmh > 0 && kmh <= MAX_LIMIT, "speed_limit is not above 0 and at most 200 km/h");
        }
    }
}
