// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import io.odograph.demo.SampleData.ExpectedCrash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found, against the ground truth.
 *
 * @param expected number of crashes that had to be found
 * @param missed those that were not
 * @param wrong alerts without a crash that were not taken back
 * @param stages number of incidents by their last stage
 * @param repeated records of the alert topic that stood there before, which exactly once rules out
 * @param account what became of the records
 * @param expectedAccount what had to become of them
 */
record Scoreboard(
        int expected,
        List<ExpectedCrash> missed,
        List<SeenAlert> wrong,
        SortedMap<String, Integer> stages,
        int repeated,
        RecordAccount account,
        RecordAccount expectedAccount) {

    /** An alert belongs to a crash of its vehicle that is at most so far from it, ms. */
    static final long TOLERANCE = 5_000;

    /**
     * Pairs alerts with crashes, each with one at most, the earliest crashes first and the nearest
     * alert to each.
     *
     * @param alerts alerts in the order in which they came; of those with the same id the last
     *     counts
     */
    static Scoreboard of(SampleData data, Collection<SeenAlert> alerts, RecordAccount account) {
        Map<String, SeenAlert> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.put(alert.alertId(), alert));
        SortedMap<String, Integer> stages = new TreeMap<>();
        byId.values().forEach(alert -> stages.merge(alert.stage(), 1, Integer::sum));
        List<SeenAlert> left = new ArrayList<>(byId.values());
        left.removeIf(alert -> alert.stage().equals(SeenAlert.DISMISSED));
        List<ExpectedCrash> missed = new ArrayList<>();
        data.crashes().stream()
                .sorted(Comparator.comparingLong(ExpectedCrash::impactTime))
                .forEach(
                        crash -> {
                            SeenAlert nearest = nearest(crash, left);
                            if (nearest == null) {
                                missed.add(crash);
                            } else {
                                left.remove(nearest);
                            }
                        });
        return new Scoreboard(
                data.crashes().size(),
                missed,
                left,
                stages,
                alerts.size() - new HashSet<>(alerts).size(),
                account,
                data.account());
    }

    private static @Nullable SeenAlert nearest(ExpectedCrash crash, List<SeenAlert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.vehicleId().equals(crash.vehicleId()))
                .filter(alert -> distance(crash, alert) <= TOLERANCE)
                .min(Comparator.comparingLong(alert -> distance(crash, alert)))
                .orElse(null);
    }

    private static long distance(ExpectedCrash crash, SeenAlert alert) {
        return Math.abs(alert.eventTime() - crash.impactTime());
    }

    /** Crashes that were found. */
    int found() {
        return expected - missed.size();
    }

    /** Whether nothing was missed, nothing was false and every record is where it belongs. */
    boolean isPerfect() {
        return missed.isEmpty()
                && wrong.isEmpty()
                && repeated == 0
                && account.balances()
                && account.equals(expectedAccount);
    }

    /** The scoreboard as lines for a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Crashes  expected %d, found %d, missed %d, false %d"
                        .formatted(expected, found(), missed.size(), wrong.size()));
        for (ExpectedCrash crash : missed) {
            lines.add(
                    "         missed: %s at %s"
                            .formatted(crash.vehicleId(), AlertLine.time(crash.impactTime())));
        }
        for (SeenAlert alert : wrong) {
            lines.add(
                    "         false: %s at %s"
                            .formatted(alert.vehicleId(), AlertLine.time(alert.eventTime())));
        }
        lines.add("Stages   " + spelt());
        if (repeated > 0) {
            lines.add("         repeated on the topic: " + repeated);
        }
        lines.add("Records  " + account);
        account.deadLettered()
                .forEach((reason, count) -> lines.add("         %d %s".formatted(count, reason)));
        lines.add("Account  " + verdict());
        return lines;
    }

    private String spelt() {
        return stages.isEmpty()
                ? "no incidents"
                : stages.entrySet().stream()
                        .map(e -> e.getValue() + " " + AlertLine.spelt(e.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private String verdict() {
        if (!account.balances()) {
            return "does not balance, %d records unaccounted for".formatted(account.unaccounted());
        }
        return account.equals(expectedAccount)
                ? "balances, as expected"
                : "balances, but expected was " + expectedAccount.toJson().strip();
    }
}
