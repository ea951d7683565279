// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {

    private static final Trace TWO_FIXES =
            new Trace(new long[2], new int[2], new int[2], new float[2], new float[2], new int[2]);

    private final List<String> turns = new ArrayList<>();
    private final Steps clock = new Steps();

    @Test
    void everyRoundHasAllInTurnsAndAnotherOneFirst() {
        new Race(clock, 1, 2, 0).run(List.of(contender("a", 5), contender("b", 5)), traces());

        assertThat(String.join("", turns)).isEqualTo("ba" + "ab" + "ba");
    }

    @Test
    void aRateIsFixesPerSecondOfProcessorTimeWithoutTheWarmUp() {
        List<Timing> timings =
                new Race(clock, 3, 2, 0).run(List.of(contender("a", 4_000)), traces());

        assertThat(timings.get(0).rates()).containsExactly(500_000, 500_000);
        assertThat(timings.get(0).share()).isEqualTo(0.5);
        assertThat(timings.get(0).allocated()).isEqualTo(8_000);
    }

    @Test
    void whatIsFastRunsSeveralTimesPerTurn() {
        new Race(clock, 0, 1, 100)
                .run(List.of(contender("fast", 30), contender("slow", 200)), traces());

        assertThat(turns).containsExactly("fast", "fast", "fast", "fast", "slow");
    }

    private static List<Trace> traces() {
        return List.of(TWO_FIXES);
    }

    private Contender contender(String name, long nanos) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long match(Trace trace) {
                turns.add(name);
                clock.now += nanos;
                return 0;
            }

            @Override
            public long[] answers(Trace trace) {
                return new long[trace.size()];
            }
        };
    }

    /** Stands still but for what contenders use; half of a processor is somebody else's. */
    private static final class Steps extends CpuClock {

        private long now;

        @Override
        long cpu() {
            return now;
        }

        @Override
        long wall() {
            return 2 * now;
        }

        @Override
        long allocated() {
            return 4 * now;
        }
    }
}
