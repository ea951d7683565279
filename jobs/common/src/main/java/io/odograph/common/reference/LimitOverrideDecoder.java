// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.SchemaStore;
import io.odograph.common.intake.SingleObjectReader;
import io.odograph.schemas.LimitOverrideKind;
import io.odograph.schemas.LimitOverrideReason;
import io.odograph.schemas.LimitPeriod;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.SpeedUnit;
import io.odograph.schemas.WayDirection;
import io.odograph.schemas.WayOfOverride;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.Schedule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes overrides of speed limits. */
public final class LimitOverrideDecoder implements ReferenceDecoder<LimitOverride> {

    private static final ReferenceChecks CHECKS =
            new ReferenceChecks(RejectionReason.INVALID_SPEED_LIMIT);

    /** Bound what each of many thousand overrides takes in every subtask. */
    private static final int MAX_WAYS = 500;

    private static final int MAX_PERIODS = 20;

    /** Above every limit that is posted anywhere, in either unit. */
    private static final float MAX_LIMIT = 200;

    private final SingleObjectReader<SpeedLimitOverride> reader;

    /** A decoder that lets one record ask for so much. */
    public LimitOverrideDecoder(DecodeLimits limits) {
        this.reader =
                new SingleObjectReader<>(
                        limits,
                        SchemaStore.released(
                                SpeedLimitOverride.class, SpeedLimitOverride.getClassSchema()),
                        SpeedLimitOverride.getClassSchema());
    }

    @Override
    public ReferenceUpdate<LimitOverride> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException {
        if (value == null) {
            return new ReferenceUpdate<>(CHECKS.withdrawn(key), null);
        }
        SpeedLimitOverride record = reader.read(value);
        CHECKS.identity("override_id", record.getOverrideId(), key, record.getVersion());
        CHECKS.name("tenant_id", record.getTenantId());
        CHECKS.require(
                !record.getArea().isEmpty() || !record.getWays().isEmpty(),
                "neither area nor ways are given");
        CHECKS.require(
                record.getReason() != LimitOverrideReason.UNKNOWN,
                "reason is UNKNOWN, or one that this job does not know");
        LimitOverride override = map(record);
        CHECKS.require(
                override.effectiveFrom() < override.effectiveTo(),
                "effective_to is not after effective_from");
        return new ReferenceUpdate<>(override.id(), override);
    }

    private static LimitOverride map(SpeedLimitOverride from) throws RejectedRecordException {
        return new LimitOverride(
                from.getOverrideId(),
                from.getVersion(),
                LimitOverride.Reason.valueOf(from.getReason().name()),
                kind(from.getKind()),
                value(from),
                from.getUnit() == SpeedUnit.MILES_PER_HOUR,
                schedule(from.getSchedule()),
                zone(from.getTimeZone()),
                from.getEffectiveFrom().toEpochMilli(),
                from.getEffectiveTo() == null
                        ? Long.MAX_VALUE
                        : from.getEffectiveTo().toEpochMilli(),
                AreaReader.read(from.getArea(), CHECKS),
                ways(from.getWays()),
                classes(from.getVehicleClasses()),
                from.getTenantId());
    }

    private static LimitKind kind(LimitOverrideKind kind) throws RejectedRecordException {
        CHECKS.require(
                kind != LimitOverrideKind.UNKNOWN,
                "kind is UNKNOWN, or one that this job does not know");
        return switch (kind) {
            case VALUE -> LimitKind.VALUE;
            case NONE -> LimitKind.NONE;
            case NOT_KNOWN, UNKNOWN -> LimitKind.UNKNOWN;
        };
    }

    private static float value(SpeedLimitOverride from) throws RejectedRecordException {
        Float value = from.getValue();
        if (from.getKind() != LimitOverrideKind.VALUE) {
            CHECKS.require(value == null, "value is given, but kind is not VALUE");
            return Float.NaN;
        }
        CHECKS.require(
                value != null && value > 0 && value <= MAX_LIMIT,
                "value is not above 0 and at most " + MAX_LIMIT);
        CHECKS.require(
                from.getUnit() != SpeedUnit.UNKNOWN,
                "unit is UNKNOWN, or one that this job does not know");
        return value;
    }

    private static @Nullable Schedule schedule(List<LimitPeriod> from)
            throws RejectedRecordException {
        CHECKS.require(from.size() <= MAX_PERIODS, "schedule has more than 20 periods");
        List<Schedule.Period> periods = new ArrayList<>();
        for (LimitPeriod period : from) {
            int weekdays = period.getWeekdays();
            int first = period.getFromMinute();
            int end = period.getToMinute();
            CHECKS.require(
                    weekdays > 0 && weekdays <= Schedule.EVERY_DAY, "weekdays are not 1..127");
            CHECKS.require(first >= 0 && first < Schedule.DAY, "from_minute is not 0..1439");
            CHECKS.require(
                    end > first && end <= first + Schedule.DAY,
                    "to_minute is not after from_minute and at most a day later");
            periods.add(new Schedule.Period(101, 1231, weekdays, first, end));
        }
        return periods.isEmpty() ? null : new Schedule(periods);
    }

    private static @Nullable String zone(@Nullable String name) throws RejectedRecordException {
        if (name != null) {
            try {
                ZoneId.of(name);
            } catch (DateTimeException e) {
                CHECKS.require(false, "time_zone is no name of a time zone");
            }
        }
        return name;
    }

    private static List<LimitOverride.Way> ways(List<WayOfOverride> from)
            throws RejectedRecordException {
        CHECKS.require(from.size() <= MAX_WAYS, "there are more than 500 ways");
        List<LimitOverride.Way> ways = new ArrayList<>();
        for (WayOfOverride way : from) {
            CHECKS.require(way.getWayId() > 0, "a way_id is not above 0");
            CHECKS.require(
                    way.getDirection() != WayDirection.UNKNOWN,
                    "a direction is UNKNOWN, or one that this job does not know");
            ways.add(
                    new LimitOverride.Way(
                            way.getWayId(),
                            LimitOverride.Direction.valueOf(way.getDirection().name())));
        }
        return ways;
    }

    private static List<VehicleClass> classes(List<io.odograph.schemas.VehicleClass> from)
            throws RejectedRecordException {
        List<VehicleClass> classes = new ArrayList<>();
        for (io.odograph.schemas.VehicleClass each : from) {
            CHECKS.require(
                    each != io.odograph.schemas.VehicleClass.UNKNOWN,
                    "a vehicle class is UNKNOWN, or one that this job does not know");
            VehicleClass known = VehicleClass.valueOf(each.name());
            if (!classes.contains(known)) {
                classes.add(known);
            }
        }
        return classes;
    }
}
