// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
        // What was before is not part of it.
        System.gc();
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

    /**
     * What all parts of the heap held after the last collection, of whichever of them: that of the
     * young alone leaves what is dead among the old, so this is an upper bound.
     */
    private static long now() {
        long latest = -1;
        long sum = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            GcInfo info =
                    collector instanceof com.sun.management.GarbageCollectorMXBean told
                            ? told.getLastGcInfo()
                            : null;
            if (info != null && info.getEndTime() > latest) {
                latest = info.getEndTime();
                sum = 0;
                for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                    MemoryUsage usage = info.getMemoryUsageAfterGc().get(pool.getName());
                    boolean counts = pool.getType() == MemoryType.HEAP && usage != null;
                    sum += counts ? usage.getUsed() : 0;
                }
            }
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
