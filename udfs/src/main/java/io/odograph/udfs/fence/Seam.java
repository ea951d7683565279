// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sides along longitude 180, where RFC 7946 (3.1.9) cuts shapes in parts. Where two parts touch
 * there is no border; where only one side lies, there is.
 */
final class Seam {

    private Seam() {}

    /**
     * What of the sides along a meridian is border.
     *
     * @return latitudes in pairs, from and to; null if there are none
     */
    static int @Nullable [] borders(LineGeometry rings, long meridian) {
        IntList ends = new IntList();
        int begin = 0;
        for (int ring = 0; ring < rings.lines(); ring++) {
            for (int i = begin; i + 1 < rings.end(ring); i++) {
                if (rings.longitude(i) == meridian && rings.longitude(i + 1) == meridian) {
                    ends.add(rings.latitude(i));
                    ends.add(rings.latitude(i + 1));
                }
            }
            begin = rings.end(ring);
        }
        return ends.size() == 0 ? null : coveredOddly(ends);
    }

    /** Between the first end and the second one an odd number of sides lie, and so on. */
    private static int @Nullable [] coveredOddly(IntList ends) {
        int[] sorted = ends.toArray();
        Arrays.sort(sorted);
        IntList odd = new IntList();
        for (int i = 0; i < sorted.length; i += 2) {
            if (sorted[i] < sorted[i + 1]) {
                odd.add(sorted[i]);
                odd.add(sorted[i + 1]);
            }
        }
        return odd.size() == 0 ? null : odd.toArray();
    }
}
