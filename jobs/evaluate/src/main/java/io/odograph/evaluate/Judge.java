// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashDetector;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashRecording;
import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashStages;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows one vehicle's records to the crash detector with its default settings, as the job does: the
 * same deadlines, the same stages. Records are released as they are received, so that the wait of
 * the vehicle clock for a gap is not in any latency.
 */
public final class Judge {

    private static final CrashDetector DETECTOR = new CrashDetector(CrashSettings.DEFAULTS);

    private Judge() {}

    /**
     * All incidents in a vehicle's records, by the time at which they were opened.
     *
     * @param records in the order of their event times
     */
    public static List<Incident> incidents(List<Telemetry> records) {
        List<CrashEdge> edges = new ArrayList<>();
        CrashState state = DETECTOR.newState();
        for (Telemetry record : records) {
            long deadline = DETECTOR.deadline(state);
            while (record.receivedAt() > deadline) {
                DETECTOR.expire(state, deadline, edges::add);
                deadline = DETECTOR.deadline(state);
            }
            DETECTOR.accept(state, record, record.receivedAt(), VehicleContext.NONE, edges::add);
        }
        long deadline = DETECTOR.deadline(state);
        while (deadline != Detector.NO_DEADLINE) {
            DETECTOR.expire(state, deadline, edges::add);
            deadline = DETECTOR.deadline(state);
        }
        return edges.isEmpty() ? List.of() : grouped(edges);
    }

    private static List<Incident> grouped(List<CrashEdge> edges) {
        Map<Long, List<CrashEdge>> byIncident = new LinkedHashMap<>();
        for (CrashEdge edge : edges) {
            byIncident.computeIfAbsent(edge.incident(), time -> new ArrayList<>()).add(edge);
        }
        List<Incident> incidents = new ArrayList<>();
        byIncident.forEach((time, all) -> incidents.add(incident(time, all)));
        return incidents;
    }

    private static Incident incident(long time, List<CrashEdge> all) {
        @Nullable CrashRecording recording = null;
        List<CrashEdge> telling = new ArrayList<>();
        for (CrashEdge edge : all) {
            if (edge.kind() == CrashEdge.Kind.RECORDED) {
                recording = edge.recording();
            } else {
                telling.add(edge);
            }
        }
        return new Incident(time, CrashStages.revisions(telling), recording);
    }
}
