// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.trip.TripFacts;
import org.jspecify.annotations.Nullable;

/**
 * A revision of something that is told of a vehicle's driving. One of window, trip and event is
 * there, or none if it is retracted.
 *
 * @param kind what it is
 * @param part which of several that may begin together: minutes of a window, kind of an event
 * @param start when it begins, which identifies it together with kind and part, ms
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param fleetId fleet, or null
 * @param vehicleClass class of the vehicle
 * @param revision 1 and up, rising with what is told of the same
 * @param retracted whether it turned out not to have been, as two trips that were one
 * @param detectedAt receive time at which it was decided, ms
 * @param test whether it is of a test of the installation
 * @param window the window, or null
 * @param trip the trip, or null
 * @param harsh the harsh event, or null
 */
public record DrivingOutput(
        Kind kind,
        int part,
        long start,
        String vehicleId,
        @Nullable String tenantId,
        @Nullable String fleetId,
        VehicleClass vehicleClass,
        int revision,
        boolean retracted,
        long detectedAt,
        boolean test,
        @Nullable WindowFacts window,
        @Nullable TripFacts trip,
        @Nullable HarshEvent harsh) {

    static DrivingOutput of(WindowFacts window) {
        return bare(Kind.WINDOW, window.size().minutes(), window.start(), window, null, null);
    }

    static DrivingOutput of(TripFacts trip) {
        return bare(Kind.TRIP, 0, trip.start(), null, trip, null);
    }

    static DrivingOutput of(HarshEvent event) {
        int part = DrivingTotals.slot(event.kind(), HarshGrade.HARSH);
        return bare(Kind.HARSH, part, event.start(), null, null, event);
    }

    /** Of something that turned out not to have been. */
    static DrivingOutput gone(Kind kind, int part, long start) {
        return bare(kind, part, start, null, null, null);
    }

    private static DrivingOutput bare(
            Kind kind,
            int part,
            long start,
            @Nullable WindowFacts window,
            @Nullable TripFacts trip,
            @Nullable HarshEvent event) {
        return new DrivingOutput(
                kind,
                part,
                start,
                "",
                null,
                null,
                VehicleClass.UNKNOWN,
                0,
                false,
                0,
                false,
                window,
                trip,
                event);
    }

    /** The same of a vehicle, in a revision. */
    DrivingOutput of(DrivingMemory memory, int next, long at) {
        return new DrivingOutput(
                kind,
                part,
                start,
                memory.vehicleId,
                memory.now.tenantId,
                memory.fleetId,
                memory.vehicleClass,
                next,
                isRetracted(),
                at,
                memory.now.test,
                window,
                trip,
                harsh);
    }

    private boolean isRetracted() {
        return window == null && trip == null && harsh == null;
    }

    /** What is told; constants are only ever added. */
    public enum Kind {
        /** A window. */
        WINDOW(0),
        /** A trip. */
        TRIP(1),
        /** A harsh event. */
        HARSH(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            return switch (code) {
                case 0 -> WINDOW;
                case 1 -> TRIP;
                case 2 -> HARSH;
                default -> throw new IllegalArgumentException("no kind " + code);
            };
        }
    }
}
