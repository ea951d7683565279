// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines that are not written yet, at most one waiting for each point: the newest.
 *
 * <p>No two requests ever carry the same point at the same time. While a line of a point is on its
 * way, a newer one waits for the answer, and takes the place of the older one if that one has to be
 * sent again. So a revision is never overtaken by the one that it replaces, whatever the number of
 * requests and their fate.
 *
 * <p>Not thread-safe.
 */
final class PointBuffer {

    private final Map<LineEntry, LineEntry> ready = new LinkedHashMap<>();
    private final Map<LineEntry, LineEntry> blocked = new HashMap<>();
    private final Set<LineEntry> underWay = new HashSet<>();
    private long readyBytes;

    /** Takes a line in, in place of one of the same point that waits. */
    void add(LineEntry entry) {
        if (underWay.contains(entry)) {
            put(blocked, entry);
        } else {
            removeReady(entry);
            putReady(entry);
        }
    }

    /**
     * Hands out the next lines, which are under way from now on.
     *
     * @param maxLines most lines
     * @param maxBytes most bytes; a line beyond it comes alone
     */
    List<LineEntry> take(int maxLines, long maxBytes) {
        List<LineEntry> batch = new ArrayList<>(Math.min(maxLines, ready.size()));
        long bytes = 0;
        Iterator<LineEntry> lines = ready.values().iterator();
        while (batch.size() < maxLines && lines.hasNext()) {
            LineEntry entry = lines.next();
            bytes += entry.line().length;
            if (bytes > maxBytes && !batch.isEmpty()) {
                break;
            }
            lines.remove();
            readyBytes -= entry.line().length;
            underWay.add(entry);
            batch.add(entry);
        }
        return batch;
    }

    /** These lines are written, or dead-lettered. */
    void settled(List<LineEntry> lines) {
        for (LineEntry entry : lines) {
            underWay.remove(entry);
            LineEntry newer = blocked.remove(entry);
            if (newer != null) {
                putReady(newer);
            }
        }
    }

    /** These lines have to be sent again, where no newer one of their point waits. */
    void returned(List<LineEntry> lines) {
        for (LineEntry entry : lines) {
            underWay.remove(entry);
            LineEntry newer = blocked.remove(entry);
            putReady(newer == null ? entry : newer);
        }
    }

    /** Lines that may be sent now. */
    int readyLines() {
        return ready.size();
    }

    /** Bytes of the lines that may be sent now. */
    long readyBytes() {
        return readyBytes;
    }

    /** All lines that are not known to be written. */
    int size() {
        return ready.size() + blocked.size() + underWay.size();
    }

    /**
     * The lines that a restart has to write, in the order in which it has to take them in: of those
     * under way nobody knows whether they will arrive.
     */
    List<LineEntry> unwritten() {
        List<LineEntry> lines = new ArrayList<>(size());
        for (LineEntry entry : underWay) {
            if (!blocked.containsKey(entry)) {
                lines.add(entry);
            }
        }
        lines.addAll(blocked.values());
        lines.addAll(ready.values());
        return lines;
    }

    private void removeReady(LineEntry entry) {
        LineEntry older = ready.remove(entry);
        if (older != null) {
            readyBytes -= older.line().length;
        }
    }

    private void putReady(LineEntry entry) {
        ready.put(entry, entry);
        readyBytes += entry.line().length;
    }

    /** A map keeps the key of an entry that it replaces, which would be the older line. */
    private static void put(Map<LineEntry, LineEntry> lines, LineEntry entry) {
        lines.remove(entry);
        lines.put(entry, entry);
    }
}
