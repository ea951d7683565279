// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.trip.TripSettings;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * How driving is summed up.
 *
 * @param trips when trips begin and end
 * @param windows sizes of the windows; those above a minute are made of minutes
 * @param hours hours that count apart
 * @param zone time zone of vehicles whose profile names none
 * @param retention how long before the vehicle's last record a late one may lie, ms
 * @param settle how long further late records are waited for before they are taken in together, ms
 *     of receive time
 * @param silence how long after its end a window is told if the vehicle says nothing more, ms of
 *     receive time
 */
public record DrivingSettings(
        TripSettings trips,
        List<WindowSize> windows,
        LocalHours hours,
        ZoneId zone,
        long retention,
        long settle,
        long silence)
        implements Serializable {

    /** As documented. */
    public static final DrivingSettings DEFAULTS =
            new DrivingSettings(
                    TripSettings.DEFAULTS,
                    List.of(new WindowSize(1), new WindowSize(15), new WindowSize(WindowSize.DAY)),
                    LocalHours.DEFAULTS,
                    ZoneId.of("UTC"),
                    7_200_000,
                    10_000,
                    120_000);

    /** Copies the list. */
    public DrivingSettings {
        windows = List.copyOf(windows);
    }
}
