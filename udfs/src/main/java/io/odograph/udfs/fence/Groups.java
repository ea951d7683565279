// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import org.jspecify.annotations.Nullable;

/**
 * Sides of lines in groups of some that follow each other, each with its bounding box. In an array:
 * first point, last point, least and greatest latitude, least and greatest longitude of each group.
 */
final class Groups {

    /** Numbers of a group. */
    static final int SIZE = 6;

    /** Sides of a group. */
    private static final int SIDES = 16;

    /** From so many points on, groups are worth their memory. */
    private static final int MANY = 64;

    private Groups() {}

    /** The groups of lines, or null for few points. */
    static int @Nullable [] of(int[] points, int @Nullable [] ends) {
        int count = points.length >> 1;
        if (count < MANY) {
            return null;
        }
        IntList groups = new IntList();
        int begin = 0;
        for (int end : ends == null ? new int[] {count} : ends) {
            for (int first = begin; first < end - 1; first += SIDES) {
                add(groups, points, first, Math.min(first + SIDES, end - 1));
            }
            begin = end;
        }
        return groups.toArray();
    }

    private static void add(IntList groups, int[] points, int first, int last) {
        groups.add(first);
        groups.add(last);
        addRange(groups, points, first, last);
        int half = points.length >> 1;
        addRange(groups, points, half + first, half + last);
    }

    private static void addRange(IntList groups, int[] of, int first, int last) {
        int least = of[first];
        int greatest = of[first];
        for (int i = first + 1; i <= last; i++) {
            least = Math.min(least, of[i]);
            greatest = Math.max(greatest, of[i]);
        }
        groups.add(least);
        groups.add(greatest);
    }

    static int first(int[] groups, int at) {
        return groups[at];
    }

    static int last(int[] groups, int at) {
        return groups[at + 1];
    }

    static int minY(int[] groups, int at) {
        return groups[at + 2];
    }

    static int maxY(int[] groups, int at) {
        return groups[at + 3];
    }

    static int minX(int[] groups, int at) {
        return groups[at + 4];
    }

    static int maxX(int[] groups, int at) {
        return groups[at + 5];
    }

    /** Whether the ray from a point to the east crosses all sides an odd number of times. */
    static boolean crossOddly(int[] points, int[] groups, int x, int y) {
        boolean odd = false;
        for (int at = 0; at < groups.length; at += SIZE) {
            if (minY(groups, at) <= y && y < maxY(groups, at) && x < maxX(groups, at)) {
                int first = first(groups, at);
                int last = last(groups, at);
                // A chain wholly to the east is crossed as often as it changes the side.
                odd ^=
                        x < minX(groups, at)
                                ? (points[first] > y) != (points[last] > y)
                                : crossesOddly(points, first, last, x, y);
            }
        }
        return odd;
    }

    /**
     * Whether the ray from a point to the east crosses the sides from one point to another an odd
     * number of times, in whole numbers.
     */
    static boolean crossesOddly(int[] points, int first, int last, int x, int y) {
        int half = points.length >> 1;
        boolean odd = false;
        boolean below = points[first] > y;
        for (int i = first + 1; i <= last; i++) {
            // Half open, so that a corner on the ray counts for one of its sides.
            boolean above = points[i] > y;
            if (above != below) {
                long rise = (long) points[i - 1] - points[i];
                int corner = points[half + i];
                long along = ((long) points[half + i - 1] - corner) * (y - (long) points[i]);
                long across = ((long) x - corner) * rise;
                odd ^= rise > 0 ? across < along : across > along;
            }
            below = above;
        }
        return odd;
    }
}
