// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Carries the reports of one vehicle to the gateway: a small latency that never changes their
 * order, then the effects in their order.
 */
public final class Transport implements Outbox {

    private static final int MIN_LATENCY = 60;
    private static final int LATENCY_SPREAD = 240;

    private final int vehicle;
    private final Rng rng;
    private final List<Upload> uploads = new ArrayList<>();
    private long last = Long.MIN_VALUE;

    /**
     * Creates the transport of one vehicle.
     *
     * @param vehicle number of the vehicle
     * @param rng draws latencies and what effects leave open
     */
    public Transport(int vehicle, Rng rng) {
        this.vehicle = vehicle;
        this.rng = rng;
    }

    /**
     * When a good network delivers a report: a small latency, in the order of sending.
     *
     * @param trueTime when it was made, ms since the epoch
     * @param previous when the report before it arrived, ms since the epoch
     * @param rng draws the latency
     */
    public static long arrival(long trueTime, long previous, Rng rng) {
        return Math.max(trueTime + MIN_LATENCY + rng.below(LATENCY_SPREAD), previous + 1);
    }

    @Override
    public void send(double time, long trueTime, TelemetryRecord record) {
        last = arrival(trueTime, last, rng);
        uploads.add(new Upload(time, record, last));
    }

    /**
     * Delivers everything that was sent.
     *
     * @param effects what happens on the way
     * @return what the gateway hands to the topic, by time
     */
    public List<Delivery> deliver(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            effects.get(i).apply(uploads, rng.fork(i));
        }
        List<Delivery> deliveries = new ArrayList<>(uploads.size());
        for (Upload upload : uploads) {
            if (!upload.isLost()) {
                deliver(upload, deliveries);
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::time));
        return deliveries;
    }

    private void deliver(Upload upload, List<Delivery> deliveries) {
        upload.record().setReceivedAt(Instant.ofEpochMilli(upload.receivedAt()));
        byte[] value = TelemetryEncoding.encode(upload.record());
        deliveries.add(new Delivery(vehicle, upload.receivedAt(), value, upload.fate()));
        for (long after : upload.copies()) {
            deliveries.add(
                    new Delivery(vehicle, upload.receivedAt() + after, value, Fate.DUPLICATE));
        }
        for (Corruption corruption : upload.corruptions()) {
            deliveries.add(
                    new Delivery(
                            vehicle,
                            upload.receivedAt() + 1,
                            corruption.damage(copyOf(upload.record())),
                            Fate.rejected(corruption.reason())));
        }
    }

    /** A shallow copy: a damage replaces groups and never changes one. */
    private static TelemetryRecord copyOf(TelemetryRecord record) {
        TelemetryRecord copy = new TelemetryRecord();
        for (int field = 0; field < record.getSchema().getFields().size(); field++) {
            copy.put(field, record.get(field));
        }
        return copy;
    }
}
