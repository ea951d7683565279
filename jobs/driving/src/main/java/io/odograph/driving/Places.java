// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.schemas.Position;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.telemetry.FixType;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Places as exactly as they may be told.
 *
 * @param grid cells to whose centres they are moved
 */
record Places(PositionGrid grid) implements Serializable {

    /** A position as the contract has it, or null where it is not known; 1e-7 degrees. */
    @Nullable Position toAvro(int latitude, int longitude) {
        if (latitude == HarshEvent.NO_POSITION) {
            return null;
        }
        Place place = grid.place(latitude, longitude);
        return AlertHeaders.toAvro(
                new io.odograph.udfs.telemetry.Position(
                        place.latitude(),
                        place.longitude(),
                        Float.NaN,
                        Float.NaN,
                        (float) place.accuracy(),
                        FixType.UNKNOWN,
                        -1));
    }
}
