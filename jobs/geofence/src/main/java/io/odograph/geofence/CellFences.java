// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fences of the cells that were asked last, ready to be read; those asked longest ago are given
 * up for others, and made anew of the state when asked again.
 */
final class CellFences {

    /** Fences that are kept ready in one subtask; about 0.5 kB each. */
    private static final int MOST = 1_000_000;

    /** A cell without fences costs as much as some. */
    private static final int OF_A_CELL = 4;

    private final Map<Long, FenceReader> readers = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** Where the fences of a cell come from. */
    @FunctionalInterface
    interface Source {
        Iterable<Map.Entry<String, List<Fence>>> fences() throws Exception;
    }

    FenceReader get(long cell, Source source) throws Exception {
        FenceReader reader = readers.get(cell);
        if (reader == null) {
            reader = new FenceReader();
            for (Map.Entry<String, List<Fence>> fence : source.fences()) {
                reader.put(fence.getKey(), fence.getValue());
            }
            readers.put(cell, reader);
            size += OF_A_CELL + reader.size();
            var oldest = readers.entrySet().iterator();
            while (size > MOST && readers.size() > 1) {
                size -= OF_A_CELL + oldest.next().getValue().size();
                oldest.remove();
            }
        }
        return reader;
    }

    /** A fence of a cell has changed. */
    void changed(long cell, String id, List<Fence> versions) {
        FenceReader reader = readers.get(cell);
        if (reader != null) {
            size -= reader.size();
            reader.put(id, versions);
            size += reader.size();
        }
    }
}
