// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Something about a fence that cannot be.
 *
 * @param reason what, in words; never holds an id or a position
 * @param latitude where, degrees, or NaN where it has no place
 * @param longitude where, degrees, -180 to 180, or NaN
 */
public record FenceFault(String reason, double latitude, double longitude) {

    private static final int DECIMALS = 7;
    private static final long CIRCLE = 3_600_000_000L;
    private static final double E7 = 1e7;

    /** A fault that has no place. */
    public static FenceFault of(String reason) {
        return new FenceFault(reason, Double.NaN, Double.NaN);
    }

    /** A fault at a place in 1e-7 degrees, at any turn of longitude. */
    static FenceFault at(String reason, double latitude, double longitude) {
        return new FenceFault(
                reason,
                latitude / E7,
                Math.abs(longitude) * 2 <= CIRCLE
                        ? longitude / E7
                        : Math.IEEEremainder(longitude, CIRCLE) / E7);
    }

    /** Whether it has a place. */
    public boolean hasPosition() {
        return !Double.isNaN(latitude) && !Double.isNaN(longitude);
    }

    /** For people: what, and where as longitude,latitude, in which order GeoJSON has them. */
    public String text() {
        return hasPosition()
                ? reason + ", at " + decimal(longitude) + "," + decimal(latitude)
                : reason;
    }

    private static String decimal(double degrees) {
        if (!Double.isFinite(degrees)) {
            return Double.toString(degrees);
        }
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
