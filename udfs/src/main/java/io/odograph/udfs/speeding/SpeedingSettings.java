// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import java.io.Serializable;
import java.util.Set;

/**
 * How speeding is watched, besides the thresholds in force.
 *
 * @param thresholds thresholds where no rule overrides them
 * @param offTenants customers whose vehicles are not watched
 * @param offCountries countries, ISO 3166-1 alpha-2, in which nothing is watched
 * @param positionGrid width of the cells, m, to whose centres positions are moved, while way and
 *     name of the road are withheld; 0 for neither
 * @param silenceAfter silence in receive time after which an open episode is over, ms. The default
 *     of ten minutes is when telematics platforms call a device offline
 */
public record SpeedingSettings(
        SpeedingThresholds thresholds,
        Set<String> offTenants,
        Set<String> offCountries,
        double positionGrid,
        long silenceAfter)
        implements Serializable {

    /** The documented defaults. */
    public static final SpeedingSettings DEFAULTS =
            new SpeedingSettings(SpeedingThresholds.DEFAULTS, Set.of(), Set.of(), 0, 600_000);

    /** Copies the sets. */
    public SpeedingSettings {
        offTenants = Set.copyOf(offTenants);
        offCountries = Set.copyOf(offCountries);
    }
}
