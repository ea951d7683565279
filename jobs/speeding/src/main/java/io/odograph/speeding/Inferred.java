// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import java.util.Locale;

/** What estimated limits count for; in rules as numbers, from 0 in this order. */
enum Inferred {
    /** Nothing. */
    IGNORED(0),
    /** The limit that the true one hardly lies above. */
    UPPER_BOUND(1),
    /** The same as posted ones. */
    AS_POSTED(2);

    private final double number;

    Inferred(double number) {
        this.number = number;
    }

    /** As a threshold. */
    double number() {
        return number;
    }

    /** As an option, or the number as it is where it stands for none. */
    static String spelling(double number) {
        for (Inferred known : values()) {
            if (known.number == number) {
                return known.name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
        return Double.toString(number);
    }
}
