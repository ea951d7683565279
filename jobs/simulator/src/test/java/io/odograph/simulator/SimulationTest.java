// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.Topic.Entry;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final SimulationResult RESULT = Simulation.run(SimulationConfig.of(1, 50, 30));
    private static final Map<String, List<Entry>> BY_VEHICLE = Topic.byVehicle(RESULT);
    private static final long START = SimulationConfig.DEFAULT_START.toEpochMilli();
    private static final long LAST_MINUTE = START + 29 * 60_000;

    @Test
    void theSameSeedGivesTheSameRecords() {
        SimulationResult again = Simulation.run(SimulationConfig.of(1, 50, 30));
        assertThat(again.records()).isEqualTo(RESULT.records());
        assertThat(again.truth()).isEqualTo(RESULT.truth());
    }

    @Test
    void anotherSeedGivesOtherRecords() {
        SimulationResult other = Simulation.run(SimulationConfig.of(2, 50, 30));
        assertThat(other.records()).isNotEqualTo(RESULT.records());
        assertThat(other.truth().crashes()).isNotEqualTo(RESULT.truth().crashes());
    }

    @Test
    void anotherVehicleChangesNoOther() {
        SimulationResult fewer = Simulation.run(SimulationConfig.of(1, 9, 30));
        for (int number = 1; number <= 9; number++) {
            String vehicle = fewer.plans().get(number - 1).id();
            assertThat(values(fewer, vehicle)).isEqualTo(values(RESULT, vehicle)).isNotEmpty();
        }
    }

    @Test
    void offsetsRiseByOneAndAppendTimesNeverFallWithinAPartition() {
        Map<Integer, CapturedRecord> last = new HashMap<>();
        for (CapturedRecord captured : RESULT.records()) {
            CapturedRecord before = last.put(captured.getPartition(), captured);
            long expected = before == null ? 0 : before.getOffset() + 1;
            assertThat(captured.getOffset()).isEqualTo(expected);
            if (before != null) {
                assertThat(captured.getTimestamp()).isAfterOrEqualTo(before.getTimestamp());
            }
        }
        assertThat(last).containsOnlyKeys(0, 1, 2, 3);
    }

    @Test
    void everyRecordOfAVehicleIsInItsPartition() {
        for (CapturedRecord captured : RESULT.records()) {
            assertThat(captured.getPartition())
                    .isEqualTo(TelemetryTopic.partitionOf(Topic.keyOf(captured)));
        }
        assertThat(TelemetryTopic.partitionOf("car-0001")).isEqualTo(3);
    }

    @Test
    void recordsAreReceivedAfterMeasuringAndAppendedAfterReceiving() {
        for (CapturedRecord captured : RESULT.records()) {
            var value = Topic.decode(captured);
            if (value != null) {
                long received = (Long) value.get("received_at");
                long event = (Long) value.get("event_time");
                assertThat(captured.getTimestamp().toEpochMilli()).isGreaterThan(received);
                assertThat(received > event || event - received > 60_000).isTrue();
            }
        }
    }

    @Test
    void theAccountAddsUp() {
        Account account = RESULT.truth().account();
        assertThat(account.in()).isEqualTo(RESULT.records().size());
        assertThat(account.used() + account.duplicate() + account.late() + account.deadLettered())
                .isEqualTo(account.in());
        assertThat(account.deadLetteredByReason().values().stream().mapToLong(n -> n).sum())
                .isEqualTo(account.deadLettered());
    }

    @Test
    void theAccountFollowsFromTheRecords() {
        Set<List<ByteBuffer>> seen = new HashSet<>();
        Map<String, List<Entry>> earlier = new HashMap<>();
        long duplicate = 0;
        long late = 0;
        long future = 0;
        for (CapturedRecord captured : RESULT.records()) {
            var value = Topic.decode(captured);
            if (value == null) {
                continue;
            }
            Entry entry = new Entry(captured, value);
            if (!seen.add(List.of(captured.getKey(), captured.getValue()))) {
                duplicate++;
            } else if (entry.eventTime() - entry.receivedAt() > 60_000) {
                future++;
            } else if (isLate(entry, earlier.get(entry.vehicle()))) {
                late++;
            } else {
                earlier.computeIfAbsent(entry.vehicle(), k -> new ArrayList<>()).add(entry);
            }
        }
        Account account = RESULT.truth().account();
        assertThat(duplicate).isEqualTo(account.duplicate()).isPositive();
        assertThat(late).isEqualTo(account.late()).isPositive();
        assertThat(account.deadLetteredByReason()).containsEntry("EVENT_TIME_IN_FUTURE", future);
    }

    @Test
    void countingDevicesCountEveryRecordFromZero() {
        for (var plan : RESULT.plans()) {
            Set<Long> sequences = new HashSet<>();
            long last = -1;
            for (Entry entry : entriesOf(plan.id())) {
                Long sequence = entry.sequence();
                assertThat(sequence != null).isEqualTo(plan.counted());
                if (sequence != null) {
                    sequences.add(sequence);
                    last = Math.max(last, sequence);
                }
            }
            long lost = plan.id().equals("car-0036") ? 10 : 0;
            assertThat((long) sequences.size()).isEqualTo(last + 1 - lost);
        }
    }

    @Test
    void theLastMinuteIsQuiet() {
        Map<String, Entry> last = new HashMap<>();
        for (CapturedRecord captured : RESULT.records()) {
            if (captured.getTimestamp().toEpochMilli() < LAST_MINUTE) {
                continue;
            }
            Entry entry = new Entry(captured, Topic.decodeOrFail(captured));
            Entry before = last.put(entry.vehicle(), entry);
            assertThat(entry.receivedAt() - trueTime(entry)).isBetween(1L, 1000L);
            if (before != null) {
                assertThat(entry.eventTime()).isGreaterThan(before.eventTime());
                Long sequence = before.sequence();
                assertThat(entry.sequence()).isEqualTo(sequence == null ? null : sequence + 1);
            }
        }
        assertThat(last).hasSizeGreaterThan(40);
    }

    @Test
    void everyOrdinaryCrashHasASpeedThatCollapsesAndARestOfAMinuteAtLeast() {
        assertThat(RESULT.truth().crashes()).hasSize(15);
        for (ExpectedCrash crash : RESULT.truth().crashes()) {
            if (crash.speedBefore() == 0 || crash.fallsSilent() || crash.secondaryImpacts() > 0) {
                continue;
            }
            long impact = crash.impactTime().toEpochMilli();
            double before = 0;
            int atRest = 0;
            for (Entry entry : entriesOf(crash.vehicleId())) {
                long since = trueTime(entry) - impact;
                if (since >= -5000 && since < 0 && !Double.isNaN(entry.speed())) {
                    before = Math.max(before, entry.speed());
                } else if (since > 10_000 && !Double.isNaN(entry.speed())) {
                    assertThat(entry.speed()).as(crash.vehicleId()).isZero();
                    atRest += since < 180_000 ? 1 : 0;
                }
            }
            assertThat(before - crash.speedBefore()).isBetween(-4.0, 48.0);
            assertThat(crash.speedBefore()).isGreaterThan(30);
            assertThat(crash.deltaV()).isBetween(20.0, 81.0);
            assertThat(atRest).isGreaterThan(60);
        }
    }

    @Test
    void everyVehicleThatFeelsAShockRecordsIt() {
        for (var plan : RESULT.plans()) {
            long bursts =
                    entriesOf(plan.id()).stream()
                            .filter(entry -> entry.value().get("imu_burst") != null)
                            .filter(entry -> !plan.id().equals("car-0041"))
                            .count();
            assertThat(bursts).as(plan.id()).isEqualTo(plan.shocks().size());
        }
    }

    @Test
    void vehiclesWithoutACrashDriveOnAfterTheirShock() {
        for (var plan : RESULT.plans()) {
            if (plan.crash() == null && plan.drive().arrives() == Double.POSITIVE_INFINITY) {
                for (var shock : plan.shocks()) {
                    long from = START + Math.round(shock.time() * 1000) + 30_000;
                    assertThat(
                                    entriesOf(plan.id()).stream()
                                            .filter(entry -> entry.eventTime() > from)
                                            .filter(entry -> entry.eventTime() < from + 60_000)
                                            .mapToDouble(Entry::speed)
                                            .filter(speed -> speed > 20)
                                            .count())
                            .as(plan.id())
                            .isGreaterThan(15);
                }
            }
        }
    }

    @Test
    void aThousandVehicleMinutesAreSimulated() {
        long begin = System.nanoTime();
        SimulationResult result = Simulation.run(SimulationConfig.of(3, 50, 20));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "1000 vehicle-minutes, %d records, in %d ms%n",
                result.records().size(),
                millis);
        assertThat(result.records()).hasSizeBetween(20_000, 60_000);
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        SimulationResult brief = Simulation.run(SimulationConfig.of(1, 50, 5));
        assertThat(brief.truth().crashes()).isEmpty();
        assertThat(brief.truth().account().deadLettered()).isZero();
        assertThat(brief.records()).hasSizeGreaterThan(1000);
    }

    @Test
    void aLargerFleetRepeatsTheRolesWithOtherDraws() {
        SimulationResult larger = Simulation.run(SimulationConfig.of(1, 51, 30));
        List<ExpectedCrash> crashes = larger.truth().crashes();
        assertThat(crashes).hasSize(16).extracting(ExpectedCrash::vehicleId).contains("car-0051");
        assertThat(crashes).extracting(ExpectedCrash::deltaV).doesNotHaveDuplicates();
    }

    private static List<Entry> entriesOf(String vehicle) {
        return BY_VEHICLE.getOrDefault(vehicle, List.of());
    }

    private static boolean isLate(Entry entry, @Nullable List<Entry> earlier) {
        Long sequence = entry.sequence();
        if (earlier == null || sequence == null) {
            return false;
        }
        for (Entry other : earlier) {
            Long later = other.sequence();
            if (later != null
                    && later > sequence
                    && entry.receivedAt() - other.receivedAt() > 2000) {
                return true;
            }
        }
        return false;
    }

    /** The rolled-over clock is 1024 weeks behind. */
    private static long trueTime(Entry entry) {
        long behind = entry.receivedAt() - entry.eventTime();
        return behind > 86_400_000 ? entry.eventTime() + 1024L * 7 * 86_400_000 : entry.eventTime();
    }

    private static List<ByteBuffer> values(SimulationResult result, String vehicle) {
        List<ByteBuffer> values = new ArrayList<>();
        for (CapturedRecord captured : result.records()) {
            if (Topic.keyOf(captured).equals(vehicle)) {
                values.add(captured.getValue());
            }
        }
        return values;
    }
}
