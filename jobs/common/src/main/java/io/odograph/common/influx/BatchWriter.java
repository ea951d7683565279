// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import io.odograph.common.influx.LineTransport.Outcome;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch, in a thread that may wait. A batch that is refused is halved, and its halves
 * again, until the lines to blame stand alone; lines that are written twice on the way do no harm.
 */
final class BatchWriter {

    /** Sends lines in one request. */
    interface Request {

        /**
         * Sends them.
         *
         * @throws IOException if it is not known whether they arrived
         */
        Answer send(List<LineEntry> lines) throws IOException;

        /** Why the job has to fail after a hopeless answer. */
        InfluxRefusedException hopeless(Answer answer);
    }

    private final Request request;
    private final PoisonLines.Handler poison;

    BatchWriter(Request request, PoisonLines.Handler poison) {
        this.request = request;
        this.poison = poison;
    }

    /** Writes a batch. */
    Outcome write(List<LineEntry> batch) {
        List<RejectedLine> rejected = new ArrayList<>();
        List<LineEntry> settled = new ArrayList<>(batch.size());
        Deque<List<LineEntry>> parts = new ArrayDeque<>();
        List<LineEntry> sound = sound(batch, rejected);
        if (!sound.isEmpty()) {
            parts.push(sound);
        }
        Answer setback = null;
        Exception failure = null;
        while (!parts.isEmpty() && setback == null && failure == null) {
            List<LineEntry> part = parts.pop();
            Answer answer = send(part);
            switch (answer.verdict()) {
                case WRITTEN -> settled.addAll(part);
                case REFUSED -> refused(part, answer, parts, rejected);
                case AGAIN -> {
                    parts.push(part);
                    setback = answer;
                }
                case HOPELESS -> failure = request.hopeless(answer);
            }
        }
        if (failure == null) {
            failure = keep(rejected);
        }
        rejected.forEach(line -> settled.add(line.entry()));
        List<LineEntry> again = new ArrayList<>();
        parts.forEach(again::addAll);
        return new Outcome(
                settled,
                rejected.size(),
                again,
                setback == null ? 0 : setback.retryAfter(),
                setback == null ? "" : setback.trouble(),
                failure);
    }

    private Answer send(List<LineEntry> part) {
        try {
            return request.send(part);
        } catch (IOException e) {
            return Answer.none(e);
        }
    }

    private static void refused(
            List<LineEntry> part,
            Answer answer,
            Deque<List<LineEntry>> parts,
            List<RejectedLine> rejected) {
        if (part.size() == 1) {
            rejected.add(new RejectedLine(part.get(0), answer.reason()));
        } else {
            int half = part.size() / 2;
            parts.push(part.subList(half, part.size()));
            parts.push(part.subList(0, half));
        }
    }

    private static List<LineEntry> sound(List<LineEntry> batch, List<RejectedLine> rejected) {
        List<LineEntry> sound = new ArrayList<>(batch.size());
        for (LineEntry entry : batch) {
            String problem = entry.problem();
            if (problem == null) {
                sound.add(entry);
            } else {
                rejected.add(new RejectedLine(entry, problem));
            }
        }
        return sound;
    }

    private @Nullable Exception keep(List<RejectedLine> rejected) {
        if (rejected.isEmpty()) {
            return null;
        }
        try {
            poison.reject(rejected);
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}
