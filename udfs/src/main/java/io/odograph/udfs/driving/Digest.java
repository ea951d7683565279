// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.trip.TripFacts;

/** A number that stands for what is told: the same facts, the same number. */
final class Digest {

    private long sum = 1;

    private Digest() {}

    static long of(DrivingOutput output) {
        Digest digest = new Digest();
        WindowFacts window = output.window();
        TripFacts trip = output.trip();
        HarshEvent harsh = output.harsh();
        if (window != null) {
            digest.add(window.end()).add(window.zone().hashCode()).add(window.totals());
        }
        if (trip != null) {
            digest.add(trip.end())
                    .add(trip.reason() == null ? -1 : trip.reason().name().hashCode())
                    .add(trip.startLatitude())
                    .add(trip.startLongitude())
                    .add(trip.endLatitude())
                    .add(trip.endLongitude())
                    .add(trip.stops())
                    .add(trip.deviceTripId() == null ? 0 : trip.deviceTripId().hashCode())
                    .add(trip.driverId() == null ? 0 : trip.driverId().hashCode())
                    .add(trip.totals());
        }
        if (harsh != null) {
            digest.add(harsh);
        }
        return digest.sum;
    }

    private Digest add(long value) {
        long mixed = (sum ^ value) * 0x9E3779B97F4A7C15L;
        sum = mixed ^ (mixed >>> 32);
        return this;
    }

    private Digest add(float value) {
        return add(Float.floatToIntBits(value));
    }

    /** Not the hash of the record: that of an enum is another one in each process. */
    private void add(HarshEvent event) {
        add(event.kind().name().hashCode())
                .add(event.grade().name().hashCode())
                .add(event.source().name().hashCode())
                .add(event.start())
                .add(event.end())
                .add(event.peak())
                .add(event.threshold())
                .add(event.speedBefore())
                .add(event.speedAfter())
                .add(event.jerk())
                .add(event.latitude())
                .add(event.longitude())
                .add(event.quality());
    }

    private void add(DrivingTotals totals) {
        add(totals.distance).add(totals.moving).add(totals.idle).add(totals.unknown);
        add(totals.night).add(totals.nightDistance).add(totals.rush).add(totals.rushDistance);
        add(totals.phone).add(totals.phoneKnown).add(totals.unbelted).add(totals.beltKnown);
        add(totals.accelerations).add(totals.accelerationSum).add(totals.accelerationSquares);
        add(totals.maxSpeed).add(totals.maxEngineSpeed).add(totals.maxCoolant);
        add(totals.minVoltage).add(totals.maxVoltage);
        add(totals.records).add(totals.missed).add(totals.fixes).add(totals.fixesRefused);
        for (int count : totals.harsh) {
            add(count);
        }
        for (byte part : totals.speeds) {
            add(part);
        }
    }
}
