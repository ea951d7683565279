// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread has used. */
class CpuClock {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Time on a processor, ns: not what others take of it, and not what the collector does. */
    long cpu() {
        return threads.getCurrentThreadCpuTime();
    }

    /** Time that passed, ns. */
    long wall() {
        return System.nanoTime();
    }

    /** Memory allocated, bytes. */
    long allocated() {
        return threads.getCurrentThreadAllocatedBytes();
    }
}
