// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.geo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an odd number of rings encloses, so that a ring within another is a hole. Coordinates are
 * whole numbers of 1e-7 degrees and sides are straight in them. A state type: components are only
 * ever added.
 *
 * @param rings rings around areas or holes; none for no area
 */
public record Area(List<Ring> rings) implements Serializable {

    /** No area. */
    public static final Area NONE = new Area(List.of());

    /**
     * Widest area, in 1e-7 degrees: so that products of two differences, and their difference, are
     * within 64 bits.
     */
    public static final long MAX_WIDTH = 1_800_000_000L;

    /** Copies the list. */
    public Area {
        rings = List.copyOf(rings);
    }

    /** Whether there is no area. */
    public boolean isEmpty() {
        return rings.isEmpty();
    }

    /**
     * Whether a point is inside, exactly. Of areas that share a side, a point on it is in one and
     * one only.
     *
     * @param latitude 1e-7 degrees
     * @param longitude 1e-7 degrees, as far from every corner as {@link #MAX_WIDTH} at most
     */
    public boolean contains(int latitude, int longitude) {
        boolean inside = false;
        for (int i = 0; i < rings.size(); i++) {
            inside ^= rings.get(i).crossesOddly(latitude, longitude);
        }
        return inside;
    }

    /**
     * A closed line.
     *
     * @param latitudes latitudes of its corners, 1e-7 degrees
     * @param longitudes longitudes of its corners, 1e-7 degrees; the last corner is joined to the
     *     first
     */
    public record Ring(int[] latitudes, int[] longitudes) implements Serializable {

        /** Whether a ray from the point to the east crosses it an odd number of times. */
        private boolean crossesOddly(int latitude, int longitude) {
            boolean odd = false;
            int j = latitudes.length - 1;
            for (int i = 0; i < latitudes.length; i++) {
                // Half open, so that a corner on the ray counts for one of its sides.
                if ((latitudes[i] > latitude) != (latitudes[j] > latitude)) {
                    long rise = (long) latitudes[j] - latitudes[i];
                    long along =
                            ((long) longitudes[j] - longitudes[i])
                                    * (latitude - (long) latitudes[i]);
                    long across = (longitude - (long) longitudes[i]) * rise;
                    odd ^= rise > 0 ? across < along : across > along;
                }
                j = i;
            }
            return odd;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Ring that
                    && Arrays.equals(latitudes, that.latitudes)
                    && Arrays.equals(longitudes, that.longitudes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(latitudes) * 31 + Arrays.hashCode(longitudes);
        }
    }
}
