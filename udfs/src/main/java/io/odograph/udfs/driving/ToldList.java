// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.util.Arrays;

/**
 * What was told of a vehicle in the last hours, in which revision: parallel arrays, so that keeping
 * it is cheap. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class ToldList {

    /** More than are told in the longest time that can be revised; beyond it the oldest goes. */
    private static final int MOST = 2_000;

    private static final int PARTS = 10_000;

    /** How many there are. */
    public int count;

    /** Kind and part of each. */
    public int[] what = {};

    /** When each begins, ms. */
    public long[] start = {};

    /** Revision of each that was told last. */
    public int[] revision = {};

    /** Stands for what was told of each. */
    public long[] digest = {};

    /** Time of the vehicle when each was told last, ms. */
    public long[] toldAt = {};

    /** Kind and part of an output, in a number. */
    static int what(DrivingOutput output) {
        return output.kind().code() * PARTS + output.part();
    }

    /** Kind of one of the list. */
    DrivingOutput.Kind kind(int index) {
        return DrivingOutput.Kind.of(what[index] / PARTS);
    }

    /** Part of one of the list. */
    int part(int index) {
        return what[index] % PARTS;
    }

    /** Place of the same in the list, or -1. */
    int find(int kindAndPart, long begin) {
        for (int i = count - 1; i >= 0; i--) {
            if (start[i] == begin && what[i] == kindAndPart) {
                return i;
            }
        }
        return -1;
    }

    /** Something is told that was not told before, or no longer known. */
    void add(int kindAndPart, long begin, int firstRevision, long stands, long time) {
        if (count == MOST) {
            remove(0);
        }
        if (count == what.length) {
            int length = Math.max(8, count * 3 / 2);
            what = Arrays.copyOf(what, length);
            start = Arrays.copyOf(start, length);
            revision = Arrays.copyOf(revision, length);
            digest = Arrays.copyOf(digest, length);
            toldAt = Arrays.copyOf(toldAt, length);
        }
        what[count] = kindAndPart;
        start[count] = begin;
        revision[count] = firstRevision;
        digest[count] = stands;
        toldAt[count++] = time;
    }

    /** Something is told again. */
    void tellAgain(int index, long stands, long time) {
        revision[index]++;
        digest[index] = stands;
        toldAt[index] = time;
    }

    /** Nothing can be revised any more that was told before this time. */
    void forgetBefore(long time) {
        for (int i = count - 1; i >= 0; i--) {
            if (toldAt[i] < time) {
                remove(i);
            }
        }
    }

    private void remove(int index) {
        int after = count - index - 1;
        System.arraycopy(what, index + 1, what, index, after);
        System.arraycopy(start, index + 1, start, index, after);
        System.arraycopy(revision, index + 1, revision, index, after);
        System.arraycopy(digest, index + 1, digest, index, after);
        System.arraycopy(toldAt, index + 1, toldAt, index, after);
        count--;
    }
}
