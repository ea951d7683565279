// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a driver is told; where it says nothing the driver drives as drivers do. Times in seconds
 * from the start of the simulation, speeds in m/s, accelerations in m/s2.
 */
public final class DrivePlan {

    /** Keep a speed on a straight road, without stops or turns. */
    record Cruise(double from, double to, double speed) {}

    /** Brake as hard as stated until a speed is reached. */
    record Braking(double at, double deceleration, double toSpeed) {}

    private final List<Cruise> cruises = new ArrayList<>();
    private final List<Braking> brakings = new ArrayList<>();
    private double departs;
    private double arrives = Double.POSITIVE_INFINITY;
    private @Nullable Collision collision;

    /** The vehicle is parked until this time; infinity for one that never drives. */
    public void departAt(double time) {
        departs = time;
    }

    /** From this time the driver looks for a place to stop, and parks. */
    public void arriveAt(double time) {
        arrives = time;
    }

    /** Keep a speed on a straight road from one time to another, without stops or turns. */
    public void cruise(double from, double to, double speed) {
        cruises.add(new Cruise(from, to, speed));
    }

    /** Brake at a time with a deceleration, positive, until a speed is reached. */
    public void brake(double at, double deceleration, double toSpeed) {
        brakings.add(new Braking(at, deceleration, toSpeed));
    }

    /** Collide and drive no more; at most one. */
    public void collide(Collision that) {
        if (collision != null) {
            throw new IllegalStateException("a drive ends with its first collision");
        }
        collision = that;
    }

    /** When the drive begins, s. */
    public double departs() {
        return departs;
    }

    /** When the driver looks for a place to stop, s; infinity if never. */
    public double arrives() {
        return arrives;
    }

    /** The collision that ends the drive, or null. */
    public @Nullable Collision collision() {
        return collision;
    }

    /** Whether the vehicle is on a trip; a collision does not end it. */
    public boolean isUnderway(double time) {
        return time >= departs && time < arrives;
    }

    @Nullable Cruise cruiseAt(double time) {
        for (Cruise cruise : cruises) {
            if (time >= cruise.from && time < cruise.to) {
                return cruise;
            }
        }
        return null;
    }

    @Nullable Braking brakingAt(double time, double step) {
        for (Braking braking : brakings) {
            if (time >= braking.at && time < braking.at + step) {
                return braking;
            }
        }
        return null;
    }
}
