// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A measurement as the catalogue declares it: exactly these tags and fields, their types, units and
 * meaning. {@link LineWriter} refuses any other.
 *
 * <p><b>Tags</b> make series, and series are what InfluxDB's memory is spent on. A tag here is
 * either the vehicle or has a declared small number of values: ids of trips, alerts and places are
 * fields.
 *
 * <p><b>Fields.</b> InfluxDB unites the fields of lines of one point, so a field that a revision
 * leaves out keeps the value of the revision before. Therefore a field is either in every line
 * ({@link Builder#field}), or left out while unknown and never unknown again once it was known
 * ({@link Builder#fieldOnceKnown}), such as a mean of values that a revision only adds to. What may
 * become unknown again is declared as two: a flag and a value, both in every line. There is no
 * number that stands for "unknown".
 */
public final class Measurement implements Serializable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** A column of the name "time" is taken from a line by InfluxDB 1 without a word. */
    private static final Set<String> RESERVED = Set.of("time");

    /**
     * A tag.
     *
     * @param name its name
     * @param values number of values that it can have for one vehicle, 1 and up
     * @param meaning what it tells
     */
    public record Tag(String name, int values, String meaning) implements Serializable {}

    /**
     * A field.
     *
     * @param name its name
     * @param type its type
     * @param unit its unit, or the empty string
     * @param meaning what it tells
     * @param onceKnown whether it is left out until it is known
     */
    public record Field(String name, FieldType type, String unit, String meaning, boolean onceKnown)
            implements Serializable {}

    private final String name;
    private final String meaning;
    private final List<Tag> tags;
    private final List<Field> fields;
    private final byte[] nameBytes;
    private final byte[][] tagBytes;
    private final byte[][] fieldBytes;

    private Measurement(String name, String meaning, List<Tag> tags, List<Field> fields) {
        this.name = name;
        this.meaning = meaning;
        this.tags = List.copyOf(tags);
        this.fields = List.copyOf(fields);
        this.nameBytes = name.getBytes(US_ASCII);
        this.tagBytes =
                tags.stream()
                        .map(tag -> ("," + tag.name() + "=").getBytes(US_ASCII))
                        .toArray(byte[][]::new);
        this.fieldBytes =
                fields.stream()
                        .map(field -> (field.name() + "=").getBytes(US_ASCII))
                        .toArray(byte[][]::new);
    }

    /**
     * Begins a declaration.
     *
     * @param name its name: lower case letters, digits and underscores
     * @param meaning what one point is
     */
    public static Builder of(String name, String meaning) {
        return new Builder(name, meaning);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What one point is. */
    public String meaning() {
        return meaning;
    }

    /** The tags in the order in which lines have them, by name, which InfluxDB reads fastest. */
    public List<Tag> tags() {
        return tags;
    }

    /** The fields in the order in which lines have them, as declared. */
    public List<Field> fields() {
        return fields;
    }

    /** Series that one vehicle can make: times the vehicles of a fleet, what the index holds. */
    public long seriesPerVehicle() {
        return tags.stream().mapToLong(Tag::values).reduce(1, Math::multiplyExact);
    }

    byte[] nameBytes() {
        return nameBytes;
    }

    byte[] tagBytes(int index) {
        return tagBytes[index];
    }

    byte[] fieldBytes(int index) {
        return fieldBytes[index];
    }

    @Override
    public String toString() {
        return name;
    }

    /** Declares a measurement. */
    public static final class Builder {

        /** Beyond this a tag is an id. */
        private static final int MAX_VALUES = 1_000;

        private final String name;
        private final String meaning;
        private final List<Tag> tags = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();

        private Builder(String name, String meaning) {
            this.name = name;
            this.meaning = meaning;
        }

        /** A tag that is the vehicle, or always the same for one vehicle. */
        public Builder tagPerVehicle(String tag, String tells) {
            return tag(tag, 1, tells);
        }

        /**
         * A tag with few values.
         *
         * @param tag its name
         * @param values number of values that it can have for one vehicle, 1 to 1,000
         * @param tells what it tells
         */
        public Builder tag(String tag, int values, String tells) {
            require(values >= 1 && values <= MAX_VALUES, tag + " would make too many series");
            tags.add(new Tag(tag, values, tells));
            return this;
        }

        /** A field that is in every line. */
        public Builder field(String field, FieldType type, String unit, String tells) {
            fields.add(new Field(field, type, unit, tells, false));
            return this;
        }

        /**
         * A field that lines leave out while it is unknown: only what never becomes unknown in a
         * later revision of a point, or the former value would stay.
         */
        public Builder fieldOnceKnown(String field, FieldType type, String unit, String tells) {
            fields.add(new Field(field, type, unit, tells, true));
            return this;
        }

        /**
         * The measurement.
         *
         * @throws IllegalArgumentException if a name cannot be used, or stands for two things, or
         *     no field is in every line
         */
        public Measurement build() {
            tags.sort(Comparator.comparing(Tag::name));
            Set<String> names = new HashSet<>();
            check(name);
            tags.forEach(tag -> check(tag.name(), names));
            fields.forEach(field -> check(field.name(), names));
            require(
                    fields.stream().anyMatch(field -> !field.onceKnown()),
                    "a line needs a field that is always there");
            return new Measurement(name, meaning, tags, fields);
        }

        private void check(String named, Set<String> names) {
            check(named);
            require(names.add(named), named + " is declared twice");
        }

        private void check(String named) {
            require(
                    NAME.matcher(named).matches() && !RESERVED.contains(named),
                    named + " cannot be a name");
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException("Measurement " + name + ": " + otherwise);
            }
        }
    }
}
