// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets contenders run in turns over the same traces in one thread: every round all of them, and
 * each round another one first, so that what disturbs the machine for a while disturbs all alike.
 *
 * @param clock what is measured by
 * @param warmUps rounds before those that count
 * @param rounds rounds that count
 * @param leastNanos processor time that a turn takes at least; what is fast runs several times
 */
record Race(CpuClock clock, int warmUps, int rounds, long leastNanos) {

    /** Runs; the timings stand in the order of the contenders. */
    List<Timing> run(List<? extends Racer> contenders, List<Trace> traces) {
        int count = contenders.size();
        double[][] rates = new double[count][rounds];
        Lap[] sums = new Lap[count];
        for (int round = -warmUps; round < rounds; round++) {
            for (int turn = 0; turn < count; turn++) {
                int who = Math.floorMod(turn + round, count);
                Lap lap = lap(contenders.get(who), traces);
                if (round >= 0) {
                    rates[who][round] = lap.fixes * 1e9 / Math.max(1, lap.cpu);
                    sums[who] = sums[who] == null ? lap : sums[who].plus(lap);
                }
            }
        }
        List<Timing> timings = new ArrayList<>();
        for (int who = 0; who < count; who++) {
            Lap sum = sums[who];
            timings.add(
                    new Timing(
                            rates[who],
                            (double) sum.allocated / sum.fixes,
                            (double) sum.cpu / Math.max(1, sum.wall)));
        }
        return timings;
    }

    private Lap lap(Racer contender, List<Trace> traces) {
        long wall = clock.wall();
        long cpu = clock.cpu();
        long allocated = clock.allocated();
        long fixes = 0;
        long result = 0;
        do {
            for (Trace trace : traces) {
                result += contender.match(trace);
                fixes += trace.size();
            }
        } while (clock.cpu() - cpu < leastNanos);
        return new Lap(
                fixes,
                clock.cpu() - cpu,
                clock.wall() - wall,
                clock.allocated() - allocated,
                result);
    }

    /** One turn of one contender; the result is there to be kept. */
    private record Lap(long fixes, long cpu, long wall, long allocated, long result) {

        Lap plus(Lap other) {
            return new Lap(
                    fixes + other.fixes,
                    cpu + other.cpu,
                    wall + other.wall,
                    allocated + other.allocated,
                    result + other.result);
        }
    }
}
