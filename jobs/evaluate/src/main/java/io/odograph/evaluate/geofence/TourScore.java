// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

/**
 * How right the detector is under one condition.
 *
 * @param stays about stays
 * @param passages about driving through
 * @param untouched fences whose line never was crossed to the side that matters
 */
record TourScore(VisitScore stays, PassageScore passages, int untouched) {

    /** Nothing judged. */
    static final TourScore NONE = new TourScore(VisitScore.NONE, PassageScore.NONE, 0);

    TourScore plus(TourScore other) {
        return new TourScore(
                stays.plus(other.stays),
                passages.plus(other.passages),
                untouched + other.untouched);
    }
}
