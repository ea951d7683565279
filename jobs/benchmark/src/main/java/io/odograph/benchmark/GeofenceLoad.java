// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.common.intake.Intake;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fences and vehicles that drive straight on from places among them, as {@link FencePlaces} has
 * them. The same every time.
 *
 * @param fences number of fences
 * @param vehicles number of vehicles, each of which reports every second
 * @param tenants tenants among which both are shared out
 */
record GeofenceLoad(int fences, int vehicles, int tenants) implements Serializable {

    private static final long START = 1_772_434_800_000L;
    private static final long SEED = 7;
    private static final float SPEED = 50;

    /** Metres a second at that speed, in 1e-7 degrees of latitude. */
    private static final double STEP = SPEED / 3.6 / 111_320 * 1e7;

    /** Makes the fence of a number; asked in the order of the numbers. */
    MapFunction<Long, ReferenceUpdate<Fence>> fence() {
        return new FenceMaker(tenants);
    }

    /** Makes the record of a number: each second, every vehicle has one. */
    MapFunction<Long, Intake> record() {
        return new RecordMaker(vehicles, tenants);
    }

    private static final class FenceMaker implements MapFunction<Long, ReferenceUpdate<Fence>> {

        private final int tenants;
        private transient @Nullable FencePlaces places;

        FenceMaker(int tenants) {
            this.tenants = tenants;
        }

        @Override
        public ReferenceUpdate<Fence> map(Long number) {
            if (places == null) {
                places = new FencePlaces(SEED);
            }
            String id = "fence-" + number;
            FenceTerms terms =
                    new FenceTerms(
                            id,
                            1,
                            null,
                            FenceKind.ZONE,
                            0,
                            null,
                            0,
                            Long.MAX_VALUE,
                            FenceThresholds.NONE);
            FenceScope scope =
                    new FenceScope("tenant-" + number % tenants, List.of(), List.of(), List.of());
            FenceShape shape =
                    new FenceShape(
                            FenceShape.Kind.POLYGON, List.of(places.fence(number.intValue())), 0);
            return new ReferenceUpdate<>(id, new Fence(terms, scope, shape, null));
        }
    }

    private static final class RecordMaker implements MapFunction<Long, Intake> {

        private final int vehicles;
        private final int tenants;
        private transient @Nullable Trace starts;

        RecordMaker(int vehicles, int tenants) {
            this.vehicles = vehicles;
            this.tenants = tenants;
        }

        @Override
        public Intake map(Long number) {
            if (starts == null) {
                starts = new FencePlaces(SEED).positions(vehicles);
            }
            int vehicle = (int) (number % vehicles);
            long second = number / vehicles;
            double direction = vehicle * 2.399963;
            double north = second * STEP * Math.cos(direction);
            double east = second * STEP * 1.5 * Math.sin(direction);
            long time = START + second * 1_000;
            Position position =
                    new Position(
                            (starts.latitudes()[vehicle] + north) / 1e7,
                            (starts.longitudes()[vehicle] + east) / 1e7,
                            Float.NaN,
                            Float.NaN,
                            5,
                            FixType.UNKNOWN,
                            -1);
            Motion motion =
                    new Motion(
                            SPEED,
                            SpeedSource.GNSS,
                            Float.NaN,
                            Float.NaN,
                            Float.NaN,
                            Float.NaN,
                            Double.NaN);
            return Intake.accepted(
                    new Telemetry(
                            "vehicle-" + vehicle,
                            "tenant-" + vehicle % tenants,
                            null,
                            DeviceKind.BLACK_BOX,
                            null,
                            null,
                            null,
                            time,
                            time + 200,
                            second,
                            position,
                            motion,
                            null,
                            null,
                            null,
                            null,
                            DriverResponse.UNKNOWN,
                            false));
        }
    }
}
