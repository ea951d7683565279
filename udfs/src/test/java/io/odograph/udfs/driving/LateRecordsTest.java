// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What comes late changes what was told into what would have been told had it come in time. */
class LateRecordsTest {

    private static final List<Telemetry> DRIVE =
            Journey.of("car")
                    .at(0, 0)
                    .every(5)
                    .standing(60)
                    .to(4_000, 0, 50)
                    .standing(400)
                    .to(9_000, 300, 90)
                    .standing(60)
                    .to(9_000, 3_000, 36)
                    .standing(500)
                    .to(0, 0, 70)
                    .standing(120)
                    .records();

    private static DrivingRun inOrder() {
        return new DrivingRun().receive(DRIVE).end();
    }

    /** Some records arrive later, in the order of arrival. */
    private static List<Telemetry> delayed(int from, int to, long millis) {
        List<Telemetry> arrivals = new ArrayList<>(DRIVE);
        for (int i = from; i < to; i++) {
            Telemetry record = DRIVE.get(i);
            arrivals.set(i, Drive.receivedAt(record, record.receivedAt() + millis));
        }
        arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
        return arrivals;
    }

    @Test
    void halfAnHourLateIsInItsPlaceAtLast() {
        DrivingRun late = new DrivingRun().receive(delayed(50, 90, 600_000)).end();

        assertThat(late.tooLate).isZero();
        assertThat(late.last()).isEqualTo(inOrder().last());
        assertThat(late.told).anyMatch(output -> output.revision() > 1);
    }

    @Test
    void twoTripsThatWereOneAreTakenBack() {
        // Nothing of the second leg comes in time: the vehicle seems to have been parked.
        DrivingRun late = new DrivingRun().receive(delayed(10, 60, 1_200_000)).end();

        assertThat(late.last()).isEqualTo(inOrder().last());
        assertThat(late.trips()).hasSize(inOrder().trips().size());
    }

    @Test
    void whatWasSeenBeforeChangesNothing() {
        DrivingRun run = new DrivingRun().receive(DRIVE);
        int told = run.told.size();
        List<Telemetry> again = new ArrayList<>();
        long end = DRIVE.get(DRIVE.size() - 1).receivedAt();
        for (Telemetry record : DRIVE.subList(DRIVE.size() - 200, DRIVE.size() - 100)) {
            again.add(Drive.receivedAt(record, end + 1));
        }

        run.receive(again);

        assertThat(run.told).hasSize(told);
        assertThat(run.end().last()).isEqualTo(inOrder().last());
    }

    @Test
    void whatIsOlderThanTheJournalIsTooLate() {
        List<Telemetry> drive = Journey.of("car").at(0, 0).every(30).standing(5 * 3_600).records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        Telemetry first = arrivals.remove(20);
        arrivals.add(Drive.receivedAt(first, drive.get(drive.size() - 1).receivedAt() + 1));

        assertThat(new DrivingRun().receive(arrivals).end().tooLate).isEqualTo(1);
    }

    @Test
    void theJournalKeepsNoMoreThanTheTimeThatMayBeRevised() {
        DrivingRun run = new DrivingRun();
        Journey journey = Journey.of("car").at(0, 0);
        run.receive(journey.to(200_000, 0, 50).records());

        assertThat(run.journal.pages.size()).isBetween(120, 140);
        assertThat(run.journal.get(Journal.TOLD).told.count).isBetween(130, 200);
    }

    @Property(tries = 60)
    void anyDelaysGiveTheSameInTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        List<Telemetry> arrivals = new ArrayList<>();
        for (Telemetry record : DRIVE) {
            int much = random.nextInt(20);
            long delay = much == 0 ? random.nextInt(3_000_000) : random.nextInt(1_500);
            arrivals.add(Drive.receivedAt(record, record.receivedAt() + delay));
            if (random.nextInt(10) == 0) {
                arrivals.add(
                        Drive.receivedAt(record, record.receivedAt() + random.nextInt(2_000_000)));
            }
        }
        arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
        int half = random.nextInt(arrivals.size());

        DrivingRun run =
                new DrivingRun()
                        .receive(arrivals.subList(0, half))
                        .restart()
                        .receive(arrivals.subList(half, arrivals.size()))
                        .end();

        assertThat(run.last()).isEqualTo(inOrder().last());
    }
}
