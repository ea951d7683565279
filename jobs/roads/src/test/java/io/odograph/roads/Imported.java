// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * An imported network as tests look at it.
 *
 * @param network the network
 * @param report how it came about
 */
record Imported(RoadNetwork network, ImportReport report) {

    static Imported of(OsmXml xml, Path folder) throws IOException {
        return of(xml.write(folder.resolve("test.osm")));
    }

    /** Country and clock are looked up in the file's own tests: it takes seconds. */
    static Imported of(Path file) throws IOException {
        RoadImport.Result result = new RoadImport(file, "DE", ZoneId.of("Europe/Berlin")).run();
        return new Imported(result.builder().build(), result.report());
    }

    /** The keys of a way that may be driven, with the edges in any order. */
    List<Integer> keys(long way) {
        List<Integer> keys = new ArrayList<>();
        for (int key = 0; key < 2 * network.edgeCount(); key++) {
            if (network.wayId(key >> 1) == way && network.isDrivable(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    int key(long way) {
        List<Integer> keys = keys(way);
        if (keys.size() != 1) {
            throw new AssertionError("way " + way + " has keys " + keys);
        }
        return keys.get(0);
    }

    /** Ways into which one can go on from the end of a key, turning round included. */
    TreeSet<Long> next(int key) {
        TreeSet<Long> next = new TreeSet<>();
        int node = network.headNode(key);
        for (int out = network.outBegin(node); out < network.outEnd(node); out++) {
            next.add(network.wayId(network.outKey(out) >> 1));
        }
        return next;
    }
}
