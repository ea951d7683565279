// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.scenario.LateRecord;
import io.odograph.simulator.scenario.LostRecords;
import io.odograph.simulator.scenario.OfflineUpload;
import io.odograph.simulator.scenario.OutOfOrder;
import io.odograph.simulator.scenario.Repetition;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.Mounting;
import io.odograph.simulator.sensor.SensorModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads once a second from 0 to 599 s, and what each scenario makes of them. */
class TransportTest {

    private final Transport transport = new Transport(1, new Rng(1));

    @Test
    void latencyIsSmallAndKeepsTheOrder() {
        List<Upload> uploads = uploads();
        for (int i = 0; i < uploads.size(); i++) {
            assertThat(uploads.get(i).receivedAt() - i * 1000L).isBetween(60L, 300L);
        }
    }

    @Test
    void anOfflineBacklogComesAtOnceAndInOrder() {
        List<Upload> uploads = after(new OfflineUpload(300, false), 400);
        for (int i = 1; i < uploads.size(); i++) {
            assertThat(uploads.get(i).receivedAt()).isGreaterThan(uploads.get(i - 1).receivedAt());
        }
        assertThat(uploads.get(99).receivedAt()).isLessThan(100_000);
        assertThat(uploads.get(100).receivedAt()).isGreaterThan(399_000);
        assertThat(uploads.get(399).receivedAt() - uploads.get(100).receivedAt()).isLessThan(2000);
    }

    @Test
    void aNewestFirstBacklogComesInReverseWithinTwoSeconds() {
        List<Upload> uploads = after(new OfflineUpload(240, true), 400);
        for (int i = 161; i < 400; i++) {
            assertThat(uploads.get(i).receivedAt()).isLessThan(uploads.get(i - 1).receivedAt());
        }
        long oldest = uploads.get(160).receivedAt();
        assertThat(oldest - uploads.get(399).receivedAt()).isLessThan(2000);
        assertThat(oldest - uploads.get(400).receivedAt()).isLessThan(2000);
    }

    @Test
    void repetitionsAreTheSameBytesWithinTwoSeconds() {
        List<Delivery> deliveries = deliver(new Repetition(10));
        assertThat(deliveries).hasSize(610);
        List<Delivery> copies =
                deliveries.stream().filter(d -> d.fate().equals(Fate.DUPLICATE)).toList();
        assertThat(copies).hasSize(10);
        for (Delivery copy : copies) {
            List<Delivery> same =
                    deliveries.stream()
                            .filter(d -> Arrays.equals(d.value(), copy.value()))
                            .toList();
            assertThat(same).hasSize(2);
            assertThat(same.get(1).time() - same.get(0).time()).isBetween(800L, 1900L);
        }
    }

    @Test
    void swappedRecordsFollowTheirSuccessorByLessThanASecond() {
        List<Upload> uploads = after(new OutOfOrder(20), 100);
        int swapped = 0;
        for (int i = 0; i + 1 < uploads.size(); i++) {
            long behind = uploads.get(i).receivedAt() - uploads.get(i + 1).receivedAt();
            swapped += behind > 0 ? 1 : 0;
            assertThat(behind).isLessThan(1000);
        }
        assertThat(swapped).isEqualTo(20);
    }

    @Test
    void aLateRecordFollowsItsSuccessorByTwelveSeconds() {
        List<Upload> uploads = after(new LateRecord(), 100);
        assertThat(uploads.get(100).receivedAt() - uploads.get(101).receivedAt()).isEqualTo(12_000);
        assertThat(uploads.get(100).fate()).isEqualTo(Fate.LATE);
    }

    @Test
    void lostRecordsNeverArrive() {
        assertThat(deliver(new LostRecords(7))).hasSize(593);
    }

    private List<Delivery> deliver(Scenario scenario) {
        send();
        VehiclePlan plan = plan();
        plan.add(scenario, 100, new Rng(1));
        return transport.deliver(plan.effects());
    }

    private List<Upload> after(Scenario scenario, double at) {
        VehiclePlan plan = plan();
        plan.add(scenario, at, new Rng(1));
        List<Upload> uploads = uploads();
        plan.effects().get(0).apply(uploads, new Rng(2));
        return uploads;
    }

    private List<Upload> uploads() {
        send();
        List<Upload> uploads = new ArrayList<>();
        transport.deliver(List.of((all, rng) -> uploads.addAll(all)));
        return uploads;
    }

    private void send() {
        for (int i = 0; i < 600; i++) {
            TelemetryRecord record = new TelemetryRecord();
            record.setVehicleId("car-0001");
            record.setDeviceKind(DeviceKind.EMBEDDED);
            record.setDriverResponse(DriverResponse.UNKNOWN);
            record.setEventTime(Instant.ofEpochMilli(i * 1000L));
            transport.send(i, i * 1000L, record);
        }
    }

    private static VehiclePlan plan() {
        DeviceKind kind = DeviceKind.EMBEDDED;
        return new VehiclePlan(1, kind, true, SensorModel.of(kind), Mounting.fixed(Rotation.NONE));
    }
}
