// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.Rejection;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline gets besides telemetry. A stream that is null costs nothing. Their timestamps and
 * watermarks do not count, nor does it matter whether they end.
 *
 * @param detector name of the detector that the rules are for, such as crash
 * @param initialRules rules in force before the stream has said anything
 * @param rules rules of that detector, or null
 * @param profiles vehicle profiles, or null
 * @param rejections records of both that could not be used, or null
 */
public record ReferenceStreams(
        String detector,
        RuleSnapshot initialRules,
        @Nullable DataStream<ReferenceUpdate<Rule>> rules,
        @Nullable DataStream<ReferenceUpdate<VehicleProfile>> profiles,
        @Nullable DataStream<Rejection> rejections) {

    /** No rules and no profiles. */
    public static final ReferenceStreams NONE =
            new ReferenceStreams("", RuleSnapshot.EMPTY, null, null, null);

    /** The rejections of a pipeline with those of these streams. */
    public DataStream<Rejection> addRejectionsTo(DataStream<Rejection> others) {
        return rejections == null ? others : others.union(rejections);
    }
}
