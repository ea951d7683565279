// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

/** Counts conditional limits by what became of them. */
public final class ConditionalCount {

    int understood;
    int wet;
    int notUnderstood;

    /** Nothing counted. */
    public ConditionalCount() {}

    /** Evaluable: for vehicles and times. */
    public int understood() {
        return understood;
    }

    /** Left out because they depend on the weather. */
    public int wet() {
        return wet;
    }

    /** Left out because something else in them cannot be evaluated. */
    public int notUnderstood() {
        return notUnderstood;
    }
}
