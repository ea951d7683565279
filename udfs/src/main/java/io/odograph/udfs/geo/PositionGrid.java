// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.geo;

import java.io.Serializable;

/**
 * Positions as exactly as they may be told: as they are, or moved to the centre of a cell of about
 * so many metres by as many. Cells of one row of latitude are equally wide.
 *
 * @param metres width of a cell; 0 to leave positions as they are
 */
public record PositionGrid(double metres) implements Serializable {

    /** Length of a degree of latitude, m. */
    private static final double DEGREE = 111_195;

    /** Cosine at 89.4 degrees: beyond, cells get narrower rather than span the globe. */
    private static final double POLAR = 0.01;

    /** Whether positions are moved. */
    public boolean isCoarse() {
        return metres > 0;
    }

    /** A place that may be told, of coordinates in 1e-7 degrees. */
    public Place place(int latitude, int longitude) {
        double lat = latitude / 1e7;
        double lon = longitude / 1e7;
        if (!isCoarse()) {
            return new Place(lat, lon, Double.NaN);
        }
        double height = metres / DEGREE;
        double middle = Math.min(90, Math.max(-90, centre(lat, height)));
        double cosine = Math.max(POLAR, StrictMath.cos(StrictMath.toRadians(middle)));
        double width = height / cosine;
        double across = Math.min(180, Math.max(-180, centre(lon, width)));
        return new Place(middle, across, metres * Math.sqrt(0.5));
    }

    private static double centre(double degrees, double step) {
        return (Math.floor(degrees / step) + 0.5) * step;
    }
}
