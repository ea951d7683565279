// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one level in which there are fences, by number. Readers beside the writer may get
 * what is half changed, but never fail.
 */
final class CellTable {

    private static final int BITS = 4;

    /** A cell has its count of fences, then the number of each one and which parts it reaches. */
    private static final int ENTRY = 2;

    /** Replaced as a whole, so that readers always have arrays that belong together. */
    private Slots slots = new Slots(BITS);

    private int used;

    private static final class Slots {

        private final int bits;
        private final long[] keys;
        private final int @Nullable [][] cells;

        Slots(int bits) {
            this.bits = bits;
            this.keys = new long[1 << bits];
            this.cells = new int[1 << bits][];
        }

        int home(long key) {
            return (int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - bits));
        }

        int mask() {
            return keys.length - 1;
        }

        /** Where a key is, or else the empty slot in which it would be. */
        int find(long key) {
            int at = home(key);
            // The bound is for readers beside a writer; there always is an empty slot otherwise.
            for (int i = 0; i < keys.length && cells[at] != null && keys[at] != key; i++) {
                at = at + 1 & mask();
            }
            return at;
        }
    }

    /** The fences of a cell, or null: see {@link #count}, {@link #fence} and {@link #parts}. */
    int @Nullable [] cell(long key) {
        Slots now = slots;
        int at = now.find(key);
        return now.keys[at] == key ? now.cells[at] : null;
    }

    /** All slots, of which some are null. */
    int @Nullable [][] cells() {
        return slots.cells;
    }

    /** How many cells there are. */
    int size() {
        return used;
    }

    static int count(int[] cell) {
        return Math.min(cell[0], cell.length / ENTRY);
    }

    static int fence(int[] cell, int i) {
        return cell[1 + i * ENTRY];
    }

    static int parts(int[] cell, int i) {
        return cell[2 + i * ENTRY];
    }

    void add(long key, int fence, int parts) {
        int at = slots.find(key);
        int[] cell = slots.cells[at];
        if (cell == null) {
            cell = new int[1 + ENTRY];
            slots.keys[at] = key;
            slots.cells[at] = cell;
            used++;
        } else if (cell[0] == cell.length / ENTRY) {
            int entries = cell[0] + Math.max(1, cell[0] >> 2);
            cell = Arrays.copyOf(cell, 1 + entries * ENTRY);
            slots.cells[at] = cell;
        }
        cell[1 + cell[0] * ENTRY] = fence;
        cell[2 + cell[0] * ENTRY] = parts;
        cell[0]++;
        if (used * 3L > 2L * slots.keys.length) {
            resize(slots.bits + 1);
        }
    }

    void remove(long key, int fence) {
        int at = slots.find(key);
        int[] cell = slots.cells[at];
        if (cell == null) {
            return;
        }
        int i = 0;
        while (i < cell[0] && fence(cell, i) != fence) {
            i++;
        }
        if (i == cell[0]) {
            return;
        }
        cell[0]--;
        System.arraycopy(cell, 1 + cell[0] * ENTRY, cell, 1 + i * ENTRY, ENTRY);
        if (cell[0] == 0) {
            drop(at);
        } else if (cell[0] < cell.length / ENTRY / 2) {
            slots.cells[at] = Arrays.copyOf(cell, 1 + cell[0] * ENTRY);
        }
    }

    /** Empties a slot and closes the gap, so that no key behind it is lost. */
    private void drop(int slot) {
        used--;
        int gap = slot;
        int at = slot;
        slots.cells[gap] = null;
        while (true) {
            at = at + 1 & slots.mask();
            int[] cell = slots.cells[at];
            if (cell == null) {
                break;
            }
            int home = slots.home(slots.keys[at]);
            boolean isPast = (at - home & slots.mask()) >= (at - gap & slots.mask());
            if (isPast) {
                slots.keys[gap] = slots.keys[at];
                slots.cells[gap] = cell;
                slots.cells[at] = null;
                gap = at;
            }
        }
        if (slots.bits > BITS && used * 6L < slots.keys.length) {
            resize(slots.bits - 1);
        }
    }

    private void resize(int bits) {
        Slots old = slots;
        Slots resized = new Slots(bits);
        for (int i = 0; i < old.keys.length; i++) {
            if (old.cells[i] != null) {
                int at = resized.find(old.keys[i]);
                resized.keys[at] = old.keys[i];
                resized.cells[at] = old.cells[i];
            }
        }
        slots = resized;
    }
}
