// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * Reference data that every subtask has whole.
 *
 * @param initial what holds before the stream has said anything
 * @param updates what comes later, or null, which costs nothing
 * @param <T> rule or override
 */
public record BroadcastReference<T>(
        ReferenceSnapshot<T> initial, @Nullable DataStream<ReferenceUpdate<T>> updates) {

    /** None at all. */
    public static <T> BroadcastReference<T> none() {
        return of(ReferenceSnapshot.none());
    }

    /** One that never changes. */
    public static <T> BroadcastReference<T> of(ReferenceSnapshot<T> initial) {
        return new BroadcastReference<>(initial, null);
    }
}
