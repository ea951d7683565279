// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * The directed edges that a vehicle may be on by one fix alone, the likeliest first. Belongs to one
 * thread; allocates nothing per fix.
 */
final class FixCandidates {

    /** Roads farther than so many standard deviations are not thought of. */
    private static final double REACH = 4;

    private static final double MIN_RADIUS = 30;
    private static final double MAX_RADIUS = 100;

    /** Below this a direction over ground is noise, km/h. */
    private static final float HAS_DIRECTION = 7.2f;

    /**
     * Standard deviation of the direction over ground against that of the road, degrees: a
     * receiver's own noise at town speeds, its lag in bends, and roads drawn as polygons.
     */
    private static final double HEADING_SIGMA = 12;

    /** Most that a direction can cost, nats: U-turns and wrong-way drivers exist. */
    private static final double HEADING_FLOOR = 6;

    /**
     * Standard deviation from which a position alone does not do, m: of simulated drives with 10 m
     * and more of noise and no direction, 7 to 27 % of what was told as speeding was not.
     */
    private static final double ROUGH = 10;

    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    private final RoadNetwork network;
    private final int most;
    private final Candidates edges;
    private final int[] source = new int[WIDTH];

    int size;
    final int[] key = new int[WIDTH];

    /** Metres from the beginning of the key; beyond its ends that of its continuation. */
    final double[] offset = new double[WIDTH];

    final double[] length = new double[WIDTH];

    /** Metres from the road, or its continuation, to the fix. */
    final double[] residualEast = new double[WIDTH];

    final double[] residualNorth = new double[WIDTH];

    /** Unit vector of the direction of travel. */
    final double[] directionEast = new double[WIDTH];

    final double[] directionNorth = new double[WIDTH];

    /** What its direction says for it, nats. */
    final double[] heading = new double[WIDTH];

    /** What position and direction say for it, nats. */
    final double[] score = new double[WIDTH];

    /** Squared distance to the nearest road, m2. */
    double nearest;

    /** Whether so rough a position without a direction cannot tell a road from its neighbour. */
    boolean vague;

    FixCandidates(RoadNetwork network, int most) {
        this.network = network;
        this.most = most;
        this.edges = new Candidates(network);
    }

    /** Metres per unit of longitude at the fix. */
    double perLongitude() {
        return edges.perLongitude();
    }

    /**
     * Finds them.
     *
     * @param latitude of the fix
     * @param longitude of the fix
     * @param speed km/h, or NaN
     * @param course direction over ground, degrees clockwise from north, or NaN
     * @param sigma standard deviation of the position per axis, m
     */
    void find(int latitude, int longitude, float speed, float course, double sigma) {
        edges.find(latitude, longitude, Math.min(Math.max(REACH * sigma, MIN_RADIUS), MAX_RADIUS));
        size = 0;
        nearest = Double.POSITIVE_INFINITY;
        boolean moves = !(speed <= HAS_DIRECTION);
        boolean isHeaded = moves && !Float.isNaN(course);
        vague = moves && !isHeaded && sigma > ROUGH;
        double east = isHeaded ? Math.sin(Math.toRadians(course)) : Double.NaN;
        double north = isHeaded ? Math.cos(Math.toRadians(course)) : Double.NaN;
        for (int i = 0; i < edges.size(); i++) {
            nearest = Math.min(nearest, edges.square(i));
            double position = -edges.square(i) / (2 * sigma * sigma);
            double along = edges.directionEast(i);
            double up = edges.directionNorth(i);
            double angle =
                    Math.toDegrees(
                            Math.atan2(east * up - north * along, east * along + north * up));
            int forward = 2 * edges.edge(i);
            if (network.isDrivable(forward)) {
                keep(i, forward, position, isHeaded ? headingScore(angle) : 0);
            }
            if (network.isDrivable(forward + 1)) {
                keep(i, forward + 1, position, isHeaded ? headingScore(180 - Math.abs(angle)) : 0);
            }
        }
        for (int j = 0; j < size; j++) {
            complete(j);
        }
    }

    private static double headingScore(double angle) {
        double deviation = angle / HEADING_SIGMA;
        return Math.max(-HEADING_FLOOR, -0.5 * deviation * deviation);
    }

    /** Puts it in its place; ties go by key, so that no order of edges shows. */
    private void keep(int i, int of, double position, double direction) {
        double total = position + direction;
        if (size == most && !isBefore(total, of, size - 1)) {
            return;
        }
        int at = size == most ? size - 1 : size++;
        while (at > 0 && isBefore(total, of, at - 1)) {
            score[at] = score[at - 1];
            heading[at] = heading[at - 1];
            key[at] = key[at - 1];
            source[at] = source[at - 1];
            at--;
        }
        score[at] = total;
        heading[at] = direction;
        key[at] = of;
        source[at] = i;
    }

    private boolean isBefore(double total, int of, int other) {
        return total > score[other] || (total == score[other] && of < key[other]);
    }

    private void complete(int j) {
        int i = source[j];
        boolean isReverse = (key[j] & 1) == 1;
        double along = edges.offset(i);
        length[j] = network.length(key[j] >> 1);
        offset[j] = isReverse ? length[j] - along : along;
        residualEast[j] = edges.residualEast(i);
        residualNorth[j] = edges.residualNorth(i);
        directionEast[j] = isReverse ? -edges.directionEast(i) : edges.directionEast(i);
        directionNorth[j] = isReverse ? -edges.directionNorth(i) : edges.directionNorth(i);
    }
}
