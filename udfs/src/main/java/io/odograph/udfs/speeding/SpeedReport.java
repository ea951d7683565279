// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.telemetry.SpeedSource;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One report as episodes see it. Used again for each, so that a quiet report costs nothing. */
final class SpeedReport {

    /** A vehicle this slow is below any limit, known or not, km/h: the least walking pace. */
    private static final float STANDS = 4;

    /** Event time, ms. */
    long time;

    /** 1e-7 degrees. */
    int latitude;

    /** 1e-7 degrees. */
    int longitude;

    /** Speed, km/h, or NaN. */
    float speed;

    /** Where the speed comes from. */
    SpeedSource source = SpeedSource.UNKNOWN;

    /** The limit that counts, or null where none is known. */
    @Nullable EffectiveLimit limit;

    /** The road's own limit, which names the road, or null where that is not known. */
    @Nullable EffectiveLimit road;

    /** The limit as a number, km/h; infinite without limit, NaN where none counts. */
    float kmh;

    /** Whether it has a position of its own. */
    boolean fix;

    /** Key of the road, or -1. */
    int key;

    /** Probability that the road's limit is the right one for the place. */
    float confidence;

    private final IntFunction<@Nullable String> names;

    /** Of roads with these names by key. */
    SpeedReport(IntFunction<@Nullable String> names) {
        this.names = names;
    }

    /** Name of the road, or null. */
    @Nullable String name() {
        return names.apply(key);
    }

    /** Whether it tells if the vehicle is above its limit. */
    boolean isKnown() {
        return speed <= STANDS || !(Float.isNaN(speed) || Float.isNaN(kmh));
    }

    /** Speed above the limit, km/h; negative below it. Asked of known ones only. */
    double excess() {
        return speed <= STANDS && Float.isNaN(kmh)
                ? Double.NEGATIVE_INFINITY
                : (double) speed - kmh;
    }
}
