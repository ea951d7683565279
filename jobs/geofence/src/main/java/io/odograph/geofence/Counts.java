// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Counts alone: what else is known of a vehicle is in its sightings.
 *
 * @param group where the counters are
 * @param counters those asked for so far
 */
record Counts(MetricGroup group, Map<String, Counter> counters) implements VehicleContext {

    Counts(MetricGroup metrics) {
        this(metrics.addGroup(GeofenceJob.NAME), new HashMap<>());
    }

    @Override
    public @Nullable VehicleProfile profile() {
        return null;
    }

    @Override
    public @Nullable Rule rule(String detector, Telemetry record, long eventTime) {
        return null;
    }

    @Override
    public void count(String what) {
        counters.computeIfAbsent(what, group::counter).inc();
    }
}
