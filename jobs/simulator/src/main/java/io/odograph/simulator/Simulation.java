// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.town.TownFence;
import io.odograph.simulator.town.TownFences;
import io.odograph.simulator.transport.Delivery;
import io.odograph.udfs.fence.Fence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs a fleet: plan, trajectory, device, transport, topic; vehicle by vehicle, then merged. */
public final class Simulation {

    private final SimulationConfig config;
    private final Fleet fleet;
    private final List<VehiclePlan> plans = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<ExpectedCrash> crashes = new ArrayList<>();
    private final List<ExpectedSpeeding> speedings = new ArrayList<>();
    private final List<Fence> fences;
    private final List<ExpectedGeofence> geofences = new ArrayList<>();

    private Simulation(SimulationConfig config) {
        this.config = config;
        this.fleet = new Fleet(config);
        this.fences = TownFences.at(config.start()).stream().map(TownFence::fence).toList();
    }

    /** Runs a simulation; the same configuration gives the same result on every platform. */
    public static SimulationResult run(SimulationConfig config) {
        Simulation simulation = new Simulation(config);
        for (int number = 1; number <= config.vehicles(); number++) {
            simulation.addVehicle(number);
        }
        return simulation.result();
    }

    private void addVehicle(int number) {
        VehiclePlan plan = fleet.plan(number);
        VehicleRun run = VehicleRun.of(plan, fleet.rngOf(number), config.start(), config.seconds());
        plans.add(plan);
        deliveries.addAll(run.deliveries());
        speedings.addAll(ExpectedSpeeding.of(plan, config.start(), config.seconds()));
        geofences.addAll(GeofenceTruth.of(plan, fences, config.start(), config.seconds()));
        if (run.crash() != null) {
            crashes.add(run.crash());
        }
    }

    private SimulationResult result() {
        deliveries.sort(Comparator.comparingLong(Delivery::time));
        crashes.sort(
                Comparator.comparing(ExpectedCrash::impactTime)
                        .thenComparing(ExpectedCrash::vehicleId));
        speedings.sort(
                Comparator.comparing(ExpectedSpeeding::start)
                        .thenComparing(ExpectedSpeeding::vehicleId));
        geofences.sort(
                Comparator.comparing(ExpectedGeofence::start)
                        .thenComparing(ExpectedGeofence::vehicleId)
                        .thenComparing(ExpectedGeofence::fenceId));
        TelemetryTopic topic = new TelemetryTopic();
        List<CapturedRecord> records = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            records.add(topic.append(plans.get(delivery.vehicle() - 1).id(), delivery));
        }
        return new SimulationResult(
                config,
                plans,
                records,
                new GroundTruth(crashes, speedings, geofences, Account.of(deliveries)));
    }
}
