// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.json.AvroJson;
import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.Motion;
import io.odograph.schemas.Position;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A small fleet to replay, with three crashes among ten vehicles, in each form of recording. */
final class Recordings {

    /** Vehicles that crash. */
    static final List<String> CRASHED = List.of("car-2", "car-5", "car-8");

    private Recordings() {}

    /** The telemetry of the fleet in the order in which it was received. */
    static List<TelemetryRecord> fleet() {
        return IntStream.range(0, 10)
                .mapToObj(Recordings::drive)
                .flatMap(drive -> drive.records().stream())
                .sorted(Comparator.comparingLong(Telemetry::receivedAt))
                .map(Recordings::record)
                .toList();
    }

    private static Drive drive(int number) {
        String vehicle = "car-" + number;
        Drive drive = Drive.of(vehicle).after(137L * number).driving(60, 20);
        return CRASHED.contains(vehicle)
                ? drive.impact(60, 25 + number).resting(20)
                : drive.driving(60, 21);
    }

    /** As JSON lines. */
    static List<String> lines() {
        return fleet().stream().map(AvroJson::write).toList();
    }

    /** The same lines in another order, each vehicle's own kept. */
    static List<String> shuffledAcrossVehicles(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Deque<String>> vehicles = new ArrayList<>();
        fleet().stream()
                .collect(
                        Collectors.groupingBy(
                                TelemetryRecord::getVehicleId, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(
                        records ->
                                vehicles.add(
                                        new ArrayDeque<>(
                                                records.stream().map(AvroJson::write).toList())));
        List<String> shuffled = new ArrayList<>();
        while (!vehicles.isEmpty()) {
            int next = random.nextInt(vehicles.size());
            shuffled.add(vehicles.get(next).remove());
            if (vehicles.get(next).isEmpty()) {
                vehicles.remove(next);
            }
        }
        return shuffled;
    }

    /** As a container file of telemetry. */
    static void writeTelemetry(Path file) throws IOException {
        write(file, TelemetryRecord.class, TelemetryRecord.getClassSchema(), fleet());
    }

    /** As a capture of a topic, with one broken record at the end. */
    static void writeCapture(Path file) throws IOException {
        List<CapturedRecord> captured = new ArrayList<>();
        for (TelemetryRecord record : fleet()) {
            captured.add(captured(captured.size(), TelemetryRecord.getEncoder().encode(record)));
        }
        captured.add(captured(captured.size(), ByteBuffer.wrap(new byte[] {1, 2, -1})));
        write(file, CapturedRecord.class, CapturedRecord.getClassSchema(), captured);
    }

    private static CapturedRecord captured(int offset, ByteBuffer value) {
        return CapturedRecord.newBuilder()
                .setTopic("telemetry.raw")
                .setPartition(0)
                .setOffset(offset)
                .setTimestamp(Instant.ofEpochMilli(Drive.START + 1_000_000))
                .setValue(value)
                .build();
    }

    private static <T extends SpecificRecord> void write(
            Path file, Class<T> type, Schema schema, List<T> records) throws IOException {
        try (DataFileWriter<T> writer = new DataFileWriter<>(new SpecificDatumWriter<>(type))) {
            writer.create(schema, file.toFile());
            for (T record : records) {
                writer.append(record);
            }
        }
    }

    private static TelemetryRecord record(Telemetry t) {
        return TelemetryRecord.newBuilder()
                .setVehicleId(t.vehicleId())
                .setDeviceKind(DeviceKind.BLACK_BOX)
                .setEventTime(Instant.ofEpochMilli(t.eventTime()))
                .setReceivedAt(Instant.ofEpochMilli(t.receivedAt()))
                .setSequence(t.sequence())
                .setPosition(
                        Position.newBuilder()
                                .setLatitude(t.position().latitude())
                                .setLongitude(t.position().longitude())
                                .setFixType(FixType.THREE_D)
                                .build())
                .setMotion(
                        Motion.newBuilder()
                                .setSpeed(t.speed())
                                .setSpeedSource(SpeedSource.WHEEL)
                                .build())
                .setImuBurst(burst(t.imuBurst()))
                .setDriverResponse(DriverResponse.UNKNOWN)
                .build();
    }

    private static @Nullable ImuBurst burst(io.odograph.udfs.telemetry.@Nullable ImuBurst burst) {
        if (burst == null) {
            return null;
        }
        return ImuBurst.newBuilder()
                .setStart(Instant.ofEpochMilli(burst.start()))
                .setRate(burst.rate())
                .setRange(burst.range())
                .setFrame(AxesFrame.VEHICLE)
                .setGravityIncluded(burst.gravityIncluded())
                .setX(list(burst.x()))
                .setY(list(burst.y()))
                .setZ(list(burst.z()))
                .build();
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
