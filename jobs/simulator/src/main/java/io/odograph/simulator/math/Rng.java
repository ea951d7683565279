// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.math;

/**
 * A small random number generator (SplitMix64; Steele, Lea and Flood 2014) whose sequence is fixed
 * by this code alone: the algorithms behind {@code java.util} are not promised across releases.
 *
 * <p>Forks are independent streams, so that drawing more in one place changes nothing in another.
 */
public final class Rng {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;
    private long state;

    /** Creates the stream of a seed; any seed is good. */
    public Rng(long seed) {
        this.seed = seed;
        this.state = mix(seed);
    }

    /** An independent stream for a numbered part, the same however much was drawn from this one. */
    public Rng fork(long part) {
        return new Rng(mix(seed + GOLDEN_GAMMA * (part + 1)));
    }

    /** An independent stream for a named purpose, the same however much was drawn from this one. */
    public Rng fork(String purpose) {
        return fork((long) purpose.hashCode());
    }

    /** The next 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number from 0 inclusive to 1 exclusive. */
    public double uniform() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A number from {@code from} inclusive to {@code to} exclusive. */
    public double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** A whole number from 0 inclusive to {@code bound} exclusive; the bound is above 0. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A standard normal number (Marsaglia's polar method). */
    public double gaussian() {
        double u;
        double square;
        do {
            u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        return u * Math.sqrt(-2 * StrictMath.log(square) / square);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
