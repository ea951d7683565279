// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.PositionGrid;
import java.io.Serializable;

/**
 * How fences are watched.
 *
 * @param thresholds what holds where a fence states nothing
 * @param maxGap between two fixes further apart in time nothing is known of the way, ms
 * @param silenceAfter receive time without a record after which breaches and visits are over, ms
 * @param positionGrid width of the cells to whose centres positions of alerts are moved, m; 0 as
 *     measured
 */
public record FenceSettings(
        FenceThresholds thresholds, long maxGap, long silenceAfter, double positionGrid)
        implements Serializable {

    /**
     * What holds by default: two minutes are four reports of the slowest trackers; after a day
     * without a record the clock forgets the vehicle.
     */
    public static final FenceSettings DEFAULTS =
            new FenceSettings(FenceThresholds.DEFAULTS, 120_000, 86_400_000, 0);

    /** Positions as they may be told. */
    PositionGrid grid() {
        return new PositionGrid(positionGrid);
    }
}
