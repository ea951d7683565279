// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

/** Numbers as text that reads back as the same number; makes no objects for usual values. */
final class NumberText {

    /** Longest text of a long or a double. */
    static final int MAX_LENGTH = 26;

    /** Decimals that are tried: beyond them a value goes the slow way. */
    private static final int MAX_DECIMALS = 6;

    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};

    /** Up to here every whole number is a double. */
    private static final double EXACT = 1L << 53;

    private final byte[] digits = new byte[MAX_LENGTH];

    /** Writes a whole number and returns the position behind it. */
    static int write(long value, byte[] target, int position) {
        if (value == Long.MIN_VALUE) {
            return write("-9223372036854775808", target, position);
        }
        int at = position;
        long rest = value;
        if (rest < 0) {
            target[at++] = '-';
            rest = -rest;
        }
        int end = at + digits(rest);
        for (int i = end - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    /**
     * Writes a finite number and returns the position behind it.
     *
     * <p>A quotient of a whole number below 2^53 and a power of ten up to 10^22 is what a correct
     * reader makes of the decimal text (Clinger 1990), so that the short text is exact if that
     * quotient is the value.
     */
    int write(double value, byte[] target, int position) {
        double size = Math.abs(value);
        for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
            double scaled = Math.rint(size * POWERS[decimals]);
            if (scaled >= EXACT) {
                break;
            }
            if (scaled / POWERS[decimals] == size) {
                return write(value < 0, (long) scaled, decimals, target, position);
            }
        }
        return write(Double.toString(value), target, position);
    }

    private int write(boolean negative, long scaled, int decimals, byte[] target, int position) {
        int at = position;
        if (negative) {
            target[at++] = '-';
        }
        int count = write(scaled, digits, 0);
        int whole = count - decimals;
        if (whole <= 0) {
            target[at++] = '0';
        } else {
            System.arraycopy(digits, 0, target, at, whole);
            at += whole;
        }
        if (decimals == 0) {
            return at;
        }
        target[at++] = '.';
        for (int i = whole; i < 0; i++) {
            target[at++] = '0';
        }
        int from = Math.max(whole, 0);
        System.arraycopy(digits, from, target, at, count - from);
        return at + count - from;
    }

    private static int write(String text, byte[] target, int position) {
        for (int i = 0; i < text.length(); i++) {
            target[position + i] = (byte) text.charAt(i);
        }
        return position + text.length();
    }

    private static int digits(long value) {
        int count = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }
}
