// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.sensor.Outage;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadFlags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A drive on roads as part of a vehicle's story.
 *
 * @param drive the true motion
 * @param departs when it begins, s from the beginning of the story
 * @param odometer distance travelled before, m
 * @param vehicleClass class of the vehicle, on which limits depend
 * @param limits what it may drive where and when
 */
public record Journey(
        RoadDrive drive,
        double departs,
        double odometer,
        VehicleClass vehicleClass,
        TrueLimits limits) {

    /** Metres per degree of latitude. */
    public static final double METRES_PER_DEGREE = 111_195;

    /** When it is over, s from the beginning of the story. */
    public double arrives() {
        return departs + drive.duration();
    }

    /** Latitude of where it begins, degrees. */
    public double latitude() {
        return drive.route().latitude(0);
    }

    /** Longitude of where it begins, degrees. */
    public double longitude() {
        return drive.route().longitude(0);
    }

    /** The same motion on the plane around its beginning, on which a degree is as long as there. */
    public Trajectory trajectory(double duration) {
        double perDegreeEast = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude()));
        return Trajectory.of(
                duration,
                time -> {
                    double since = time - departs;
                    RoadPoint point = drive.at(since);
                    return new Trajectory.Motion(
                            (point.longitude() - longitude()) * perDegreeEast,
                            (point.latitude() - latitude()) * METRES_PER_DEGREE,
                            StrictMath.toRadians(90 - point.course()),
                            point.speed(),
                            odometer + drive.distance(since),
                            drive.acceleration(since),
                            yawRate(since));
                });
    }

    private double yawRate(double since) {
        double half = RoadDrive.STEP / 2;
        RoadRoute route = drive.route();
        double turned =
                route.course(drive.distance(since + half))
                        - route.course(drive.distance(since - half));
        return -StrictMath.toRadians(Math.IEEEremainder(turned, 360)) / RoadDrive.STEP;
    }

    /** What of it is speeding. */
    public SpeedingTruth truth(Instant start) {
        return SpeedingTruth.of(drive, limits, departure(start, departs));
    }

    /** When a drive begins, ms since the epoch. */
    public static long departure(Instant start, double departs) {
        return start.toEpochMilli() + Math.round(departs * 1000);
    }

    /** When it is in tunnels. */
    public List<Outage> tunnels() {
        List<Outage> tunnels = new ArrayList<>();
        double entered = Double.NaN;
        for (double time = 0; time <= drive.duration(); time += RoadDrive.STEP) {
            int edge = drive.at(time).key() >> 1;
            boolean inside = (drive.route().network().flags(edge) & RoadFlags.TUNNEL) != 0;
            if (inside && Double.isNaN(entered)) {
                entered = time;
            } else if (!inside && !Double.isNaN(entered)) {
                tunnels.add(new Outage(departs + entered, departs + time));
                entered = Double.NaN;
            }
        }
        return tunnels;
    }
}
