// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reference data that is small enough for every subtask to hold all of it: a bounded number of
 * records in their highest versions. What it holds depends on which versions were put, never on
 * their order, as long as a version is not given twice with different content. Not thread-safe.
 *
 * @param <T> what it holds
 */
public abstract class VersionedBook<T extends Versioned> {

    private final int maxRecords;
    private final int maxVersions;
    private final Map<String, List<T>> versions = new HashMap<>();

    /**
     * An empty book.
     *
     * @param maxRecords records that are kept; bounds the state that every subtask has a copy of
     * @param maxVersions versions of each that are kept, the highest ones
     */
    protected VersionedBook(int maxRecords, int maxVersions) {
        this.maxRecords = maxRecords;
        this.maxVersions = maxVersions;
    }

    /**
     * Takes a version of a record. A version that it has changes nothing, nor does one below the
     * highest that are kept.
     *
     * @return false if it is refused, because the book holds {@link #capacity} other records
     */
    public final boolean put(T added) {
        List<T> known = versions(added.id());
        if (known.isEmpty() && versions.size() == maxRecords) {
            return false;
        }
        List<T> merged = merge(known, added, maxVersions);
        if (merged != known) {
            replace(added.id(), known, merged);
        }
        return true;
    }

    /** Forgets a record in all its versions. */
    public final void withdraw(String id) {
        replace(id, versions(id), List.of());
    }

    /** Versions kept of a record, highest first; empty if there is none. */
    public final List<T> versions(String id) {
        return versions.getOrDefault(id, List.of());
    }

    /** Whether it holds nothing, so that nothing need be found out in order to ask. */
    public final boolean isEmpty() {
        return versions.isEmpty();
    }

    /** How many records it holds. */
    public final int size() {
        return versions.size();
    }

    /** How many records it can hold. */
    public final int capacity() {
        return maxRecords;
    }

    /** The versions of every record, highest first, in no order. */
    protected final Collection<List<T>> all() {
        return versions.values();
    }

    /**
     * Told of each change, for an index.
     *
     * @param id what has changed
     * @param before versions before, highest first
     * @param after versions now, highest first
     */
    protected abstract void changed(String id, List<T> before, List<T> after);

    /**
     * The versions with one more in its place, or the same list where that changes nothing.
     *
     * @param highestFirst versions, highest first
     * @param added another one
     * @param maxVersions versions that are kept, the highest ones
     */
    public static <T extends Versioned> List<T> merge(
            List<T> highestFirst, T added, int maxVersions) {
        int at = 0;
        while (at < highestFirst.size() && highestFirst.get(at).version() > added.version()) {
            at++;
        }
        boolean known =
                at < highestFirst.size() && highestFirst.get(at).version() == added.version();
        if (known || at == maxVersions) {
            return highestFirst;
        }
        List<T> merged = new ArrayList<>(highestFirst);
        merged.add(at, added);
        return List.copyOf(merged.subList(0, Math.min(merged.size(), maxVersions)));
    }

    private void replace(String id, List<T> before, List<T> after) {
        if (after.isEmpty()) {
            versions.remove(id);
        } else {
            versions.put(id, after);
        }
        changed(id, before, after);
    }
}
