// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.Origin;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Decodes a reference topic. What cannot be used leaves on {@link #REJECTIONS} and changes nothing:
 * the last good version stays.
 *
 * <p>What the job was started with is not told again: else a rule that was withdrawn long ago would
 * hold until its withdrawal comes by.
 *
 * <p>Not inside the source, as telemetry is, since reference data has no part in time.
 *
 * @param <T> rule, profile or override
 */
final class DecodeReferences<T> extends ProcessFunction<Captured, ReferenceUpdate<T>> {

    /** Rejected records. */
    static final OutputTag<Rejection> REJECTIONS =
            new OutputTag<>("reference-rejections", TypeInformation.of(Rejection.class));

    private final ReferenceDecoder<T> decoder;
    private final String uid;
    private final HashMap<Integer, Long> known;

    private transient Counter updates;
    private transient Counter rejected;
    private transient Counter forOthers;

    /**
     * Creates the function.
     *
     * @param decoder decoder of the topic
     * @param uid uid of the operator
     * @param known offset before which each partition is known to the job already, exclusive
     */
    DecodeReferences(ReferenceDecoder<T> decoder, String uid, Map<Integer, Long> known) {
        this.decoder = decoder;
        this.uid = uid;
        this.known = new HashMap<>(known);
    }

    @Override
    public void open(OpenContext context) {
        // Not part of the account, which is of telemetry alone.
        MetricGroup group = getRuntimeContext().getMetricGroup().addGroup("reference");
        updates = group.counter("numUpdates");
        rejected = group.counter("numRejected");
        forOthers = group.counter("numForOtherDetectors");
    }

    @Override
    public void processElement(
            Captured record, Context context, Collector<ReferenceUpdate<T>> out) {
        try {
            ReferenceUpdate<T> update = decoder.decode(record.key(), record.value());
            if (update == null) {
                forOthers.inc();
            } else if (!isKnown(record.origin())) {
                updates.inc();
                out.collect(update);
            }
        } catch (RejectedRecordException e) {
            rejected.inc();
            context.output(
                    REJECTIONS,
                    new Rejection(
                            e.reason(),
                            e.getMessage(),
                            record.key(),
                            record.value(),
                            record.origin(),
                            uid));
        }
    }

    private boolean isKnown(Origin origin) {
        return origin.offset() < known.getOrDefault(origin.partition(), 0L);
    }
}
