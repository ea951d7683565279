// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.ArrayList;
import java.util.List;

/** Faults as they are found; of very many only the first ones, which are enough to mend. */
final class FenceFaults {

    private static final int MOST = 10;

    private final List<FenceFault> found = new ArrayList<>();

    void add(FenceFault fault) {
        if (!isFull()) {
            found.add(fault);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isFull() {
        return found.size() == MOST;
    }

    List<FenceFault> all() {
        return List.copyOf(found);
    }
}
