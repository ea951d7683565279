// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

/** How far above the limit: both the number and the share must be reached, for three seconds. */
public enum SpeedingBand {
    /** Above the tolerance. */
    MINOR(0, 0),
    /** 16 km/h and 25 % or more. */
    MAJOR(16, 0.25),
    /** 30 km/h and 40 % or more. */
    SEVERE(30, 0.4);

    private final double kmh;
    private final double share;

    SpeedingBand(double kmh, double share) {
        this.kmh = kmh;
        this.share = share;
    }

    /** Excess from which a speed is in it, km/h. */
    double threshold(double limit) {
        return Math.max(kmh, share * limit);
    }

    /**
     * An excess that is in this band and near no threshold, km/h.
     *
     * @param limit km/h
     * @param part where between the lowest and the highest such excess, 0..1
     */
    public double clearly(double limit, double part) {
        double lowest = Math.max(threshold(limit) + 2, Math.max(14, 0.1 * limit + 4) + 0.2);
        double highest =
                switch (this) {
                    case MINOR -> MAJOR.threshold(limit) - 1.6;
                    case MAJOR -> SEVERE.threshold(limit) - 1.6;
                    case SEVERE -> lowest + 6;
                };
        return lowest + part * Math.max(0, highest - lowest);
    }
}
