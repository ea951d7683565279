// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static final Area SQUARE = area(ring(0, 0, 0, 10, 10, 10, 10, 0));

    @Test
    void pointsWithinAreInsideAndOthersAreNot() {
        assertThat(SQUARE.contains(5, 5)).isTrue();
        assertThat(SQUARE.contains(5, 11)).isFalse();
        assertThat(SQUARE.contains(5, -1)).isFalse();
        assertThat(SQUARE.contains(11, 5)).isFalse();
        assertThat(SQUARE.contains(-1, 5)).isFalse();
        assertThat(Area.NONE.contains(5, 5)).isFalse();
    }

    @Test
    void neitherTheOrderOfCornersNorARepeatedFirstOneCounts() {
        Area reversed = area(ring(10, 0, 10, 10, 0, 10, 0, 0));
        Area closed = area(ring(0, 0, 0, 10, 10, 10, 10, 0, 0, 0));
        for (int latitude = -1; latitude <= 11; latitude++) {
            for (int longitude = -1; longitude <= 11; longitude++) {
                boolean inside = SQUARE.contains(latitude, longitude);
                assertThat(reversed.contains(latitude, longitude)).isEqualTo(inside);
                assertThat(closed.contains(latitude, longitude)).isEqualTo(inside);
            }
        }
    }

    @Test
    void aRingWithinARingIsAHole() {
        Area withHole = area(ring(0, 0, 0, 10, 10, 10, 10, 0), ring(4, 4, 4, 6, 6, 6, 6, 4));

        assertThat(withHole.contains(5, 5)).isFalse();
        assertThat(withHole.contains(5, 8)).isTrue();
    }

    @Test
    void aConcaveAreaIsWhatItsLineEncloses() {
        Area angle = area(ring(0, 0, 10, 0, 10, 4, 4, 4, 4, 10, 0, 10));

        assertThat(angle.contains(2, 9)).isTrue();
        assertThat(angle.contains(9, 2)).isTrue();
        assertThat(angle.contains(8, 8)).isFalse();
    }

    @Test
    void aPointOnASharedSideIsInOneOfTheTwoAreasExactly() {
        // Any triangle of a fan around a point shares its sides with its neighbours.
        Random random = new Random(5);
        for (int run = 0; run < 2_000; run++) {
            int a = random.nextInt(21);
            int b = random.nextInt(21);
            int latitude = random.nextInt(19) + 1;
            int longitude = random.nextInt(19) + 1;
            Area lower = area(ring(0, 0, a, 20, 0, 20));
            Area middle = area(ring(0, 0, a, 20, 20, 20, 20, b));
            Area upper = area(ring(0, 0, 20, b, 20, 0));
            int in =
                    count(lower, latitude, longitude)
                            + count(middle, latitude, longitude)
                            + count(upper, latitude, longitude);
            assertThat(in).as("%s %s at %s, %s", a, b, latitude, longitude).isEqualTo(1);
        }
    }

    @Test
    void theWidestAreaIsExactToTheLastDigit() {
        int edge = 900_000_000;
        Area half = area(ring(-edge, -edge, edge, edge, -edge, edge));

        assertThat(half.contains(edge - 2, edge - 1)).isTrue();
        assertThat(half.contains(edge - 1, edge - 2)).isFalse();
        assertThat(half.contains(1 - edge, 2 - edge)).isTrue();
        assertThat(half.contains(2 - edge, 1 - edge)).isFalse();
    }

    private static int count(Area area, int latitude, int longitude) {
        return area.contains(latitude, longitude) ? 1 : 0;
    }

    private static Area area(Area.Ring... rings) {
        return new Area(List.of(rings));
    }

    private static Area.Ring ring(int... latitudesAndLongitudes) {
        int corners = latitudesAndLongitudes.length / 2;
        int[] latitudes = new int[corners];
        int[] longitudes = new int[corners];
        for (int i = 0; i < corners; i++) {
            latitudes[i] = latitudesAndLongitudes[2 * i];
            longitudes[i] = latitudesAndLongitudes[2 * i + 1];
        }
        return new Area.Ring(latitudes, longitudes);
    }
}
