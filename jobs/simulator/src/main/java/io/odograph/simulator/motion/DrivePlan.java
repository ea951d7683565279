// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import java.util.ArrayList;
import java.util.Collections;
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
    private final List<Collision> collisions = new ArrayList<>();

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

    /** Collide; the first collision ends the drive, later ones push what slides or rests. */
    public void collide(Collision that) {
        if (!collisions.isEmpty() && that.pulse().start() < last().pulse().end()) {
            throw new IllegalStateException("a collision follows when the one before is over");
        }
        collisions.add(that);
    }

    private Collision last() {
        return collisions.get(collisions.size() - 1);
    }

    /** When the drive begins, s. */
    public double departs() {
        return departs;
    }

    /** When the driver looks for a place to stop, s; infinity if never. */
    public double arrives() {
        return arrives;
    }

    /** The collisions, by time; the first of them ends the drive. */
    public List<Collision> collisions() {
        return Collections.unmodifiableList(collisions);
    }

    /** The collision that began last before a time, or null. */
    @Nullable Collision collisionBefore(double time) {
        Collision latest = null;
        for (Collision collision : collisions) {
            if (collision.pulse().start() < time) {
                latest = collision;
            }
        }
        return latest;
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
