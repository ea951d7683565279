// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The samples of one axis as the list that a record wants, without an object for each. */
final class Samples extends AbstractList<Float> implements RandomAccess {

    private final float[] values;

    Samples(float[] values) {
        this.values = values;
    }

    @Override
    public Float get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
