// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashRecording;
import io.odograph.udfs.crash.CrashRevision;
import io.odograph.udfs.crash.CrashStage;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One incident as the detector told it.
 *
 * @param time its identity: event time of its first evidence, ms
 * @param revisions of its alert, at least one
 * @param recording what was recorded around it, or null
 */
public record Incident(
        long time, List<CrashRevision> revisions, @Nullable CrashRecording recording) {

    /** The stage that the alert was left in. */
    public CrashStage stage() {
        return last().stage();
    }

    /** Whether it was ever held for a crash, or still suspected in the end. */
    public boolean wasAlarm() {
        return stage() != CrashStage.DISMISSED
                || revisions.stream()
                        .anyMatch(
                                revision ->
                                        revision.stage() == CrashStage.CONFIRMED
                                                || revision.stage() == CrashStage.NO_CONTACT);
    }

    /** What was known at the end. */
    public CrashFacts facts() {
        return last().edge().facts();
    }

    /** Receive time at which it was first told of, ms. */
    public long suspectedAt() {
        return revisions.get(0).edge().releasedAt();
    }

    /** Receive time at which it was confirmed, ms; NaN if never. */
    public double confirmedAt() {
        for (CrashRevision revision : revisions) {
            if (revision.stage() == CrashStage.CONFIRMED) {
                return revision.edge().releasedAt();
            }
        }
        return Double.NaN;
    }

    /** The edge that opened it. */
    public CrashEdge first() {
        return revisions.get(0).first();
    }

    /** Kinds of its evidence, for people. */
    public String evidence() {
        return facts().evidence().stream()
                .map(item -> item.kind().toString())
                .collect(Collectors.joining(" "));
    }

    /** Its evidence and how it ended, for people. */
    public String describe() {
        return evidence() + ", " + stage() + " by " + last().reason();
    }

    private CrashRevision last() {
        return revisions.get(revisions.size() - 1);
    }
}
