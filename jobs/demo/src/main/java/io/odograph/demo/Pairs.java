// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * What had to be found, with the alerts that found it.
 *
 * @param found what was found, with its alert
 * @param missed what was not
 * @param wrong alerts that found nothing
 * @param <E> what had to be found
 * @param <A> alert
 */
record Pairs<E, A extends SeenAlert>(Map<E, A> found, List<E> missed, List<A> wrong) {

    /** Distance of what does not belong together. */
    static final long NONE = Long.MAX_VALUE;

    /**
     * Gives each expectation the nearest alert that is left, or none.
     *
     * @param expected what had to be found; the first chooses first
     * @param alerts alerts, one revision of each
     * @param distance how far an alert is from what is expected, ms, or {@link #NONE}
     */
    static <E, A extends SeenAlert> Pairs<E, A> of(
            List<E> expected, Collection<A> alerts, ToLongBiFunction<E, A> distance) {
        Map<E, A> found = new LinkedHashMap<>();
        List<E> missed = new ArrayList<>();
        List<A> left = new ArrayList<>(alerts);
        for (E event : expected) {
            left.stream()
                    .filter(alert -> distance.applyAsLong(event, alert) != NONE)
                    .min(Comparator.comparingLong(alert -> distance.applyAsLong(event, alert)))
                    .ifPresentOrElse(
                            alert -> {
                                found.put(event, alert);
                                left.remove(alert);
                            },
                            () -> missed.add(event));
        }
        return new Pairs<>(found, missed, left);
    }

    /** The last revision of each alert, in the order of the first ones. */
    static <A extends SeenAlert> Collection<A> lastRevisions(Collection<A> alerts) {
        Map<String, A> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.put(alert.alertId(), alert));
        return byId.values();
    }

    /** Records of a topic that stood there before, which exactly once rules out. */
    static int repeated(Collection<? extends SeenAlert> alerts) {
        return alerts.size() - new HashSet<>(alerts).size();
    }

    /** Whether nothing was missed and nothing is false. */
    boolean isPerfect() {
        return missed.isEmpty() && wrong.isEmpty();
    }

    /** Numbers of them, as a person reads them. */
    String counts() {
        return "expected %d, found %d, missed %d, false %d"
                .formatted(found.size() + missed.size(), found.size(), missed.size(), wrong.size());
    }
}
