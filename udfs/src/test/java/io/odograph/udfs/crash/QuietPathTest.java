// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Flags;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Nearly every record is of a vehicle that drives: it must cost next to nothing. */
class QuietPathTest {

    private static final int RECORDS = 20_000;

    @Test
    void aRecordWithoutNewsAllocatesNothing() {
        assertThat(perRecord(Drive.of("car").driving(60, RECORDS))).isLessThan(1);
    }

    @Test
    void norDoesOneOfAVehicleThatReportsItsState() {
        Flags calm =
                new Flags(
                        false,
                        Rollover.NONE,
                        false,
                        LowVoltageSystemState.ON,
                        List.of(new SeatBelt(1, 1, true, true)));
        Drive drive = Drive.of("car");
        for (int i = 0; i < RECORDS; i++) {
            drive.says(60, calm);
        }

        assertThat(perRecord(drive)).isLessThan(1);
    }

    private static double perRecord(Drive drive) {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
                "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CrashDetector detector = new CrashDetector(CrashSettings.DEFAULTS);
        CrashState state = detector.newState();
        List<CrashEdge> edges = new ArrayList<>();
        List<Telemetry> records = drive.records();
        Consumer<CrashEdge> sink = edges::add;
        long before = 0;
        for (int i = 0; i < RECORDS; i++) {
            if (i == RECORDS / 2) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            Telemetry record = records.get(i);
            detector.accept(state, record, record.receivedAt(), VehicleContext.NONE, sink);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(edges).isEmpty();

        return allocated / (RECORDS / 2.0);
    }
}
