// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.transport.Upload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Out of coverage for a while, then the whole backlog at once, within 1.2 s. Everything is used.
 * Its decisive moment is the return to coverage.
 *
 * @param length s
 * @param newestFirst whether the device sends its newest report first, rather than its oldest
 */
public record OfflineUpload(double length, boolean newestFirst) implements Scenario {

    private static final double UPLOAD_MILLIS = 1200;

    @Override
    public String name() {
        return newestFirst ? "newest-first-upload" : "offline-upload";
    }

    @Override
    public String description() {
        return "out of coverage for "
                + Math.round(length / 60)
                + " min, then the backlog at once, "
                + (newestFirst ? "newest" : "oldest")
                + " first: all used";
    }

    @Override
    public double lead() {
        return length + 60;
    }

    @Override
    public double lasts() {
        return 30;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry((uploads, draws) -> holdBack(uploads, at));
    }

    private void holdBack(List<Upload> uploads, double at) {
        List<Upload> backlog = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (Upload upload : uploads) {
            if (upload.time() >= at - length && upload.time() < at) {
                backlog.add(upload);
            } else if (upload.time() >= at) {
                last = send(backlog, last);
                backlog.clear();
                upload.receiveAt(newestFirst ? upload.receivedAt() : after(upload, last));
                last = Math.max(last, upload.receivedAt());
            }
        }
    }

    private static long after(Upload upload, long last) {
        return Math.max(upload.receivedAt(), last + 1);
    }

    private long send(List<Upload> backlog, long last) {
        if (backlog.isEmpty()) {
            return last;
        }
        long begin = backlog.get(backlog.size() - 1).receivedAt() + 300;
        if (newestFirst) {
            Collections.reverse(backlog);
        }
        for (int i = 0; i < backlog.size(); i++) {
            long offset = Math.round((i + 1) * UPLOAD_MILLIS / backlog.size());
            backlog.get(i).receiveAt(begin + offset);
        }
        return begin + Units.millis(UPLOAD_MILLIS / 1000);
    }
}
