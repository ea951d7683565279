// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import org.jspecify.annotations.Nullable;

/**
 * The records of one minute of a vehicle.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class JournalPage {

    /** Records, as {@link RecordCodec} writes them, in the order of the vehicle's time. */
    public byte[] records = {};

    /** What was known before the first of them, or null in most minutes. */
    public @Nullable DrivingState before;

    /** What was told, on the page of that alone. */
    public @Nullable ToldList told;
}
