// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.trip.TripFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what comes of a stretch of the vehicle's time that is gone through again. */
final class Retelling implements DrivingFold.Facts {

    /** Kind, part and start. */
    private record Key(int what, long start) {}

    /**
     * What was told last of something.
     *
     * @param output what it is
     * @param at time of the vehicle then, ms
     */
    record Again(DrivingOutput output, long at) {}

    private final Map<Key, Again> last = new LinkedHashMap<>();
    private final DrivingMemory memory;
    private final long since;

    /**
     * Begins.
     *
     * @param memory whose last time counts
     * @param since time of the vehicle from which it is gone through, ms
     */
    Retelling(DrivingMemory memory, long since) {
        this.memory = memory;
        this.since = since;
    }

    long since() {
        return since;
    }

    /** What was told, each as it was told last. */
    List<Again> all() {
        return new ArrayList<>(last.values());
    }

    boolean has(int what, long start) {
        return last.containsKey(new Key(what, start));
    }

    @Override
    public void window(WindowFacts window) {
        tell(DrivingOutput.of(window));
    }

    @Override
    public void trip(TripFacts trip) {
        tell(DrivingOutput.of(trip));
    }

    @Override
    public void harsh(HarshEvent event) {
        tell(DrivingOutput.of(event));
    }

    private void tell(DrivingOutput output) {
        Key key = new Key(ToldList.what(output), output.start());
        last.remove(key);
        last.put(key, new Again(output, memory.lastTime));
    }
}
