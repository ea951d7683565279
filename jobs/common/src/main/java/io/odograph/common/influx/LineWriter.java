// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes line protocol with a timestamp in milliseconds into a buffer that is used again; a line
 * costs no object but the copy that is sent.
 *
 * <p>Tags and fields must come in the order of the {@link Measurement}, each once; anything else is
 * a bug and throws. What is wrong with a value, such as a line break in an id, is not: the line
 * gets a {@link LineEntry#problem} and is dead-lettered instead of sent.
 *
 * <p><b>What a tag can carry.</b> Any text of well-formed Unicode except: control characters (a
 * line break would begin another point, and InfluxDB has no escape for it), and a backslash at the
 * end or before a comma, an equals sign, a space or a backslash (InfluxDB reads such a backslash as
 * an escape and has none for itself). An absent or empty tag is left out, which InfluxDB takes for
 * the same. Text fields carry all well-formed Unicode without control characters, up to 64 KiB:
 * InfluxDB would take a line break in a text, not every server that speaks its protocol does.
 *
 * <p>Not thread-safe.
 */
public final class LineWriter {

    /** Longest series key and text that InfluxDB 1 and 2 store. */
    static final int MAX_TEXT_BYTES = 65_535;

    /** First and last millisecond that InfluxDB can store, as nanoseconds in 64 bits. */
    static final long MIN_TIME = -9_223_372_036_854L;

    static final long MAX_TIME = 9_223_372_036_854L;

    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);

    private final NumberText numbers = new NumberText();
    private byte[] bytes = new byte[1024];
    private int length;
    private @Nullable Measurement measurement;
    private int tag;
    private int field;
    private int fieldsWritten;
    private int seriesLength;
    private long time;
    private boolean complete;
    private @Nullable String problem;

    /** Begins a line, forgetting what was written before. */
    public LineWriter begin(Measurement begun) {
        measurement = begun;
        length = 0;
        tag = 0;
        field = 0;
        fieldsWritten = 0;
        complete = false;
        problem = null;
        append(begun.nameBytes());
        return this;
    }

    /** The next tag; null and the empty text leave it out. */
    public LineWriter tag(String name, @Nullable String value) {
        Measurement begun = begun();
        if (field > 0 || tag >= begun.tags().size() || !begun.tags().get(tag).name().equals(name)) {
            throw wrong("tag " + name);
        }
        if (value != null && !value.isEmpty()) {
            append(begun.tagBytes(tag));
            int start = length;
            LineText.append(value, this);
            if (length - start > MAX_TEXT_BYTES) {
                problem("tag " + name + " is longer than " + MAX_TEXT_BYTES + " bytes");
            }
        }
        tag++;
        return this;
    }

    /** The next field, a whole number. */
    public LineWriter field(String name, long value) {
        nextField(name, FieldType.INTEGER);
        number(value);
        append((byte) 'i');
        return this;
    }

    /**
     * The next field, a number with a fraction; not a number leaves out what may be unknown.
     *
     * @throws IllegalStateException if it is not finite and the field must be there
     */
    public LineWriter field(String name, double value) {
        if (!Double.isFinite(value)) {
            return unknown(name);
        }
        nextField(name, FieldType.DECIMAL);
        ensure(NumberText.MAX_LENGTH);
        length = numbers.write(value, bytes, length);
        return this;
    }

    /** The next field, true or false. */
    public LineWriter field(String name, boolean value) {
        nextField(name, FieldType.FLAG);
        append(value ? TRUE : FALSE);
        return this;
    }

    /** The next field, a text; null leaves out what may be unknown. */
    public LineWriter field(String name, @Nullable String value) {
        if (value == null) {
            return unknown(name);
        }
        nextField(name, FieldType.TEXT);
        append((byte) '"');
        int start = length;
        LineText.appendQuoted(value, this);
        if (length - start > MAX_TEXT_BYTES) {
            problem("field " + name + " is longer than " + MAX_TEXT_BYTES + " bytes");
        }
        append((byte) '"');
        return this;
    }

    /**
     * Leaves out the next field, which is not known yet.
     *
     * @throws IllegalStateException if it must be in every line
     */
    public LineWriter unknown(String name) {
        Measurement.Field declared = declared(name);
        if (!declared.onceKnown()) {
            throw new IllegalStateException(
                    begun() + ": " + name + " must be in every line, and is unknown or not finite");
        }
        field++;
        return this;
    }

    /** Ends the line with the time of the point, ms since the epoch. */
    public void at(long pointTime) {
        if (field != begun().fields().size()) {
            throw wrong("the end of the line");
        }
        if (pointTime < MIN_TIME || pointTime > MAX_TIME) {
            problem("the time is outside the years 1677 to 2262");
        }
        time = pointTime;
        append((byte) ' ');
        number(pointTime);
        append((byte) '\n');
        complete = true;
    }

    /** What has been written of the line. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** The line that was written last. */
    LineEntry entry() {
        if (!complete) {
            throw wrong("the end of the line");
        }
        if (seriesLength > MAX_TEXT_BYTES) {
            problem("measurement and tags are longer than " + MAX_TEXT_BYTES + " bytes");
        }
        return new LineEntry(Arrays.copyOf(bytes, length), seriesLength, time, problem);
    }

    /** Notes why the line cannot be sent; the first reason stays. */
    void problem(String text) {
        if (problem == null) {
            problem = text;
        }
    }

    /** What a value belongs to, for a problem's text. */
    String place() {
        Measurement begun = begun();
        return field == 0
                ? "tag " + begun.tags().get(tag).name()
                : "field " + begun.fields().get(field - 1).name();
    }

    void append(byte value) {
        ensure(1);
        bytes[length++] = value;
    }

    private void append(byte[] values) {
        ensure(values.length);
        System.arraycopy(values, 0, bytes, length, values.length);
        length += values.length;
    }

    private void number(long value) {
        ensure(NumberText.MAX_LENGTH);
        length = NumberText.write(value, bytes, length);
    }

    private void nextField(String name, FieldType type) {
        if (declared(name).type() != type) {
            throw wrong("field " + name + " as " + type);
        }
        append((byte) (fieldsWritten == 0 ? ' ' : ','));
        append(begun().fieldBytes(field));
        fieldsWritten++;
        field++;
    }

    private Measurement.Field declared(String name) {
        Measurement begun = begun();
        if (tag != begun.tags().size()
                || field >= begun.fields().size()
                || !begun.fields().get(field).name().equals(name)) {
            throw wrong("field " + name);
        }
        if (field == 0) {
            seriesLength = length;
        }
        return begun.fields().get(field);
    }

    private Measurement begun() {
        if (measurement == null || complete) {
            throw new IllegalStateException("A line begins with begin() and ends with at()");
        }
        return measurement;
    }

    private IllegalStateException wrong(String was) {
        Measurement begun = measurement;
        if (begun == null) {
            return new IllegalStateException("No line was begun before " + was);
        }
        String next = "the end of the line";
        if (tag < begun.tags().size()) {
            next = "tag " + begun.tags().get(tag).name();
        } else if (field < begun.fields().size()) {
            Measurement.Field due = begun.fields().get(field);
            next = "field " + due.name() + " as " + due.type();
        }
        return new IllegalStateException(begun + ": next comes " + next + ", not " + was);
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
