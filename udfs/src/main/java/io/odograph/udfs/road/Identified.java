// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Gives a road network the identity that follows from its content: the first 8 bytes of SHA-256.
 */
final class Identified {

    private static final int BLOCK = 1 << 14;

    private Identified() {}

    static RoadParts parts(RoadTables tables, byte[] names, int[]... ints) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(tables.toBytes());
            digest.update(names);
            for (int[] section : ints) {
                update(digest, section);
            }
            String version = RoadFile.version(ByteBuffer.wrap(digest.digest()).getLong());
            return new RoadParts(
                    version,
                    tables,
                    IntSection.of(ints[0]),
                    IntSection.of(ints[1]),
                    IntSection.of(ints[2]),
                    IntSection.of(ints[3]),
                    IntSection.of(ints[4]),
                    IntSection.of(ints[5]),
                    IntSection.of(ints[6]),
                    IntSection.of(ints[7]),
                    IntSection.of(ints[8]),
                    ByteBuffer.wrap(names));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, int[] section) {
        ByteBuffer block = ByteBuffer.allocate(4 * BLOCK);
        for (int at = 0; at < section.length; at += BLOCK) {
            int count = Math.min(BLOCK, section.length - at);
            block.clear();
            block.asIntBuffer().put(section, at, count);
            digest.update(block.limit(4 * count));
        }
    }
}
