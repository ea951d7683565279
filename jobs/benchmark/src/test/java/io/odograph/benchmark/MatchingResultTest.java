// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.evaluate.Floor;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MatchingResultTest {

    private static final int CITY = 20_000;
    private static final int VILLAGE = 300;

    @Test
    void theReferenceIsTheFastestSettingThatIsAboutAsRightAsTheBest() {
        MatchingResult result =
                result(
                        1,
                        row("ours", false, 100, 99),
                        row("hasty", true, 20, 90),
                        row("brisk", true, 10, 94.2),
                        row("careful", true, 5, 95),
                        row("another kind", false, 50, 95));

        assertThat(result.reference().name()).isEqualTo("brisk");
    }

    @Test
    void theFloorsAreThoseOfOneSecondAndThirtySeconds() {
        List<MatchingResult> results =
                List.of(
                        result(1, row("ours", false, 119, 99), row("theirs", true, 10, 99)),
                        result(5, row("ours", false, 1, 99), row("theirs", true, 10, 99)),
                        result(30, row("ours", false, 40, 99), row("theirs", true, 10, 99)));

        assertThat(MatchingFloors.of(results, CITY))
                .extracting(Floor::name, Floor::required, Floor::measured, Floor::met)
                .containsExactly(
                        tuple("every 1 s: ours, times as fast as theirs", ">= 12", "11.9", false),
                        tuple("every 30 s: ours, times as fast as theirs", ">= 4", "4.0", true));
    }

    @Test
    void theFloorOfOneSecondIsLowerInAVillage() {
        List<MatchingResult> results =
                List.of(result(1, row("ours", false, 90, 99), row("theirs", true, 10, 99)));

        assertThat(MatchingFloors.of(results, VILLAGE))
                .extracting(Floor::met)
                .containsExactly(true);
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static MatchingResult result(int interval, MatchingResult.Row... rows) {
        return new MatchingResult(interval, List.of(rows), new double[] {100, 200});
    }

    private static MatchingResult.Row row(
            String name, boolean isReference, double rate, double rightWay) {
        return new MatchingResult.Row(
                name,
                isReference,
                new Timing(new double[] {rate}, 0, 1),
                new Quality(1000, Math.round(rightWay * 10), 0, 0));
    }
}
