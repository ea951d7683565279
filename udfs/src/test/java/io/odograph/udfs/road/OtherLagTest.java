// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.road.Fixes.Match;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherLagTest {

    @ParameterizedTest
    @CsvSource({"0, 2", "2, 0", "0, 1", "1, 0", "8, 2", "2, 8", "8, 0", "0, 8"})
    void anotherLagAfterARestartLosesNoFixAndTellsNoneTwice(int before, int after) {
        Roads roads = new Roads();
        roads.road(roads.node(0, 0), roads.node(2_000, 0), 50);
        Fixes fixes = new Fixes(roads.build(), before);
        for (int i = 0; i < 20; i++) {
            fixes = i == 10 ? fixes.restart().lag(after) : fixes;
            fixes.at(i, 100 + 15 * i, 2, 54, 90);
        }

        assertThat(fixes.told()).hasSize(20 - after);
        assertThat(fixes.all()).extracting(Match::time).isSorted().doesNotHaveDuplicates();
        assertThat(fixes.told()).hasSize(20);
    }
}
