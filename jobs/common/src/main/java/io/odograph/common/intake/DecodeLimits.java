// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import java.io.Serializable;

/**
 * How much one record may ask for. Everything is checked before anything is allocated, so that a
 * few hostile bytes cannot claim memory that they do not fill.
 *
 * @param maxRecordBytes longest record, bytes, 16 to 64 MiB
 * @param maxStringBytes longest string or byte string in a record, bytes, 1 to maxRecordBytes
 * @param maxItems most items of all arrays and maps of one record together, 1 to maxRecordBytes
 */
public record DecodeLimits(int maxRecordBytes, int maxStringBytes, int maxItems)
        implements Serializable {

    /**
     * 256 KiB per record, 1 KiB per string and as many items as 256 KiB of floats: room for 20 s of
     * a three-axis recording at 1 kHz.
     */
    public static final DecodeLimits DEFAULT = new DecodeLimits(256 * 1024, 1024, 64 * 1024);

    private static final int SMALLEST_RECORD = 16;
    private static final int LARGEST_RECORD = 64 * 1024 * 1024;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is outside its range
     */
    public DecodeLimits {
        require("maxRecordBytes", maxRecordBytes, SMALLEST_RECORD, LARGEST_RECORD);
        require("maxStringBytes", maxStringBytes, 1, maxRecordBytes);
        require("maxItems", maxItems, 1, maxRecordBytes);
    }

    private static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    name + " must be " + min + ".." + max + ", but is " + value);
        }
    }
}
