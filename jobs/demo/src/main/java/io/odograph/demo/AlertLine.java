// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An alert as one line for a person. */
final class AlertLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private AlertLine() {}

    /** Time (UTC), severity, vehicle, evidence, delta-V, speed before, position. */
    static String format(SeenAlert alert) {
        return String.format(
                        Locale.ROOT,
                        "%s  %-8s  %-12s  %-30s  %-16s  %-10s  %s",
                        time(alert.eventTime()),
                        alert.severity(),
                        alert.vehicleId(),
                        evidence(alert),
                        known("delta-V %.0f km/h", alert.deltaV()),
                        known("at %.0f km/h", alert.speedBefore()),
                        position(alert))
                .stripTrailing();
    }

    /** A time of day, UTC. */
    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private static String evidence(SeenAlert alert) {
        List<String> evidence = new ArrayList<>();
        if (alert.deltaV() != null) {
            evidence.add("impact");
        }
        if (Boolean.TRUE.equals(alert.airbag())) {
            evidence.add("airbag");
        }
        if (Boolean.TRUE.equals(alert.rollover())) {
            evidence.add("rollover");
        }
        evidence.add("rest");
        return String.join(", ", evidence);
    }

    private static String known(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String position(SeenAlert alert) {
        return alert.latitude() == null || alert.longitude() == null
                ? "position unknown"
                : String.format(Locale.ROOT, "%.5f, %.5f", alert.latitude(), alert.longitude());
    }
}
