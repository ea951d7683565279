// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

/**
 * Where a record came from, so that a dead letter can be traced back.
 *
 * @param source topic or file
 * @param partition partition of the topic, or -1 for a file
 * @param offset offset in the partition; for a file the line or record number from 1
 * @param timestamp timestamp of the Kafka record, ms since the epoch, or {@link #NO_TIMESTAMP}
 */
public record Origin(String source, int partition, long offset, long timestamp) {

    /** Stands for a source without timestamps, such as a file. */
    public static final long NO_TIMESTAMP = Long.MIN_VALUE;
}
