// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based UUIDs of version 5 (RFC 9562, section 5.5): the same content, the same identity. */
public final class NameBasedUuid {

    /** Namespace of Odograph's alerts; fixed for ever, since every alert id depends on it. */
    public static final UUID ALERTS = UUID.fromString("6f1c1f1e-0d0a-5a9b-8f5e-0d06a9f00001");

    private static final String SEPARATOR = "\n";

    private NameBasedUuid() {}

    /**
     * Identity of an alert.
     *
     * @param type kind of alert, such as CRASH
     * @param tenantId customer, or the empty string for none
     * @param vehicleId the vehicle
     * @param incidentStart event time at which the incident began, ms since the epoch
     */
    public static UUID ofAlert(String type, String tenantId, String vehicleId, long incidentStart) {
        return of(ALERTS, String.join(SEPARATOR, type, tenantId, vehicleId, "" + incidentStart));
    }

    /** UUID of version 5 for a name, taken as UTF-8, in a namespace. */
    public static UUID of(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(
                ByteBuffer.allocate(16)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-1", e);
        }
    }
}
