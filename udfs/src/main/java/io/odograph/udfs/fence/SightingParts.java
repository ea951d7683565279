// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sightings of one vehicle back in order that were sent to several places to be read, each
 * of which answers in its own time. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped. What waits is what is on
 * its way between operators at the same time.
 */
public final class SightingParts {

    /** Stands for nothing seen yet. */
    private static final long NONE = Long.MIN_VALUE;

    /** Which of the vehicle's times in memory the next number is of. */
    public long epoch = NONE;

    /** Number of the sighting that is next. */
    public long next;

    /** Answers that have come before it is their turn. */
    public List<SightingPart> waiting = new ArrayList<>();

    /** Takes an answer. */
    public void take(SightingPart part) {
        if (part.sighting().epoch() > epoch) {
            epoch = part.sighting().epoch();
            next = 0;
        }
        waiting.add(part);
    }

    /**
     * Lets go of what has all its answers.
     *
     * @param complete takes sightings with the readings of each, in order
     */
    public void release(BiConsumer<Sighting, List<FenceReading>> complete) {
        List<FenceReading> readings = allOfNext();
        while (readings != null) {
            Sighting sighting = removeNext();
            next++;
            complete.accept(sighting, readings);
            readings = allOfNext();
        }
    }

    /** Whether anything waits for others. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /**
     * Nothing comes any more before what waits: what is missing was before this was made, as when
     * the vehicle had been forgotten here but not where its sightings are numbered.
     */
    public void skip() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < waiting.size(); i++) {
            first = Math.min(first, waiting.get(i).sighting().number());
        }
        next = first;
    }

    /** The readings of the next sighting, each fence once, or null while some are missing. */
    private @Nullable List<FenceReading> allOfNext() {
        int missing = -1;
        for (int i = 0; i < waiting.size(); i++) {
            SightingPart part = waiting.get(i);
            if (part.sighting().number() == next) {
                missing = (missing < 0 ? part.parts() : missing) - 1;
            }
        }
        if (missing != 0) {
            return null;
        }
        List<FenceReading> readings = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            SightingPart part = waiting.get(i);
            if (part.sighting().number() == next) {
                part.readings().forEach(reading -> addOnce(reading, readings));
            }
        }
        readings.sort(FenceReading.ORDER);
        return readings;
    }

    private static void addOnce(FenceReading reading, List<FenceReading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).terms().id().equals(reading.terms().id())) {
                return;
            }
        }
        readings.add(reading);
    }

    private Sighting removeNext() {
        Sighting removed = null;
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (waiting.get(i).sighting().number() == next) {
                removed = waiting.remove(i).sighting();
            }
        }
        if (removed == null) {
            throw new IllegalStateException("no sighting " + next);
        }
        return removed;
    }
}
