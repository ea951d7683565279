// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Nearly every record is of a vehicle that keeps to the limits: it must cost next to nothing. */
class SpeedingQuietPathTest {

    private static final int RECORDS = 20_000;

    private static final Roads ROADS = Roads.of(Roads.posted(50));

    private static final RoadNetworks SHARED = SpeedingQuietPathTest::network;

    /** Answers at once that it is the first road. */
    private static final FixMatcher.Maker AT_ONCE =
            network ->
                    new FixMatcher() {
                        @Override
                        public void accept(
                                MatcherState state,
                                long time,
                                int latitude,
                                int longitude,
                                float speed,
                                float heading,
                                float accuracy,
                                RoadMatches out) {
                            out.matched(time, latitude, longitude, speed, 0, 0, 1, false);
                        }

                        @Override
                        public void flush(MatcherState state, RoadMatches out) {}
                    };

    @Test
    void aReportBelowTheLimitAllocatesNextToNothing() {
        // The question for overrides, where the JVM does not do without it.
        assertThat(perRecord(Drive.of("car").driving(50, RECORDS))).isLessThan(41);
    }

    @Test
    void norDoesOneWithoutPosition() {
        assertThat(perRecord(Drive.of("car").placed(false).driving(50, RECORDS))).isLessThan(1);
    }

    private static double perRecord(Drive drive) {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean,
                "this JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SpeedingDetector detector =
                new SpeedingDetector(SpeedingSettings.DEFAULTS, SHARED, AT_ONCE);
        SpeedingState state = detector.newState();
        List<SpeedingEdge> edges = new ArrayList<>();
        List<Telemetry> records = drive.records();
        Consumer<SpeedingEdge> sink = edges::add;
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

    private static RoadNetwork network() {
        return ROADS.network();
    }

    /** What it opens and makes for itself stays where it is. */
    @Test
    void aDetectorTravelsWithoutItsRoads() throws Exception {
        SpeedingRun run = new SpeedingRun(ROADS);
        run.detector = new SpeedingDetector(SpeedingSettings.DEFAULTS, SHARED, AT_ONCE);
        run.take(Drive.of("car").driving(75, 1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(run.detector);
        }
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            run.detector = (SpeedingDetector) in.readObject();
        }
        run.take(Drive.of("car").after(1_000).driving(75, 30)).waitForEver();

        assertThat(run.ended().start()).isEqualTo(Drive.START + 3_000);
    }
}
