// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Sketches of the speeds of a stretch of driving, as bytes: quantiles within 1 % of the value,
 * weighted by time. Bins of weights, so that merging in any order gives the same; see Masson, Rim
 * and Lee, DDSketch (VLDB 2019). The interpolated mapping uses no logarithm of the platform, whose
 * last bit may differ between processors.
 */
public final class SpeedSketch {

    /** Relative error of a quantile. */
    public static final double ACCURACY = 0.01;

    /** A sketch of nothing. */
    public static final byte[] EMPTY = {};

    private static final CubicallyInterpolatedMapping MAPPING =
            new CubicallyInterpolatedMapping(ACCURACY);

    private SpeedSketch() {}

    /**
     * Adds speeds to a sketch.
     *
     * @param sketch the sketch
     * @param speeds km/h, 0 and up
     * @param weights how long each was driven, ms, above 0
     * @param count how many there are
     * @return the sketch with them
     */
    public static byte[] add(byte[] sketch, float[] speeds, int[] weights, int count) {
        if (count == 0) {
            return sketch;
        }
        DDSketch merged = read(sketch);
        for (int i = 0; i < count; i++) {
            merged.accept(speeds[i], weights[i]);
        }
        return write(merged);
    }

    /** Both sketches in one. */
    public static byte[] merge(byte[] one, byte[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        DDSketch merged = read(one);
        addTo(merged, other);
        return write(merged);
    }

    /**
     * Quantiles of a sketch, km/h; NaN where it is empty.
     *
     * @param sketch the sketch
     * @param parts parts below, 0..1
     */
    public static float[] quantiles(byte[] sketch, double... parts) {
        float[] quantiles = new float[parts.length];
        DDSketch read = read(sketch);
        for (int i = 0; i < parts.length; i++) {
            quantiles[i] = read.isEmpty() ? Float.NaN : (float) read.getValueAtQuantile(parts[i]);
        }
        return quantiles;
    }

    private static DDSketch read(byte[] sketch) {
        DDSketch empty = new DDSketch(MAPPING, UnboundedSizeDenseStore::new);
        if (sketch.length > 0) {
            addTo(empty, sketch);
        }
        return empty;
    }

    private static void addTo(DDSketch sketch, byte[] other) {
        try {
            sketch.decodeAndMergeWith(ByteArrayInput.wrap(other));
        } catch (IOException e) {
            throw new UncheckedIOException("a sketch of speeds is damaged", e);
        }
    }

    private static byte[] write(DDSketch sketch) {
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(output, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.trimmedCopy();
    }
}
