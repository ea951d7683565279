// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** Takes what the matcher has decided: every fix that it was shown, once, in order. */
public interface RoadMatches {

    /** Stands for no known road. */
    int UNMATCHED = -1;

    /**
     * Takes one fix.
     *
     * @param time as it was shown
     * @param latitude as it was shown
     * @param longitude as it was shown
     * @param speed as it was shown
     * @param key road and direction, or {@link #UNMATCHED}
     * @param offset metres from the beginning of the key, or NaN without one
     * @param confidence probability that the vehicle was on a road with the limit of this one, 0..1
     * @param broken whether nothing connects it with the fix before
     */
    void matched(
            long time,
            int latitude,
            int longitude,
            float speed,
            int key,
            float offset,
            float confidence,
            boolean broken);
}
