// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * The roads around a fix: per edge the closest segment. Belongs to one thread; allocates nothing
 * per fix.
 */
final class Candidates {

    /** Edges that are looked at; where there are more around a fix, those nearest to it count. */
    static final int MAX = 64;

    /** Far more than what rounding adds to a coordinate, m. */
    private static final double ROUNDING = 1e-3;

    private final RoadNetwork network;

    private int size;
    private final int[] edge = new int[MAX];
    private final int[] segment = new int[MAX];
    private final double[] square = new double[MAX];

    /** Part of the segment at which the closest point lies; beyond 0..1 only at the edge's ends. */
    private final double[] part = new double[MAX];

    private final double[] startEast = new double[MAX];
    private final double[] startNorth = new double[MAX];
    private final double[] east = new double[MAX];
    private final double[] north = new double[MAX];

    private double perLongitude;
    private double reach;
    private int latitude;
    private int longitude;

    Candidates(RoadNetwork network) {
        this.network = network;
    }

    /** Metres per unit of longitude at the fix. */
    double perLongitude() {
        return perLongitude;
    }

    int size() {
        return size;
    }

    int edge(int i) {
        return edge[i];
    }

    /** Squared distance to the edge itself, m2. */
    double square(int i) {
        return square[i];
    }

    /** Direction of the closest segment as part of its length, to the east. */
    double directionEast(int i) {
        return east[i] / segmentLength(i);
    }

    /** Direction of the closest segment as part of its length, to the north. */
    double directionNorth(int i) {
        return north[i] / segmentLength(i);
    }

    private double segmentLength(int i) {
        return Math.max(Math.sqrt(east[i] * east[i] + north[i] * north[i]), 1e-6);
    }

    /** Metres from the point on the edge, or on its continuation, to the fix: to the east. */
    double residualEast(int i) {
        return -(startEast[i] + part[i] * east[i]);
    }

    /** Metres from the point on the edge, or on its continuation, to the fix: to the north. */
    double residualNorth(int i) {
        return -(startNorth[i] + part[i] * north[i]);
    }

    /**
     * Metres from the beginning of the edge to the closest point; at its ends that of its straight
     * continuation, below 0 or beyond its length.
     */
    double offset(int i) {
        int first = network.firstPoint(edge[i]);
        double sum = part[i] * segmentLength(i);
        for (int point = first; point < first + segment[i]; point++) {
            double e =
                    ((long) network.longitude(point + 1) - network.longitude(point)) * perLongitude;
            double n =
                    ((long) network.latitude(point + 1) - network.latitude(point))
                            * Metres.PER_UNIT;
            sum += Math.sqrt(e * e + n * n);
        }
        return sum;
    }

    /** Finds the edges within a distance of a fix, m. */
    void find(int lat, int lon, double radius) {
        size = 0;
        latitude = lat;
        longitude = lon;
        perLongitude = Metres.perLongitude(lat);
        long up = (long) Math.ceil(radius / Metres.PER_UNIT);
        long across = (long) Math.ceil(radius / perLongitude);
        int south = Math.max(0, network.row(lat - up));
        int northmost = Math.min(network.rowCount() - 1, network.row(lat + up));
        reach = radius + ROUNDING;
        for (int row = south; row <= northmost; row++) {
            int columns = network.columns(row);
            int west = Grid.column(lon - across, columns);
            int eastmost = Grid.column(lon + across, columns);
            for (int column = west; column <= eastmost; column++) {
                int cell = network.cell(row, column);
                if (cell >= 0) {
                    scan(cell, radius * radius);
                }
            }
        }
    }

    private void scan(int cell, double within) {
        int begin = network.entryBegin(cell);
        int end = begin + network.entryCount(cell);
        for (int entry = begin; entry < end; entry++) {
            scanRun(network.entryEdge(entry), network.entryRun(entry), within);
        }
    }

    /**
     * Whether all between two coordinates is out of reach on this axis alone, as for most segments
     * of a cell: they cost no division then.
     */
    private boolean isBeyond(double from, double to) {
        return (from > reach && to > reach) || (from < -reach && to < -reach);
    }

    private void scanRun(int of, int run, double within) {
        int first = network.firstPoint(of);
        int from = run >>> 8;
        int to = from + (run & 0xFF);
        int at = -1;
        double bestSquare = within;
        double bestPart = 0;
        double bestEast = 0;
        double bestNorth = 0;
        double bestDx = 0;
        double bestDy = 0;
        double x = ((long) network.longitude(first + from) - longitude) * perLongitude;
        double y = ((long) network.latitude(first + from) - latitude) * Metres.PER_UNIT;
        for (int i = from; i < to; i++) {
            double nextX = ((long) network.longitude(first + i + 1) - longitude) * perLongitude;
            double nextY = ((long) network.latitude(first + i + 1) - latitude) * Metres.PER_UNIT;
            if (isBeyond(x, nextX) || isBeyond(y, nextY)) {
                x = nextX;
                y = nextY;
                continue;
            }
            double dx = nextX - x;
            double dy = nextY - y;
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : -(x * dx + y * dy) / length;
            double clamped = Math.min(Math.max(t, 0), 1);
            double px = x + clamped * dx;
            double py = y + clamped * dy;
            double distance = px * px + py * py;
            if (distance < bestSquare && length > 0) {
                at = i;
                bestSquare = distance;
                bestPart = t;
                bestEast = x;
                bestNorth = y;
                bestDx = dx;
                bestDy = dy;
            }
            x = nextX;
            y = nextY;
        }
        if (at >= 0) {
            keep(of, at, bestSquare, bestPart, bestEast, bestNorth, bestDx, bestDy);
        }
    }

    private void keep(
            int of, int at, double d2, double t, double x, double y, double dx, double dy) {
        int slot = slotFor(of, d2);
        if (slot < 0) {
            return;
        }
        edge[slot] = of;
        segment[slot] = at;
        square[slot] = d2;
        startEast[slot] = x;
        startNorth[slot] = y;
        east[slot] = dx;
        north[slot] = dy;
        int last = network.lastPoint(of) - network.firstPoint(of) - 1;
        double low = at == 0 ? t : Math.max(t, 0);
        part[slot] = at == last ? low : Math.min(low, 1);
    }

    /** The slot of the edge if this is closer than what is there, a free or the farthest slot. */
    private int slotFor(int of, double d2) {
        int farthest = -1;
        for (int i = 0; i < size; i++) {
            if (edge[i] == of) {
                // On a tie the first segment, whatever the order of the cells.
                return d2 < square[i] ? i : -1;
            }
            if (farthest < 0 || square[i] > square[farthest]) {
                farthest = i;
            }
        }
        if (size < MAX) {
            return size++;
        }
        return d2 < square[farthest] ? farthest : -1;
    }
}
