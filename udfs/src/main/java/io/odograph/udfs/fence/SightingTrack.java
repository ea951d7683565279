// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.motion.Ignition;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.motion.StandTrack;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;

/**
 * Makes sightings of a vehicle's records: where it is as far as that can be relied on, and from
 * where it came. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SightingTrack {

    /**
     * Two places further apart than this are not joined by a way, m: what is between them is not
     * known, and at the fastest speed of cars it takes more than a minute.
     */
    static final double LONGEST_WAY = 5_000;

    private static final double E7 = 1e7;

    /** What was reported last. */
    public MotionTrack motion = new MotionTrack();

    /** Whether and where the vehicle stands. */
    public StandTrack stand = new StandTrack();

    /** Event time of the last record, ms, or {@link MotionTrack#NEVER}. */
    public long lastTime = MotionTrack.NEVER;

    /** Event time of the last sighting, ms, or {@link MotionTrack#NEVER}. */
    public long sightingTime = MotionTrack.NEVER;

    /** Where that was, 1e-7 degrees. */
    public int latitude;

    /** Where that was, 1e-7 degrees. */
    public int longitude;

    /**
     * Event time of the last fix of which it was not known whether the vehicle had left where it
     * stood, ms, or {@link MotionTrack#NEVER} if it is known by now.
     */
    public long doubtTime = MotionTrack.NEVER;

    /** Where that was, 1e-7 degrees. */
    public int doubtLatitude;

    /** Where that was, 1e-7 degrees. */
    public int doubtLongitude;

    /** How far that may be off, m. */
    public float doubtAccuracy;

    /** Speed then, km/h, or NaN. */
    public float doubtSpeed;

    /** By how much the clock has been set back since then, ms. */
    public long clockBack;

    /**
     * Receive time of the first sighting since the vehicle was silent, ms, or {@link
     * MotionTrack#NEVER}.
     */
    public long epoch = MotionTrack.NEVER;

    /** Latest receive time of a sighting, ms. */
    public long lastReceived;

    /** Sightings since then. */
    public long sightings;

    /**
     * Takes the vehicle's next record.
     *
     * @param record the record
     * @param releasedAt receive time at which it was released, ms
     * @param context what else is known of the vehicle
     * @param settings how fences are watched
     * @param seen takes none where nothing can be said; else one, and before it the one that was in
     *     doubt if it turns out to have been on the vehicle's way
     */
    public void see(
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            FenceSettings settings,
            Consumer<Sighting> seen) {
        long time = record.eventTime();
        if (time < lastTime) {
            moveBack(lastTime - time);
        }
        lastTime = time;
        float speed = motion.speed(record);
        Position position = motion.freshPosition(record, speed);
        motion.remember(record);
        if (position == null) {
            return;
        }
        float stated = position.horizontalAccuracy();
        float accuracy = stated > 0 ? stated : VehicleFix.USUAL_ACCURACY;
        int lat = MotionTrack.e7(position.latitude());
        int lon = MotionTrack.e7(position.longitude());
        StandTrack.Outcome outcome =
                stand.accept(time, lat, lon, accuracy, speed, Ignition.of(record.vehicle()));
        if (outcome == StandTrack.Outcome.DOUBTFUL) {
            doubtTime = time;
            doubtLatitude = lat;
            doubtLongitude = lon;
            doubtAccuracy = accuracy;
            doubtSpeed = speed;
            return;
        }
        long receivedAt = record.receivedAt();
        if (epoch == MotionTrack.NEVER || receivedAt - lastReceived > settings.silenceAfter()) {
            epoch = receivedAt;
            sightings = 0;
            sightingTime = MotionTrack.NEVER;
            doubtTime = MotionTrack.NEVER;
        }
        lastReceived = Math.max(lastReceived, receivedAt);
        boolean moving = outcome == StandTrack.Outcome.MOVING;
        FenceThresholds defaults = settings.thresholds();
        if (moving && doubtTime != MotionTrack.NEVER) {
            VehicleWay way = way(doubtTime, doubtLatitude, doubtLongitude, settings.maxGap());
            VehicleFix fix = fix(way, doubtAccuracy, doubtSpeed, false);
            seen.accept(sighting(record, releasedAt, context, defaults, fix));
        }
        doubtTime = MotionTrack.NEVER;
        VehicleWay way =
                way(
                        time,
                        moving ? lat : stand.latitude(),
                        moving ? lon : stand.longitude(),
                        settings.maxGap());
        boolean own = moving || stand.accuracy <= 0;
        boolean settled = outcome == StandTrack.Outcome.SETTLED;
        VehicleFix fix = fix(way, own ? accuracy : stand.accuracy, speed, settled);
        seen.accept(sighting(record, releasedAt, context, defaults, fix));
    }

    private VehicleFix fix(VehicleWay way, float accuracy, float speed, boolean settled) {
        return new VehicleFix(way, accuracy, speed, settled, stand.withoutIgnition, sightings == 0);
    }

    private VehicleWay way(long time, int lat, int lon, long maxGap) {
        boolean joined =
                sightingTime != MotionTrack.NEVER
                        && time - sightingTime <= maxGap
                        && Distance.metres(latitude / E7, longitude / E7, lat / E7, lon / E7)
                                <= LONGEST_WAY;
        VehicleWay way =
                new VehicleWay(
                        joined ? sightingTime : VehicleWay.NONE,
                        joined ? latitude : lat,
                        joined ? longitude : lon,
                        time,
                        lat,
                        lon);
        sightingTime = time;
        latitude = lat;
        longitude = lon;
        return way;
    }

    private Sighting sighting(
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            FenceThresholds defaults,
            VehicleFix fix) {
        VehicleProfile profile = context.profile();
        Rule rule = context.rule(GeofenceDetector.NAME, record, record.eventTime());
        String tenant = record.tenantId();
        Sighting sighting =
                new Sighting(
                        record.vehicleId(),
                        epoch,
                        sightings,
                        tenant == null && profile != null ? profile.tenantId() : tenant,
                        profile == null ? null : profile.fleetId(),
                        profile == null ? VehicleClass.UNKNOWN : profile.vehicleClass(),
                        record.deviceKind(),
                        record.tripId(),
                        record.driverId(),
                        record.traceId(),
                        record.receivedAt(),
                        releasedAt,
                        clockBack,
                        rule == null ? defaults : defaults.with(rule.thresholds()),
                        rule == null ? null : rule.label(),
                        record.test(),
                        fix);
        sightings++;
        clockBack = 0;
        return sighting;
    }

    /** The device set its clock back by some ms. */
    private void moveBack(long millis) {
        motion.moveBack(millis);
        stand.moveBack(millis);
        sightingTime -= sightingTime == MotionTrack.NEVER ? 0 : millis;
        doubtTime -= doubtTime == MotionTrack.NEVER ? 0 : millis;
        clockBack += millis;
    }
}
