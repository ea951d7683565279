// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PointBufferTest {

    private final PointBuffer buffer = new PointBuffer();

    @Test
    void ofSeveralRevisionsThatWaitOnlyTheNewestIsSent() {
        buffer.add(revision("a", 1));
        buffer.add(revision("b", 1));
        buffer.add(revision("a", 2));

        assertThat(texts(buffer.take(9, 9_999))).containsExactly("b v=1i 1\n", "a v=2i 1\n");
        assertThat(buffer.readyBytes()).isZero();
    }

    @Test
    void aNewerRevisionWaitsForTheOlderOneThatIsUnderWay() {
        buffer.add(revision("a", 1));
        List<LineEntry> first = buffer.take(9, 9_999);
        buffer.add(revision("a", 2));
        buffer.add(revision("a", 3));

        assertThat(buffer.readyLines()).isZero();
        assertThat(texts(buffer.unwritten())).containsExactly("a v=3i 1\n");
        buffer.settled(first);
        assertThat(texts(buffer.take(9, 9_999))).containsExactly("a v=3i 1\n");
    }

    @Test
    void aRevisionThatHasToBeSentAgainGivesWayToANewerOne() {
        buffer.add(revision("a", 1));
        buffer.add(revision("b", 1));
        List<LineEntry> first = buffer.take(9, 9_999);
        buffer.add(revision("a", 2));
        buffer.returned(first);

        assertThat(texts(buffer.take(9, 9_999)))
                .containsExactlyInAnyOrder("a v=2i 1\n", "b v=1i 1\n");
        assertThat(buffer.size()).isEqualTo(2);
    }

    @Test
    void aBatchIsFullByLinesOrByBytesAndNeverEmpty() {
        for (int i = 0; i < 5; i++) {
            buffer.add(revision("a" + i, 1));
        }

        assertThat(buffer.take(2, 9_999)).hasSize(2);
        assertThat(buffer.take(9, 20)).hasSize(2);
        assertThat(buffer.take(9, 1)).hasSize(1);
        assertThat(buffer.take(9, 1)).isEmpty();
        assertThat(buffer.size()).isEqualTo(5);
    }

    /** A server that applies requests in any order and loses some, after it applied them or not. */
    @Test
    void whateverHappensToRequestsTheNewestRevisionStays() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, String> server = new HashMap<>();
            Map<String, String> newest = new HashMap<>();
            List<List<LineEntry>> underWay = new ArrayList<>();
            for (int step = 0; step < 400 || buffer.size() > 0; step++) {
                int what = random.nextInt(10);
                if (step < 400 && what < 5) {
                    LineEntry entry = revision("s" + random.nextInt(6), step);
                    buffer.add(entry);
                    newest.put(series(entry), text(entry));
                } else if (what < 7 && underWay.size() < 3 && buffer.readyLines() > 0) {
                    underWay.add(buffer.take(1 + random.nextInt(4), 9_999));
                    assertNoPointTwice(underWay);
                } else if (!underWay.isEmpty()) {
                    List<LineEntry> request = underWay.remove(random.nextInt(underWay.size()));
                    if (random.nextInt(3) > 0) {
                        request.forEach(entry -> server.put(series(entry), text(entry)));
                        if (random.nextBoolean()) {
                            buffer.settled(request);
                            continue;
                        }
                    }
                    buffer.returned(request);
                }
            }
            assertThat(server).as("seed %d", seed).isEqualTo(newest);
        }
    }

    private static void assertNoPointTwice(List<List<LineEntry>> underWay) {
        HashSet<LineEntry> points = new HashSet<>();
        underWay.forEach(
                request -> request.forEach(entry -> assertThat(points.add(entry)).isTrue()));
    }

    static LineEntry revision(String series, int value) {
        return new LineEntry(
                (series + " v=" + value + "i 1\n").getBytes(UTF_8), series.length(), 1, null);
    }

    private static String series(LineEntry entry) {
        return text(entry).substring(0, entry.seriesLength());
    }

    private static String text(LineEntry entry) {
        return new String(entry.line(), UTF_8);
    }

    private static List<String> texts(List<LineEntry> entries) {
        return entries.stream().map(PointBufferTest::text).toList();
    }
}
