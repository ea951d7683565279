// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.intake.Intake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Lets an input last until its job is stopped: behind its records come many more of the last one,
 * slowly.
 */
final class LastsOn implements MapFunction<Intake, Intake> {

    private static final Map<String, CountDownLatch> REACHED = new ConcurrentHashMap<>();
    private static final int MORE = 20_000;

    private final String name = UUID.randomUUID().toString();
    private final int records;
    private transient int seen;

    LastsOn(int records) {
        this.records = records;
        REACHED.put(name, new CountDownLatch(1));
    }

    <T> List<T> extend(List<T> all) {
        List<T> more = new ArrayList<>(all);
        more.addAll(Collections.nCopies(MORE, all.get(all.size() - 1)));
        return more;
    }

    /** Waits until all records have come. */
    void await() throws InterruptedException {
        if (!REACHED.get(name).await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the records have not come within a minute");
        }
    }

    @Override
    public Intake map(Intake intake) throws Exception {
        if (++seen > records) {
            REACHED.get(name).countDown();
            // A savepoint can only come between two records.
            Thread.sleep(5);
        }
        return intake;
    }
}
