// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/**
 * How right a contender is.
 *
 * @param fixes how many it was asked about
 * @param rightWay of them on the right way of OpenStreetMap
 * @param rightSide of them in the right direction, too
 * @param rightLimit of them on a way with the right limit in that direction
 */
record Quality(long fixes, long rightWay, long rightSide, long rightLimit) {

    /** Nothing judged. */
    static final Quality NONE = new Quality(0, 0, 0, 0);

    /** Judges the answers to a trace. */
    static Quality of(Trace trace, long[] answers, Ways ways) {
        long rightWay = 0;
        long rightSide = 0;
        long rightLimit = 0;
        for (int i = 0; i < answers.length; i++) {
            long truth = ways.side(trace.truth()[i]);
            rightWay += WaySide.isSameWay(answers[i], truth) ? 1 : 0;
            rightSide += answers[i] == truth ? 1 : 0;
            rightLimit += ways.isSameLimit(answers[i], truth) ? 1 : 0;
        }
        return new Quality(answers.length, rightWay, rightSide, rightLimit);
    }

    Quality plus(Quality other) {
        return new Quality(
                fixes + other.fixes,
                rightWay + other.rightWay,
                rightSide + other.rightSide,
                rightLimit + other.rightLimit);
    }

    /** A share of all fixes, %. */
    double percent(long part) {
        return fixes == 0 ? Double.NaN : 100.0 * part / fixes;
    }
}
