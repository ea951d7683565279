// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.nio.IntBuffer;

/**
 * A long row of ints, mapped from a file in chunks, because one mapping ends at 2 GiB, or in an
 * array. Read-only and thread-safe.
 */
final class IntSection {

    /** Ints per chunk: 1 GiB. */
    static final int CHUNK = 1 << 28;

    private static final int SHIFT = 28;
    private static final int MASK = CHUNK - 1;

    private final IntBuffer[] chunks;

    /** The only one, but for maps of a continent: found without looking it up. */
    private final IntBuffer first;

    private final long size;

    IntSection(IntBuffer[] chunks) {
        this.chunks = chunks;
        this.first = chunks[0];
        long sum = 0;
        for (IntBuffer chunk : chunks) {
            sum += chunk.limit();
        }
        this.size = sum;
    }

    static IntSection of(int[] values) {
        int count = Math.max(1, (values.length + CHUNK - 1) >>> SHIFT);
        IntBuffer[] chunks = new IntBuffer[count];
        for (int i = 0; i < count; i++) {
            int from = i << SHIFT;
            int length = Math.min(CHUNK, values.length - from);
            chunks[i] = IntBuffer.wrap(values, from, length).slice();
        }
        return new IntSection(chunks);
    }

    int get(long index) {
        if (index < CHUNK) {
            return first.get((int) index);
        }
        return chunks[(int) (index >>> SHIFT)].get((int) index & MASK);
    }

    long size() {
        return size;
    }

    IntBuffer[] chunks() {
        return chunks.clone();
    }
}
