// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Outlines.line;
import static io.odograph.udfs.fence.Outlines.polygon;
import static io.odograph.udfs.fence.Outlines.square;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FenceNestingTest {

    @Test
    void islandsHolesAndNeighboursAreTold() {
        FenceNesting nesting =
                nesting(
                        polygon(
                                square(2, 2, 6),
                                square(0, 0, 10),
                                square(3, 3, 1),
                                square(20, 0, 5)));

        assertThat(nesting.parent(0)).isEqualTo(1);
        assertThat(nesting.parent(1)).isEqualTo(FenceNesting.NONE);
        assertThat(nesting.parent(2)).isZero();
        assertThat(nesting.parent(3)).isEqualTo(FenceNesting.NONE);
        assertThat(nesting.isHole(0)).isTrue();
        assertThat(nesting.isHole(2)).isFalse();
        assertThat(nesting.isWithin(2, 1)).isTrue();
        assertThat(nesting.isWithin(1, 2)).isFalse();
    }

    @Test
    void aHoleWhoseCornersAreAllOnTheRingIsWithin() {
        FenceNesting nesting = nesting(polygon(square(0, 0, 4), line(2, 0, 4, 2, 2, 4, 0, 2)));

        assertThat(nesting.parent(1)).isZero();
        assertThat(nesting.parent(0)).isEqualTo(FenceNesting.NONE);
    }

    private static FenceNesting nesting(FenceOutline outline) {
        return FenceNesting.of(FenceShapes.read(outline).shape());
    }
}
