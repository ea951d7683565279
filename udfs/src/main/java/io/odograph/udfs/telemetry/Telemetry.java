// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * One validated report of one vehicle. Times are milliseconds since the epoch, UTC.
 *
 * <p>A state and wire type of the jobs: components may be added at the end, never renamed, removed
 * or retyped, and the constructor does not validate, so that old state can always be read.
 *
 * @param vehicleId identity of the vehicle and key of everything; 1 to 64 printable characters
 * @param tenantId customer, or null in a deployment with one tenant
 * @param deviceId identity of the reporting device, or null where the vehicle has only one
 * @param deviceKind kind of the reporting device
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the upload, or null
 * @param eventTime when the device measured, by the device's clock
 * @param receivedAt when the gateway received the record
 * @param sequence the device's own count, or {@link #NO_SEQUENCE}
 * @param position where the vehicle was, or null
 * @param motion how it moved, or null
 * @param imuBurst accelerometer recording around a trigger, or null
 * @param vehicle what the vehicle says of itself, or null
 * @param phone state of the reporting phone, or null
 * @param crashReported whether the device's own detection reports a crash, or null where it has
 *     none
 * @param driverResponse what the driver says of a suspected crash
 * @param test whether the record belongs to a test of the installation
 */
public record Telemetry(
        String vehicleId,
        @Nullable String tenantId,
        @Nullable String deviceId,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        @Nullable String traceId,
        long eventTime,
        long receivedAt,
        long sequence,
        @Nullable Position position,
        @Nullable Motion motion,
        @Nullable ImuBurst imuBurst,
        @Nullable VehicleState vehicle,
        @Nullable PhoneState phone,
        @Nullable Boolean crashReported,
        DriverResponse driverResponse,
        boolean test) {

    /** Stands for a device that does not count its records. */
    public static final long NO_SEQUENCE = -1;

    /** Whether the device counts its records. */
    public boolean hasSequence() {
        return sequence != NO_SEQUENCE;
    }

    /** Speed in km/h, or NaN where this record has none. */
    public float speed() {
        return motion == null ? Float.NaN : motion.speed();
    }
}
