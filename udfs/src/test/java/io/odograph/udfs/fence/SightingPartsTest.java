// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingPartsTest {

    private final SightingParts parts = new SightingParts();
    private final List<String> released = new ArrayList<>();

    @Test
    void sightingsComeInOrderWhateverTheOrderOfTheirAnswers() {
        take(part(1, 2, 1));
        take(part(1, 0, 1, "a"));
        take(part(1, 1, 2, "b"));
        assertThat(released).containsExactly("0 [a]");

        take(part(1, 1, 2, "c"));
        assertThat(released).containsExactly("0 [a]", "1 [b, c]", "2 []");
        assertThat(parts.isWaiting()).isFalse();
    }

    @Test
    void aFenceThatSeveralCellsKnowIsReadOnce() {
        take(part(1, 0, 3, "b", "a"));
        take(part(1, 0, 3));
        take(part(1, 0, 3, "b"));

        assertThat(released).containsExactly("0 [a, b]");
    }

    @Test
    void afterSilenceNumbersBeginAnewOnceAllOfBeforeHasCome() {
        take(part(1, 0, 1));
        take(part(9, 1, 1, "later"));
        take(part(9, 0, 1));
        take(part(1, 1, 1, "before"));
        assertThat(released).containsExactly("0 []", "1 [before]");

        assertThat(parts.last()).isEqualTo(new SightingParts.Place(9, 1));
        releaseThrough(9, 1);

        assertThat(released).containsExactly("0 []", "1 [before]", "silence", "0 []", "1 [later]");
        assertThat(parts.isWaiting()).isFalse();
    }

    @Test
    void whatCanComeNoMoreIsWaitedForNoLonger() {
        take(part(1, 8, 1, "b"));
        take(part(1, 7, 1, "a"));
        assertThat(released).isEmpty();

        releaseThrough(1, 8);
        take(part(1, 9, 1));
        assertThat(released).containsExactly("7 [a]", "8 [b]", "9 []");
    }

    @Test
    void whatIsFurtherOnIsWaitedForStill() {
        take(part(1, 0, 1));
        take(part(1, 5, 1));
        take(part(1, 8, 1));

        releaseThrough(1, 5);

        assertThat(released).containsExactly("0 []", "5 []");
        assertThat(parts.isWaiting()).isTrue();
    }

    @BeforeEach
    void begin() {
        parts.epoch = 1;
    }

    private void releaseThrough(long epoch, long number) {
        parts.releaseThrough(
                new SightingParts.Place(epoch, number),
                () -> released.add("silence"),
                this::released);
    }

    private void take(SightingPart part) {
        parts.take(part);
        release();
    }

    private void release() {
        parts.release(this::released);
    }

    private void released(Sighting sighting, List<FenceReading> readings) {
        released.add(
                sighting.number()
                        + " "
                        + readings.stream().map(reading -> reading.terms().id()).toList());
    }

    private static SightingPart part(long epoch, long number, int of, String... fences) {
        VehicleWay way = new VehicleWay(VehicleWay.NONE, 0, 0, 0, 0, 0);
        Sighting sighting =
                new Sighting(
                        "car",
                        epoch,
                        number,
                        null,
                        null,
                        VehicleClass.UNKNOWN,
                        DeviceKind.UNKNOWN,
                        null,
                        null,
                        null,
                        0,
                        0,
                        0,
                        FenceThresholds.DEFAULTS,
                        null,
                        false,
                        new VehicleFix(way, 5, 0, false, false, number == 0));
        return new SightingPart(
                sighting,
                of,
                Arrays.stream(fences).map(SightingPartsTest::reading).toList(),
                number);
    }

    private static FenceReading reading(String id) {
        FenceTerms terms =
                new FenceTerms(
                        id,
                        1,
                        null,
                        FenceKind.ZONE,
                        0,
                        null,
                        0,
                        Long.MAX_VALUE,
                        FenceThresholds.NONE);
        return new FenceReading(terms, true, -10, true, Double.NaN, Double.NaN, Double.NaN, 100);
    }
}
