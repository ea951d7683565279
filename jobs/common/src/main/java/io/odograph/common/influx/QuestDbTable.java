// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.StringJoiner;

/**
 * Tables for QuestDB, which takes the writes of InfluxDB. Made before the first line comes: a table
 * that QuestDB makes of a line itself keeps both of two lines of one point.
 */
public final class QuestDbTable {

    private QuestDbTable() {}

    /** The statement that makes the table of a measurement, in which a line replaces its like. */
    public static String create(Measurement measurement) {
        StringJoiner columns = new StringJoiner(", ", "(", ")");
        StringJoiner keys = new StringJoiner(", ", "(", ")");
        columns.add("timestamp timestamp");
        keys.add("timestamp");
        measurement
                .tags()
                .forEach(
                        tag -> {
                            columns.add(tag.name() + " symbol");
                            keys.add(tag.name());
                        });
        measurement.fields().forEach(field -> columns.add(field.name() + ' ' + type(field.type())));
        return "create table if not exists "
                + measurement.name()
                + ' '
                + columns
                + " timestamp(timestamp) partition by month wal dedup upsert keys "
                + keys;
    }

    private static String type(FieldType type) {
        return switch (type) {
            case INTEGER -> "long";
            case DECIMAL -> "double";
            case FLAG -> "boolean";
            case TEXT -> "varchar";
        };
    }
}
