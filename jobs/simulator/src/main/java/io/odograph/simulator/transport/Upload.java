// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.TelemetryRecord;
import java.util.ArrayList;
import java.util.List;

/** One report on its way to the gateway; effects change when and how it arrives. */
public final class Upload {

    private final double time;
    private final TelemetryRecord record;
    private final List<Long> copies = new ArrayList<>();
    private final List<Corruption> corruptions = new ArrayList<>();
    private long receivedAt;
    private Fate fate = Fate.USED;
    private boolean lost;

    Upload(double time, TelemetryRecord record, long receivedAt) {
        this.time = time;
        this.record = record;
        this.receivedAt = receivedAt;
    }

    /** When the device measured it, in true time, s from the start of the simulation. */
    public double time() {
        return time;
    }

    /** The report; its receive time is set on arrival. */
    public TelemetryRecord record() {
        return record;
    }

    /** When the gateway receives it, ms since the epoch. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Changes when the gateway receives it, ms since the epoch. */
    public void receiveAt(long millis) {
        receivedAt = millis;
    }

    /** Marks it as one that the consumer will find late. */
    public void markLate() {
        fate = Fate.LATE;
    }

    /** Marks it as one whose event time lies in the future of its receive time. */
    public void markInFuture() {
        fate = Fate.IN_FUTURE;
    }

    /** It never arrives. */
    public void lose() {
        lost = true;
    }

    /** The gateway delivers it once more, the very same bytes, this many ms later. */
    public void repeatAfter(long millis) {
        copies.add(millis);
    }

    /** A damaged copy of it arrives beside it. */
    public void corruptBeside(Corruption corruption) {
        corruptions.add(corruption);
    }

    Fate fate() {
        return fate;
    }

    boolean isLost() {
        return lost;
    }

    List<Long> copies() {
        return copies;
    }

    List<Corruption> corruptions() {
        return corruptions;
    }
}
