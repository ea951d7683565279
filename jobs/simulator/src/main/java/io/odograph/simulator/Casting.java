// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.sensor.SensorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A role in the roster: a kind of vehicle and what happens to it when. */
final class Casting {

    /**
     * A scenario and its decisive moment.
     *
     * @param minute from the start of the simulation
     * @param draw makes the scenario with parameters of its own
     */
    record Placement(double minute, Function<Rng, Scenario> draw) {}

    /** How a vehicle without a scenario spends its time. */
    enum Life {
        DRIVES,
        PARKED
    }

    private final DeviceKind kind;
    private final Life life;
    private final List<Placement> placements = new ArrayList<>();
    private SensorModel sensors;
    private boolean counted = true;

    Casting(DeviceKind kind, Life life) {
        this.kind = kind;
        this.life = life;
        this.sensors = SensorModel.of(kind);
    }

    Casting with(double minute, Function<Rng, Scenario> draw) {
        placements.add(new Placement(minute, draw));
        return this;
    }

    Casting with(double minute, Scenario scenario) {
        return with(minute, rng -> scenario);
    }

    Casting uncounted() {
        counted = false;
        return this;
    }

    Casting sensors(SensorModel that) {
        sensors = that;
        return this;
    }

    DeviceKind kind() {
        return kind;
    }

    Life life() {
        return life;
    }

    boolean counted() {
        return counted;
    }

    SensorModel sensors() {
        return sensors;
    }

    List<Placement> placements() {
        return placements;
    }
}
