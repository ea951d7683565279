// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

/**
 * A line that InfluxDB does not take.
 *
 * @param entry the line
 * @param reason why, in words that tell no id
 */
public record RejectedLine(LineEntry entry, String reason) {

    /** Measurement of the line. */
    public String measurement() {
        byte[] line = entry.line();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < line.length && line[i] != ',' && line[i] != ' '; i++) {
            name.append((char) line[i]);
        }
        return name.toString();
    }
}
