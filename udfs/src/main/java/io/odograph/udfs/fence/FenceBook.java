// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.reference.VersionedBook;
import java.util.List;

/**
 * The fences, small enough in number for every subtask to have all, and how vehicles lie to them.
 * Several versions of each are kept, so that a new one holds from its effective time in each
 * vehicle's own time, whenever it came. Not thread-safe.
 */
public final class FenceBook extends VersionedBook<Fence> {

    /** Fences that are kept; bounds the state that every subtask has a copy of. */
    public static final int MAX_FENCES = 10_000;

    /** Versions that are kept of each. */
    public static final int MAX_VERSIONS = 4;

    private final FenceReader reader = new FenceReader();

    /** An empty book. */
    public FenceBook() {
        super(MAX_FENCES, MAX_VERSIONS);
    }

    @Override
    protected void changed(String id, List<Fence> before, List<Fence> after) {
        reader.put(id, after);
    }

    /** Reads how a vehicle's way lies to them; see {@link FenceReader#read}. */
    public void read(Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {
        reader.read(sighting, tracks, readings);
    }
}
