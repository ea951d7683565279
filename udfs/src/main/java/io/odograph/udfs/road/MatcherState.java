// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * What the matcher remembers of one vehicle: the fixes whose answers are still held back, with
 * their candidates; at most 400 bytes with the default settings.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class MatcherState {

    /** Identity of the network that the keys are of; another one begins anew. */
    public long network;

    /** The steps in the form of {@link PackedLattice}; empty before the first fix. */
    public int[] steps = {};

    /** Key that was told last plus 1, or 0 for none. */
    public int told;

    /** For Flink. */
    public MatcherState() {}
}
