// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static io.odograph.simulator.math.Units.round;

import io.odograph.schemas.FixType;
import io.odograph.schemas.Position;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.road.Journey;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.GnssFault;
import io.odograph.simulator.sensor.GnssReceiver;
import org.jspecify.annotations.Nullable;

/** What one vehicle's satellite receiver reports, with its faults. */
final class GnssReports {

    private static final double METRES_PER_DEGREE = Journey.METRES_PER_DEGREE;
    private static final double[][] CITIES = {{53.55, 10.0}, {48.14, 11.58}};

    private final VehiclePlan plan;
    private final GnssReceiver receiver;
    private final double latitude;
    private final double longitude;
    private final double metresPerDegreeEast;
    private @Nullable GnssFault fault;
    private boolean known;

    GnssReports(VehiclePlan plan, Trajectory trajectory, Rng rng) {
        this.plan = plan;
        this.receiver = new GnssReceiver(plan.sensors().gnss(), trajectory, rng.fork("gnss"));
        double[] city = CITIES[plan.number() % CITIES.length];
        Journey journey = plan.journey();
        latitude = journey == null ? city[0] + rng.uniform(-0.1, 0.1) : journey.latitude();
        longitude = journey == null ? city[1] + rng.uniform(-0.15, 0.15) : journey.longitude();
        metresPerDegreeEast = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
    }

    /** Looks at the sky at a time, s; times must rise. */
    void look(double time) {
        fault = plan.gnssFaultAt(time);
        boolean stuck = fault != null && fault.stopsFixes();
        boolean fix = plan.hasFix(time) && !stuck;
        if (fix) {
            receiver.fix(time - plan.sensors().gnss().age());
        }
        boolean ever = receiver.fixedAt() > Double.NEGATIVE_INFINITY;
        known = ever && (fix || stuck || plan.sensors().holdsFix());
    }

    /** Whether there is anything to report. */
    boolean isKnown() {
        return known;
    }

    /** Speed over ground as reported, m/s. */
    double speed() {
        return isZeroed() ? 0 : receiver.speed();
    }

    private boolean isZeroed() {
        return fault != null && fault.kind() == GnssFault.Kind.ZEROED;
    }

    /** The position as reported at a time, s, or null. */
    @Nullable Position position(double time) {
        if (!known) {
            return null;
        }
        double east = receiver.east() + (fault == null ? 0 : fault.east());
        double north = receiver.north() + (fault == null ? 0 : fault.north());
        Position position = new Position();
        position.setLatitude(round(latitude + north / METRES_PER_DEGREE, 7));
        position.setLongitude(round(longitude + east / metresPerDegreeEast, 7));
        position.setHeading(heading());
        position.setHorizontalAccuracy((float) round(receiver.accuracy(), 1));
        position.setFixType(FixType.THREE_D);
        boolean stated = fault == null ? plan.sensors().gnss().statesAge() : fault.statesAge();
        position.setFixAge(stated ? (Integer) (int) Units.millis(time - receiver.fixedAt()) : null);
        return position;
    }

    private @Nullable Float heading() {
        if (isZeroed() || Double.isNaN(receiver.heading())) {
            return null;
        }
        double degrees = 90 - StrictMath.toDegrees(receiver.heading());
        double turned = round(degrees - 360 * Math.floor(degrees / 360), 1);
        return turned >= 360 ? 0f : (float) turned;
    }
}
