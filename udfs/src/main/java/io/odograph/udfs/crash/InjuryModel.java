// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/**
 * Published models of injury risk over the change of velocity: P = 1 / (1 + exp(-(a + b dv))).
 * Estimates over whole populations of crashes; they differ by up to five times.
 */
public enum InjuryModel {
    /** MAIS 2+ of Malliaris et al., SAE 970393, 1997; per mph. */
    MALLIARIS_MAIS2("malliaris-mais2", 2, -3.761, 0.136, 1.609344, 0, 0),
    /** MAIS 3+ of the same. */
    MALLIARIS_MAIS3("malliaris-mais3", 3, -5.450, 0.178, 1.609344, 0, 0),
    /** MAIS 3+ of the same with the direction of force. */
    MALLIARIS_DIRECTION_MAIS3(
            "malliaris-direction-mais3", 3, -5.820, 0.202, 1.609344, 0.556, -2.17),
    /** MAIS 3+ of TUM (Geisslinger et al., EthicalTrajectoryPlanning), no angle; per m/s. */
    TUM_MAIS3("tum-mais3", 3, -4.591, 0.185, 3.6, 0, 0),
    /** MAIS 3+ of the same, reduced set of angles. */
    TUM_REDUCED_MAIS3("tum-reduced-mais3", 3, -4.457, 0.177, 3.6, 0.244, -0.431),
    /** MAIS 2+ of GIDAS data (Bosch, 2019); per m/s. */
    GIDAS_MAIS2("gidas-mais2", 2, -5.820, 0.292, 3.6, 0, 0);

    private final String label;
    private final int level;
    private final double a;
    private final double b;
    private final double kmhPerUnit;
    private final double side;
    private final double rear;

    InjuryModel(
            String label,
            int level,
            double a,
            double b,
            double kmhPerUnit,
            double side,
            double rear) {
        this.label = label;
        this.level = level;
        this.a = a;
        this.b = b;
        this.kmhPerUnit = kmhPerUnit;
        this.side = side;
        this.rear = rear;
    }

    /** Name in options and alerts. */
    public String label() {
        return label;
    }

    /** Least injury that it speaks of on the Maximum Abbreviated Injury Scale, 2 or 3. */
    public int level() {
        return level;
    }

    /**
     * Probability of an injury of at least its level, 0..1.
     *
     * @param deltaV km/h, 0 and up
     * @param direction direction of force, degrees clockwise from the front, or NaN, which counts
     *     as frontal
     */
    public double probability(double deltaV, double direction) {
        double logOdds = a + b * deltaV / kmhPerUnit;
        if (Math.abs(direction - 90) < 45 || Math.abs(direction - 270) < 45) {
            logOdds += side;
        } else if (direction >= 135 && direction <= 225) {
            logOdds += rear;
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
