// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleDayTest {

    @Test
    void theLargestHasTheHighestSignAndNothingTheLowest() {
        assertThat(VehicleDay.sparkline(List.of(0.0, 25.0, 50.0, 99.0, 100.0), 100))
                .isEqualTo("▁▃▅██");
        assertThat(VehicleDay.sparkline(List.of(0.0, 0.0), 0)).isEqualTo("▁▁");
    }

    @Test
    void aRecordThatIsInNoDayShows() {
        DrivingScore score = new DrivingScore(10, 9, 3, 1, 0, 1);

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines().get(0)).contains("9 records are in a day, not 10");
        assertThat(new DrivingScore(10, 10, 3, 1, 0, 1).isPerfect()).isTrue();
        assertThat(new DrivingScore(10, 10, 3, 1, 1, 1).isPerfect()).isFalse();
    }
}
