// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a road lies, as far as the law and the clock are concerned.
 *
 * @param country ISO 3166-1 alpha-2 code, or empty where not known
 * @param zone time zone in which its conditional limits are to be read, or null where not known
 */
public record Region(String country, @Nullable ZoneId zone) {

    /** Nothing is known. */
    public static final Region UNKNOWN = new Region("", null);
}
