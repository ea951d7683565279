// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The records of a vehicle's last hours, in its own time, and what was known before some of them:
 * written as they come, read where a late one must be put between them.
 */
final class DriveLog {

    /** What is known is kept once in so many minutes. */
    private static final long KNOWN_EVERY = 15;

    /** The same, ms. */
    static final long KNOWN_MILLIS = KNOWN_EVERY * WindowSize.MINUTE;

    /** Longest time, in minutes, whose pages are given up at once: more than are kept. */
    private static final long LONGEST = 100_000;

    /** Records leave the state for the journal at the latest at this size, bytes. */
    private static final int MOST_BYTES = 8_192;

    private static final Comparator<Telemetry> ORDER =
            Comparator.comparingLong(Telemetry::eventTime)
                    .thenComparing(record -> Objects.requireNonNullElse(record.deviceId(), ""))
                    .thenComparingLong(Telemetry::sequence);

    private final DrivingMemory memory;
    private final Journal journal;

    DriveLog(DrivingMemory memory, Journal journal) {
        this.memory = memory;
        this.journal = journal;
    }

    /** Writes a record, before it is folded in. */
    void write(Telemetry record, long retention) {
        long minute = minute(record.eventTime());
        if (minute != memory.minute) {
            flush();
            turnTo(minute, retention);
        }
        RecordWriter writer = new RecordWriter(memory.records, memory.used);
        RecordCodec.write(record, minute * WindowSize.MINUTE, writer);
        memory.records = writer.bytes();
        memory.used = writer.length();
        if (memory.used > MOST_BYTES) {
            flush();
        }
    }

    private void turnTo(long minute, long retention) {
        memory.minute = minute;
        int count = memory.known.length;
        if (count > 0 && minute < memory.known[count - 1] + KNOWN_EVERY) {
            return;
        }
        JournalPage page = new JournalPage();
        page.before = memory.now;
        journal.put(minute, page);
        memory.known = Arrays.copyOf(memory.known, count + 1);
        memory.known[count] = minute;
        forget(minute - retention / WindowSize.MINUTE);
    }

    /** Keeps from the last page on that says what was known before a minute. */
    private void forget(long minute) {
        int keep = indexOfKnown(minute);
        if (keep <= 0) {
            return;
        }
        // Behind a longer pause there is nothing.
        long to = Math.min(memory.known[keep], memory.known[0] + LONGEST);
        for (long old = memory.known[0]; old < to; old++) {
            journal.remove(old);
        }
        memory.known = Arrays.copyOfRange(memory.known, keep, memory.known.length);
    }

    private int indexOfKnown(long minute) {
        int at = memory.known.length - 1;
        while (at >= 0 && memory.known[at] > minute) {
            at--;
        }
        return at;
    }

    /** The last minute up to this one before which it is written what was known, or NONE. */
    long known(long minute) {
        int at = indexOfKnown(minute);
        return at < 0 ? DrivingMemory.NONE : memory.known[at];
    }

    /** Moves what the state holds to the journal. */
    void flush() {
        if (memory.used == 0) {
            return;
        }
        JournalPage page = journal.get(memory.minute);
        if (page == null) {
            page = new JournalPage();
        }
        byte[] joined = new byte[page.records.length + memory.used];
        System.arraycopy(page.records, 0, joined, 0, page.records.length);
        System.arraycopy(memory.records, 0, joined, page.records.length, memory.used);
        page.records = joined;
        journal.put(memory.minute, page);
        memory.used = 0;
    }

    /** Keeps a late record until it is taken in with others. */
    static void keepLate(DrivingMemory memory, Telemetry record) {
        if (memory.lateUsed == 0) {
            memory.lateBase = record.eventTime();
        }
        RecordWriter writer = new RecordWriter(memory.late, memory.lateUsed);
        RecordCodec.write(record, memory.lateBase, writer);
        memory.late = writer.bytes();
        memory.lateUsed = writer.length();
    }

    /** The late records that wait, in the order of their coming; none wait afterwards. */
    static List<Telemetry> takeLate(DrivingMemory memory) {
        byte[] written = Arrays.copyOf(memory.late, memory.lateUsed);
        memory.late = new byte[0];
        memory.lateUsed = 0;
        memory.lateDue = Long.MAX_VALUE;
        return read(memory, written, memory.lateBase);
    }

    /**
     * Takes all records from a minute on out of the journal, with others put between them where
     * they belong.
     *
     * @param from the minute
     * @param others records to be added; what is there already is not
     */
    List<Telemetry> rewind(long from, List<Telemetry> others) {
        flush();
        List<Telemetry> records = new ArrayList<>();
        for (long minute = from; minute <= memory.minute; minute++) {
            JournalPage page = journal.get(minute);
            if (page != null) {
                records.addAll(read(memory, page.records, minute * WindowSize.MINUTE));
                journal.remove(minute);
            }
        }
        for (Telemetry other : others) {
            insert(other, records);
        }
        memory.minute = DrivingMemory.NONE;
        memory.known = Arrays.copyOf(memory.known, indexOfKnown(from - 1) + 1);
        return records;
    }

    private static void insert(Telemetry record, List<Telemetry> records) {
        int at = records.size();
        while (at > 0 && ORDER.compare(records.get(at - 1), record) > 0) {
            at--;
        }
        for (int i = at - 1; i >= 0 && ORDER.compare(records.get(i), record) == 0; i--) {
            if (record.hasSequence() || isSame(records.get(i), record)) {
                return;
            }
        }
        records.add(at, record);
    }

    /** Whether both were one, received twice. */
    private static boolean isSame(Telemetry one, Telemetry other) {
        return Objects.equals(one.position(), other.position())
                && Objects.equals(one.motion(), other.motion())
                && Objects.equals(one.imuBurst(), other.imuBurst())
                && Objects.equals(one.vehicle(), other.vehicle())
                && Objects.equals(one.phone(), other.phone());
    }

    private static List<Telemetry> read(DrivingMemory memory, byte[] written, long base) {
        List<Telemetry> records = new ArrayList<>();
        RecordReader reader = new RecordReader(written);
        while (reader.hasMore()) {
            records.add(RecordCodec.read(memory.vehicleId, base, reader));
        }
        return records;
    }

    /** Forgets all records, though not what was told. */
    void clear() {
        if (memory.known.length > 0) {
            long to = Math.min(memory.minute, memory.known[0] + LONGEST);
            for (long minute = memory.known[0]; minute <= to; minute++) {
                journal.remove(minute);
            }
        }
        memory.known = new long[0];
        memory.minute = DrivingMemory.NONE;
        memory.used = 0;
        takeLate(memory);
    }

    /** What was known before the first record of a minute. */
    @Nullable DrivingState before(long minute) {
        JournalPage page = journal.get(minute);
        return page == null ? null : page.before;
    }

    static long minute(long time) {
        return Math.floorDiv(time, WindowSize.MINUTE);
    }
}
