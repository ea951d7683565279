// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.Casting.Life;
import io.odograph.simulator.Casting.Placement;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.Mounting;

/** Gives every vehicle its role and its story. */
public final class Fleet {

    private static final double QUIET_END = 180;

    private final SimulationConfig config;

    /** Creates the fleet of a simulation. */
    public Fleet(SimulationConfig config) {
        this.config = config;
    }

    /** The random numbers of a vehicle: those of the seed and its number, and of nothing else. */
    Rng rngOf(int number) {
        return new Rng(config.seed()).fork(number);
    }

    /**
     * The story of a vehicle.
     *
     * @param number from 1
     */
    public VehiclePlan plan(int number) {
        Casting role = Roster.roleOf(number);
        Rng rng = rngOf(number);
        Rotation rotation =
                role.kind() == DeviceKind.PHONE
                        ? Rotation.random(rng.fork("mounting"))
                        : Rotation.NONE;
        VehiclePlan plan =
                new VehiclePlan(
                        number,
                        role.kind(),
                        role.counted(),
                        role.sensors(),
                        Mounting.fixed(rotation));
        plan.startAt(config.start());
        double departs = place(role, plan, rng);
        if (plan.journey() == null) {
            plan.drive().departAt(departs);
        }
        return plan;
    }

    /** Places what fits, and gives the time of departure. */
    private double place(Casting role, VehiclePlan plan, Rng rng) {
        Rng times = rng.fork("times");
        double departs = role.life() == Life.PARKED ? Double.POSITIVE_INFINITY : config.seconds();
        double head = times.uniform(10, 150);
        for (int i = 0; i < role.placements().size(); i++) {
            Placement placement = role.placements().get(i);
            Rng draws = rng.fork("scenario").fork(i);
            double at = Units.round(placement.minute() * 60 + times.uniform(0, 45), 3);
            Scenario scenario = placement.draw().apply(draws.fork("parameters"));
            if (at + scenario.lasts() <= config.seconds() - QUIET_END) {
                plan.add(scenario, at, draws.fork("staging"));
                departs = Math.min(departs, at - scenario.lead() - head);
            }
        }
        boolean ordinary = plan.scenarios().isEmpty() && role.life() == Life.DRIVES;
        return ordinary ? head / 2 : Math.max(5, departs);
    }
}
