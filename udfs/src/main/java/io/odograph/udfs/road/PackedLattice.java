// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * A {@link Lattice} as it is kept in state: a row of ints. The number of steps and whether they are
 * told already, as without a lag; per step how many candidates there are, whether the step begins
 * anew and how likely it is on a road, time, latitude, longitude, speed, and per candidate its key
 * and its offset; then, for the last step, per candidate its mass and its residual in dm (12 bits
 * each) with its direction in 256ths of a turn; then, for each step before, the links as bytes in
 * 255ths.
 */
final class PackedLattice {

    private static final int PER_STEP = 6;
    private static final int BEGINS = 1 << 8;
    private static final int ALL_TOLD = 1 << 8;

    /** As much as 12 bits of decimetres hold, m. */
    private static final float RESIDUAL_LIMIT = 204;

    private static final float LINK = 255;

    private PackedLattice() {}

    /** A probability as it comes back from state. */
    static float rounded(double probability) {
        return Math.round(probability * LINK) / LINK;
    }

    /** Fills a lattice. */
    static void unpack(int[] packed, Lattice lattice) {
        lattice.steps = packed.length == 0 ? 0 : packed[0] & 0xFF;
        lattice.allTold = packed.length > 0 && (packed[0] & ALL_TOLD) != 0;
        int at = 1;
        for (int s = 0; s < lattice.steps; s++) {
            lattice.sizes[s] = packed[at] & 0xFF;
            lattice.begins[s] = (packed[at] & BEGINS) != 0;
            lattice.onRoad[s] = (packed[at] >>> 16) / LINK;
            lattice.times[s] = ((long) packed[at + 1] << 32) | (packed[at + 2] & 0xFFFF_FFFFL);
            lattice.latitudes[s] = packed[at + 3];
            lattice.longitudes[s] = packed[at + 4];
            lattice.speeds[s] = Float.intBitsToFloat(packed[at + 5]);
            at += PER_STEP;
            for (int i = 0; i < lattice.sizes[s]; i++) {
                lattice.keys[s][i] = packed[at++];
                lattice.offsets[s][i] = Float.intBitsToFloat(packed[at++]);
            }
        }
        if (lattice.steps > 0) {
            unpackLast(packed, at, lattice);
        }
    }

    private static void unpackLast(int[] packed, int from, Lattice lattice) {
        int at = from;
        int size = lattice.sizes[lattice.steps - 1];
        for (int i = 0; i < size; i++) {
            lattice.masses[i] = Float.intBitsToFloat(packed[at++]);
            int residual = packed[at++];
            lattice.residualsEast[i] = (residual >> 20) * 0.1f;
            lattice.residualsNorth[i] = ((residual << 12) >> 20) * 0.1f;
            lattice.directions[i] = (float) ((residual & 0xFF) * (Math.PI / 128));
        }
        int bit = 32;
        for (int s = 0; s < lattice.steps - 1; s++) {
            for (int i = 0; i < size; i++) {
                for (int c = 0; c < lattice.sizes[s]; c++) {
                    at += bit == 32 ? 1 : 0;
                    bit = bit == 32 ? 0 : bit;
                    lattice.links[s][i][c] = ((packed[at - 1] >>> bit) & 0xFF) / LINK;
                    bit += 8;
                }
            }
        }
    }

    /** Packs a lattice; reuses an array that fits. */
    static int[] pack(Lattice lattice, int[] reused) {
        int length = length(lattice);
        int[] packed = reused.length == length ? reused : new int[length];
        packed[0] = lattice.steps | (lattice.allTold ? ALL_TOLD : 0);
        int at = 1;
        for (int s = 0; s < lattice.steps; s++) {
            packed[at] =
                    lattice.sizes[s]
                            | (lattice.begins[s] ? BEGINS : 0)
                            | (Math.round(lattice.onRoad[s] * LINK) << 16);
            packed[at + 1] = (int) (lattice.times[s] >>> 32);
            packed[at + 2] = (int) lattice.times[s];
            packed[at + 3] = lattice.latitudes[s];
            packed[at + 4] = lattice.longitudes[s];
            packed[at + 5] = Float.floatToRawIntBits(lattice.speeds[s]);
            at += PER_STEP;
            for (int i = 0; i < lattice.sizes[s]; i++) {
                packed[at++] = lattice.keys[s][i];
                packed[at++] = Float.floatToRawIntBits(lattice.offsets[s][i]);
            }
        }
        if (lattice.steps > 0) {
            packLast(packed, at, lattice);
        }
        return packed;
    }

    private static int length(Lattice lattice) {
        int ints = 1 + PER_STEP * lattice.steps;
        int bytes = 0;
        for (int s = 0; s < lattice.steps; s++) {
            ints += 2 * lattice.sizes[s];
            bytes +=
                    s < lattice.steps - 1 ? lattice.sizes[s] * lattice.sizes[lattice.steps - 1] : 0;
        }
        ints += lattice.steps == 0 ? 0 : 2 * lattice.sizes[lattice.steps - 1];
        return ints + (bytes + 3) / 4;
    }

    private static void packLast(int[] packed, int from, Lattice lattice) {
        int at = from;
        int size = lattice.sizes[lattice.steps - 1];
        for (int i = 0; i < size; i++) {
            packed[at++] = Float.floatToRawIntBits(lattice.masses[i]);
            packed[at++] =
                    (decimetres(lattice.residualsEast[i]) << 20)
                            | ((decimetres(lattice.residualsNorth[i]) & 0xFFF) << 8)
                            | ((int) Math.round(lattice.directions[i] * (128 / Math.PI)) & 0xFF);
        }
        int bit = 32;
        for (int s = 0; s < lattice.steps - 1; s++) {
            for (int i = 0; i < size; i++) {
                for (int c = 0; c < lattice.sizes[s]; c++) {
                    if (bit == 32) {
                        packed[at++] = 0;
                        bit = 0;
                    }
                    packed[at - 1] |= Math.round(lattice.links[s][i][c] * LINK) << bit;
                    bit += 8;
                }
            }
        }
    }

    private static int decimetres(float metres) {
        return Math.round(Math.min(Math.max(metres, -RESIDUAL_LIMIT), RESIDUAL_LIMIT) * 10);
    }
}
