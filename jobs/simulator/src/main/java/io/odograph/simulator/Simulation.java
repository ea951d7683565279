// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.motion.VehicleModel;
import io.odograph.simulator.scenario.PlannedCrash;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.transport.Delivery;
import io.odograph.simulator.transport.Transport;
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

    private Simulation(SimulationConfig config) {
        this.config = config;
        this.fleet = new Fleet(config);
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
        Rng rng = fleet.rngOf(number);
        Trajectory trajectory =
                VehicleModel.drive(plan.drive(), rng.fork("drive"), config.seconds());
        Transport transport = new Transport(number, rng.fork("transport"));
        new Device(plan, trajectory, config.start(), rng.fork("device"))
                .report(config.seconds(), transport);
        deliveries.addAll(transport.deliver(plan.effects()));
        plans.add(plan);
        PlannedCrash crash = plan.crash();
        if (crash != null) {
            crashes.add(expected(plan, crash, trajectory));
        }
    }

    private ExpectedCrash expected(VehiclePlan plan, PlannedCrash crash, Trajectory trajectory) {
        double at = crash.pulse().start();
        return new ExpectedCrash(
                plan.id(),
                plan.tenant(),
                config.start().plusMillis(Units.millis(at)),
                crash.kind(),
                Units.round(Units.toKmh(crash.pulse().deltaV()), 2),
                Units.round(Units.toKmh(trajectory.speed(at - Trajectory.STEP)), 2));
    }

    private SimulationResult result() {
        deliveries.sort(Comparator.comparingLong(Delivery::time));
        crashes.sort(
                Comparator.comparing(ExpectedCrash::impactTime)
                        .thenComparing(ExpectedCrash::vehicleId));
        TelemetryTopic topic = new TelemetryTopic();
        List<CapturedRecord> records = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            records.add(topic.append(plans.get(delivery.vehicle() - 1).id(), delivery));
        }
        return new SimulationResult(
                config, plans, records, new GroundTruth(crashes, Account.of(deliveries)));
    }
}
