// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Orders in which the records of many vehicles may arrive; each vehicle's own order is kept. */
public final class Interleaving {

    private Interleaving() {}

    /** Any order at all: each next record comes from a vehicle drawn at random. */
    public static List<Telemetry> atRandom(List<List<Telemetry>> vehicles, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Telemetry>> left = new ArrayList<>(vehicles);
        int[] next = new int[left.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            open.add(i);
        }
        List<Telemetry> arrivals = new ArrayList<>();
        while (!open.isEmpty()) {
            int at = random.nextInt(open.size());
            int vehicle = open.get(at);
            if (next[vehicle] == left.get(vehicle).size()) {
                open.remove(at);
            } else {
                arrivals.add(left.get(vehicle).get(next[vehicle]++));
            }
        }
        return arrivals;
    }

    /**
     * The order of receive times, disturbed: a record may come up to some milliseconds of receive
     * time later than those of other vehicles.
     */
    public static List<Telemetry> byReceiveTime(
            List<List<Telemetry>> vehicles, int disorder, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        record Arrival(long at, Telemetry telemetry) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (List<Telemetry> vehicle : vehicles) {
            long last = Long.MIN_VALUE;
            for (Telemetry r : vehicle) {
                last = Math.max(last, r.receivedAt() + random.nextInt(disorder + 1));
                arrivals.add(new Arrival(last, r));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals.stream().map(Arrival::telemetry).toList();
    }
}
