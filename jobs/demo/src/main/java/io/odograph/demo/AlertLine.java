// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An alert as one line for a person. */
final class AlertLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertLine() {}

    /**
     * Time (UTC), vehicle, stage and what decided it, severity, delta-V, speed before, position.
     */
    static String of(SeenCrash alert) {
        return columns(
                alert,
                alert.stage(),
                alert.reason(),
                alert.severity(),
                known("delta-V %.0f km/h", alert.deltaV()),
                known("at %.0f km/h", alert.speedBefore()),
                position(alert));
    }

    /**
     * Time of the beginning (UTC), vehicle, status and what ended it, band, speed and limit where
     * the excess was largest, that excess, for how long and where.
     */
    static String of(SeenSpeeding alert) {
        return columns(
                alert,
                alert.status(),
                alert.isClosed() ? alert.endReason() : "speeding",
                alert.band(),
                known("%.0f where ", alert.peakLimit() + alert.peakExcess())
                        + known("%.0f", alert.peakLimit()),
                known("by %.0f km/h", alert.peakExcess()),
                known("%3.0f s", alert.duration() / 1000.0)
                        + (alert.roadName() == null ? "" : "  " + alert.roadName()));
    }

    /**
     * Time of the beginning (UTC), vehicle, status and what has happened or why it is over,
     * severity, kind of fence, how far beyond its line the vehicle got, for how long and where.
     */
    static String of(SeenGeofence alert) {
        return columns(
                alert,
                alert.status(),
                alert.event().equals("ENDED") && alert.endReason() != null
                        ? alert.endReason()
                        : alert.event(),
                alert.severity(),
                spelt(alert.kind()),
                known("%.0f m far", alert.farthest()),
                known("%3.0f s", alert.duration() / 1000.0) + "  " + alert.place());
    }

    private static String columns(
            SeenAlert alert,
            String stage,
            String reason,
            String severity,
            String measured,
            String more,
            String where) {
        return String.format(
                        Locale.ROOT,
                        "%s  %-8s  %-10s %-18s %-8s  %-16s  %-11s  %s",
                        time(alert.eventTime()),
                        alert.vehicleId(),
                        spelt(stage),
                        spelt(reason),
                        severity,
                        measured,
                        more,
                        where)
                .stripTrailing();
    }

    /** A constant as a person writes it. */
    static String spelt(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A time of day, UTC. */
    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private static String known(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String position(SeenCrash alert) {
        return alert.latitude() == null || alert.longitude() == null
                ? "position unknown"
                : String.format(Locale.ROOT, "%.5f, %.5f", alert.latitude(), alert.longitude());
    }
}
