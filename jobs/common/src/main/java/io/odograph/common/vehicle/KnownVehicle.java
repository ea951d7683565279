// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.driving.Journal;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.FenceTrack;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverrideBook;
import io.odograph.udfs.road.RoadSpot;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the vehicle whose key is current. Its profile is read when somebody asks, once
 * per record; without rules and overrides nobody asks for the sake of them.
 */
final class KnownVehicle implements VehicleContext {

    private final String detector;
    private final @Nullable ValueState<VehicleProfile> profiles;
    private final RuleBook rules;
    private final LimitOverrideBook limits;
    private final FenceBook fences;
    private final @Nullable KeyedJournal journal;
    private final MetricGroup metrics;
    private final Map<String, Counter> counters = new HashMap<>();

    private boolean read;
    private @Nullable VehicleProfile profile;

    KnownVehicle(
            String detector,
            @Nullable ValueState<VehicleProfile> profiles,
            ReferenceBooks books,
            @Nullable KeyedJournal journal,
            MetricGroup metrics) {
        this.detector = detector;
        this.profiles = profiles;
        this.rules = books.rules();
        this.limits = books.limits();
        this.fences = books.fences();
        this.journal = journal;
        this.metrics = metrics;
    }

    /** Forgets the profile of the vehicle before. */
    void next() {
        read = false;
        profile = null;
    }

    /** Takes a profile of the current vehicle: the highest version wins, a withdrawal always. */
    void learn(ReferenceUpdate<VehicleProfile> update) throws IOException {
        next();
        VehicleProfile added = update.value();
        VehicleProfile known = profiles.value();
        if (added == null) {
            profiles.clear();
        } else if (known == null || added.version() > known.version()) {
            profiles.update(added);
        }
    }

    @Override
    public @Nullable VehicleProfile profile() {
        if (!read && profiles != null) {
            try {
                profile = profiles.value();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the profile of a vehicle", e);
            }
        }
        read = true;
        return profile;
    }

    @Override
    public @Nullable Rule rule(String of, Telemetry record, long eventTime) {
        if (rules.isEmpty() || !detector.equals(of)) {
            return null;
        }
        VehicleProfile known = profile();
        return rules.inForce(
                record.vehicleId(),
                vehicleClass(known),
                known == null ? null : known.fleetId(),
                tenantId(record, known),
                record.deviceKind(),
                eventTime);
    }

    @Override
    public @Nullable LimitOverride limitOverride(RoadSpot spot, Telemetry record, long eventTime) {
        boolean hasZones = fences.hasSpeedZones();
        if (limits.isEmpty() && !hasZones) {
            return null;
        }
        VehicleProfile known = profile();
        String tenantId = tenantId(record, known);
        LimitOverride stated = limits.inForce(spot, vehicleClass(known), tenantId, eventTime);
        LimitOverride zone =
                hasZones
                        ? fences.speedZone(
                                spot.latitude(),
                                spot.longitude(),
                                record.vehicleId(),
                                tenantId,
                                known == null ? null : known.fleetId(),
                                vehicleClass(known),
                                eventTime)
                        : null;
        return LimitOverride.either(stated, zone);
    }

    @Override
    public void readFences(
            Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {
        if (!fences.isEmpty()) {
            fences.read(sighting, tracks, readings);
        }
    }

    @Override
    public Journal journal() {
        return journal == null ? Journal.NONE : journal;
    }

    /** The current vehicle is forgotten, but for its profile. */
    void forget() {
        if (journal != null) {
            journal.clear();
        }
    }

    @Override
    public void count(String what) {
        counters.computeIfAbsent(what, name -> metrics.addGroup(detector).counter(name)).inc();
    }

    private static VehicleClass vehicleClass(@Nullable VehicleProfile known) {
        return known == null ? VehicleClass.UNKNOWN : known.vehicleClass();
    }

    private static @Nullable String tenantId(Telemetry record, @Nullable VehicleProfile known) {
        return record.tenantId() != null || known == null ? record.tenantId() : known.tenantId();
    }
}
