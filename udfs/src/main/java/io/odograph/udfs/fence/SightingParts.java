// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** Takes an answer; one that comes behind its turn, which none does, is left out. */
    public void take(SightingPart part) {
        Sighting sighting = part.sighting();
        if (sighting.epoch() > epoch || (isOfNow(sighting) && sighting.number() >= next)) {
            waiting.add(part);
        }
    }

    /**
     * Lets go of what has all its answers and is next.
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

    /**
     * Lets go of all up to a sighting: what is missing before it will not come any more. It was
     * before this was made, as when the vehicle had been forgotten here but not where its sightings
     * are numbered, or there is none, as when numbers begin anew after a silence.
     *
     * @param last the sighting
     * @param silence told where the vehicle was silent
     * @param complete takes sightings with the readings of each, in order
     */
    public void releaseThrough(
            Place last, Runnable silence, BiConsumer<Sighting, List<FenceReading>> complete) {
        Place first = first();
        while (first != null && first.compareTo(last) <= 0) {
            if (first.epoch != epoch) {
                silence.run();
                epoch = first.epoch;
            }
            next = first.number;
            release(complete);
            if (first.equals(first())) {
                return;
            }
            first = first();
        }
    }

    /** Whether anything waits for others. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /**
     * The place of a sighting among those of its vehicle. A state type: components are only ever
     * added.
     *
     * @param epoch which of the vehicle's times in memory it is of
     * @param number its number in there
     */
    public record Place(long epoch, long number) implements Comparable<Place>, Serializable {

        /** Behind all others. */
        public static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

        private static Place of(SightingPart part) {
            return new Place(part.sighting().epoch(), part.sighting().number());
        }

        @Override
        public int compareTo(Place other) {
            int order = Long.compare(epoch, other.epoch);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    /** The last of those that wait, or null. */
    public @Nullable Place last() {
        return waiting.stream().map(Place::of).max(Comparator.naturalOrder()).orElse(null);
    }

    private @Nullable Place first() {
        return waiting.stream().map(Place::of).min(Comparator.naturalOrder()).orElse(null);
    }

    private boolean isOfNow(Sighting sighting) {
        return sighting.epoch() == epoch;
    }

    private boolean isNext(Sighting sighting) {
        return isOfNow(sighting) && sighting.number() == next;
    }

    /** The readings of the next sighting, each fence once, or null while some are missing. */
    private @Nullable List<FenceReading> allOfNext() {
        int missing = -1;
        for (int i = 0; i < waiting.size(); i++) {
            SightingPart part = waiting.get(i);
            if (isNext(part.sighting())) {
                missing = (missing < 0 ? part.parts() : missing) - 1;
            }
        }
        if (missing != 0) {
            return null;
        }
        List<FenceReading> readings = new ArrayList<>();
        for (int i = 0; i < waiting.size(); i++) {
            SightingPart part = waiting.get(i);
            if (isNext(part.sighting())) {
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
            if (isNext(waiting.get(i).sighting())) {
                removed = waiting.remove(i).sighting();
            }
        }
        if (removed == null) {
            throw new IllegalStateException("no sighting " + next);
        }
        return removed;
    }
}
