// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

/** What ids may look like, in telemetry as in reference data. */
public final class Identity {

    private static final int MAX_LENGTH = 64;

    private Identity() {}

    /** Whether a text is 1..64 printable ASCII characters without white space. */
    public static boolean isIdentifier(String id) {
        boolean valid = !id.isEmpty() && id.length() <= MAX_LENGTH;
        for (int i = 0; valid && i < id.length(); i++) {
            valid = id.charAt(i) > ' ' && id.charAt(i) <= '~';
        }
        return valid;
    }

    /** Whether a text is 0..64 characters without control characters. */
    public static boolean isName(String id) {
        boolean valid = id.length() <= MAX_LENGTH;
        for (int i = 0; valid && i < id.length(); i++) {
            valid = !Character.isISOControl(id.charAt(i));
        }
        return valid;
    }
}
