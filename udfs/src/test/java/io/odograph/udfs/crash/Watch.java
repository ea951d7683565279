// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;

/** Runs drives through the detector as its host does. */
final class Watch {

    final CrashDetector detector;
    final List<CrashEdge> edges = new ArrayList<>();
    CrashState state;
    private VehicleContext context = VehicleContext.NONE;

    Watch(CrashSettings settings) {
        detector = new CrashDetector(settings);
        state = detector.newState();
    }

    Watch() {
        this(CrashSettings.DEFAULTS);
    }

    /** What of these drives. */
    static Watch of(Drive... drives) {
        Watch watch = new Watch();
        for (Drive drive : drives) {
            watch.take(drive);
        }
        return watch;
    }

    Watch knowing(VehicleContext known) {
        context = known;
        return this;
    }

    Watch take(Drive drive) {
        drive.records().forEach(this::take);
        return this;
    }

    Watch take(Telemetry record) {
        waitUntil(record.receivedAt() - 1);
        detector.accept(state, record, record.receivedAt(), context, edges::add);
        return this;
    }

    /** Nothing is received until then, ms. */
    Watch waitUntil(long receiveTime) {
        for (long deadline = detector.deadline(state);
                deadline <= receiveTime;
                deadline = detector.deadline(state)) {
            detector.expire(state, deadline, edges::add);
        }
        return this;
    }

    /** Nothing is received any more. */
    Watch waitForEver() {
        return waitUntil(Detector.NO_DEADLINE - 1);
    }

    /** Edges without the recording and the end of all, which are tested of their own. */
    List<Kind> kinds() {
        return edges.stream()
                .map(CrashEdge::kind)
                .filter(kind -> kind != Kind.RECORDED && kind != Kind.END)
                .toList();
    }

    /** Edges of this kind. */
    List<CrashEdge> all(Kind kind) {
        return edges.stream().filter(edge -> edge.kind() == kind).toList();
    }

    /** The only edge of this kind. */
    CrashEdge the(Kind kind) {
        List<CrashEdge> all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " edges " + kind + " in " + kinds());
        }
        return all.get(0);
    }

    /** The edges of each incident. */
    List<List<CrashEdge>> incidents() {
        List<List<CrashEdge>> incidents = new ArrayList<>();
        for (CrashEdge edge : edges) {
            if (edge.kind() == Kind.IMPACT) {
                incidents.add(new ArrayList<>());
            }
            incidents.get(incidents.size() - 1).add(edge);
        }
        return incidents;
    }

    /** All revisions, as {@code STAGE/REASON}. */
    List<String> revisions() {
        List<String> told = new ArrayList<>();
        for (List<CrashEdge> incident : incidents()) {
            for (CrashRevision revision : CrashStages.revisions(incident)) {
                told.add(revision.stage() + "/" + revision.reason());
            }
        }
        return told;
    }
}
