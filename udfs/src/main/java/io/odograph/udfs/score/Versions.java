// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Versions of a scorecard or a model, and which of them is in force. Immutable.
 *
 * @param <T> what it is versions of
 */
public final class Versions<T extends Dated> {

    /** Stands for: no rule names a version. */
    public static final long NO_PIN = 0;

    private final List<T> byDate;

    /** Of some, in any order. */
    public Versions(List<T> versions) {
        byDate =
                versions.stream()
                        .sorted(
                                Comparator.<T>comparingLong(Dated::effectiveFrom)
                                        .thenComparingLong(Dated::version))
                        .toList();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byDate.isEmpty();
    }

    /** All of them, in the order in which they come into force. */
    public List<T> all() {
        return byDate;
    }

    /** Numbers of the versions that there are. */
    public List<Long> numbers() {
        return byDate.stream().map(Dated::version).sorted().toList();
    }

    /**
     * The one in force, or null before the first.
     *
     * @param time event time, ms
     * @param pin version that a rule names, or {@link #NO_PIN}; one that there is not counts for
     *     nothing
     */
    public @Nullable T at(long time, long pin) {
        T found = null;
        for (T version : byDate) {
            if (version.version() == pin) {
                return version;
            }
            if (version.effectiveFrom() <= time && version.effectiveFrom() != Dated.BY_RULE) {
                found = version;
            }
        }
        return found;
    }

    /** Why they cannot be used together; empty if they can. */
    public List<String> problems(String what) {
        List<String> problems = new ArrayList<>();
        Set<Long> versions = new HashSet<>();
        Set<Long> dates = new HashSet<>();
        for (T version : byDate) {
            if (!versions.add(version.version())) {
                problems.add("two " + what + " have version " + version.version());
            }
            if (version.effectiveFrom() != Dated.BY_RULE && !dates.add(version.effectiveFrom())) {
                problems.add(
                        "version "
                                + version.version()
                                + " of the "
                                + what
                                + " comes into force together with another");
            }
        }
        return problems;
    }
}
