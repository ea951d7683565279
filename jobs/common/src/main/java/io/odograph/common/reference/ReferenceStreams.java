// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.Rejection;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline gets besides telemetry. A stream that is null costs nothing. Their timestamps and
 * watermarks do not count, nor does it matter whether they end.
 *
 * @param detector name of the detector that the rules are for, such as crash
 * @param rules rules of that detector
 * @param limits overrides of speed limits
 * @param fences fences
 * @param fixedProfiles vehicle profiles by vehicle id, where they are known whole beforehand and
 *     never change; empty where there is a stream of them
 * @param profiles vehicle profiles, or null
 * @param rejections records of all of them that could not be used, or null
 */
public record ReferenceStreams(
        String detector,
        BroadcastReference<Rule> rules,
        BroadcastReference<LimitOverride> limits,
        BroadcastReference<Fence> fences,
        Map<String, VehicleProfile> fixedProfiles,
        @Nullable DataStream<ReferenceUpdate<VehicleProfile>> profiles,
        @Nullable DataStream<Rejection> rejections) {

    /** Nothing. */
    public static final ReferenceStreams NONE =
            new ReferenceStreams(
                    "",
                    BroadcastReference.none(),
                    BroadcastReference.none(),
                    BroadcastReference.none(),
                    null,
                    null);

    /** Copies the map. */
    public ReferenceStreams {
        fixedProfiles = Map.copyOf(fixedProfiles);
        if (profiles != null && !fixedProfiles.isEmpty()) {
            throw new IllegalArgumentException("profiles either never change or come as a stream");
        }
    }

    /** Streams alone. */
    public ReferenceStreams(
            String detector,
            BroadcastReference<Rule> rules,
            BroadcastReference<LimitOverride> limits,
            BroadcastReference<Fence> fences,
            @Nullable DataStream<ReferenceUpdate<VehicleProfile>> profiles,
            @Nullable DataStream<Rejection> rejections) {
        this(detector, rules, limits, fences, Map.of(), profiles, rejections);
    }

    /**
     * What is known whole before a pipeline starts and never changes.
     *
     * @param detector name of the detector
     * @param limits overrides of speed limits
     * @param fences fences
     * @param profiles vehicle profiles by vehicle id
     */
    public static ReferenceStreams fixed(
            String detector,
            ReferenceSnapshot<LimitOverride> limits,
            ReferenceSnapshot<Fence> fences,
            Map<String, VehicleProfile> profiles) {
        return new ReferenceStreams(
                detector,
                BroadcastReference.none(),
                BroadcastReference.of(limits),
                BroadcastReference.of(fences),
                profiles,
                null,
                null);
    }

    /** These with more rejections. */
    public ReferenceStreams withRejections(DataStream<Rejection> more) {
        return new ReferenceStreams(
                detector, rules, limits, fences, fixedProfiles, profiles, addRejectionsTo(more));
    }

    /** These with the rejections of the rules of a further detector. */
    public ReferenceStreams withRejectionsOf(ReferenceSources.Rules further) {
        DataStream<Rejection> more = further.rejections();
        return more == null ? this : withRejections(more);
    }

    /** The rejections of a pipeline with those of these streams. */
    public DataStream<Rejection> addRejectionsTo(DataStream<Rejection> others) {
        return rejections == null ? others : others.union(rejections);
    }
}
