// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How large the heap is at most after a collection.
 *
 * @param timer looks now and then
 * @param most bytes, so far
 */
record HeapWatch(Timer timer, AtomicLong most) implements AutoCloseable {

    private static final long PERIOD_MILLIS = 200;

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch(new Timer("heap", true), new AtomicLong());
        watch.timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        watch.most.accumulateAndGet(now(), Math::max);
                    }
                },
                0,
                PERIOD_MILLIS);
        return watch;
    }

    /** After the last collection of each part of the heap. */
    private static long now() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getCollectionUsage();
            sum += usage == null ? 0 : usage.getUsed();
        }
        return sum;
    }

    /** The most so far, bytes. */
    long largest() {
        return most.get();
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
