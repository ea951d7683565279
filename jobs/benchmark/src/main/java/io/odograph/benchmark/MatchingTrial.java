// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.speeding.Condition;
import io.odograph.evaluate.speeding.SpeedingTrial;
import io.odograph.roads.RoadsCommand;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One OpenStreetMap file in both networks, and drives over roads that both have. */
final class MatchingTrial implements AutoCloseable {

    /** Standard deviation of positions per axis, m. */
    static final double SIGMA = 5;

    private static final long SEED = 1;

    /** Of this many drives one is expected to stay on roads that both networks have. */
    private static final int DRAWN = 3;

    /** Between the first fixes of traces of the same drive, s: so that slow sampling has many. */
    private static final int PHASE = 5;

    private static final String ROAD_FILE = "roads.odo";
    private static final String GRAPH_HOPPER = "graphhopper";

    /** Of its class for reading files; kept, since loggers are forgotten. */
    private static final Logger PROTOBUF = Logger.getLogger("com.google.protobuf.GeneratedMessage");

    private final Path osm;
    private final Path folder;
    private final RoadNetwork network;
    private final Ways ways;
    private final GraphHopperRoads hopper;
    private final SpeedingTrial trial;
    private final List<Integer> drives;
    private final int drawn;

    private MatchingTrial(Path osm, Path folder, int wanted) throws IOException {
        this.osm = osm;
        this.folder = folder;
        importRoads();
        this.network = RoadNetwork.open(folder.resolve(ROAD_FILE));
        this.ways = new Ways(network);
        // It warns of how GraphHopper reads what the user gave it.
        PROTOBUF.setLevel(Level.SEVERE);
        this.hopper = openHopper();
        Set<Long> known = hopper.sides();
        this.trial = SpeedingTrial.of(network, DRAWN * wanted, SEED);
        this.drives = new ArrayList<>();
        int next = 0;
        while (next < trial.drives().size() && drives.size() < wanted) {
            if (isWithin(known, next)) {
                drives.add(next);
            }
            next++;
        }
        this.drawn = next;
        if (drives.isEmpty()) {
            throw new IOException("no drive stays on roads that both networks have");
        }
    }

    /**
     * Imports the file twice and draws drives; the same every time.
     *
     * @param osm OpenStreetMap data
     * @param drives how many, at most
     * @throws IOException if it cannot be imported
     */
    static MatchingTrial of(Path osm, int drives) throws IOException {
        Path folder = Files.createTempDirectory("odograph-benchmark");
        try {
            return new MatchingTrial(osm, folder, drives);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private void importRoads() throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code =
                new CommandLine(new RoadsCommand())
                        .setOut(out)
                        .setErr(out)
                        .execute(
                                "import",
                                osm.toString(),
                                "--output",
                                folder.resolve(ROAD_FILE).toString());
        if (code != CommandLine.ExitCode.OK) {
            throw new IOException(said.toString());
        }
    }

    private GraphHopperRoads openHopper() {
        return GraphHopperRoads.of(osm, folder.resolve(GRAPH_HOPPER));
    }

    private boolean isWithin(Set<Long> known, int drive) {
        for (int key : trial.drives().get(drive).drive().route().keys()) {
            if (!known.contains(ways.side(key))) {
                return false;
            }
        }
        return true;
    }

    RoadNetwork network() {
        return network;
    }

    Ways ways() {
        return ways;
    }

    /** How many drives there are. */
    int drives() {
        return drives.size();
    }

    /** How many were drawn for them: the others use roads that GraphHopper has not for cars. */
    int drawn() {
        return drawn;
    }

    /** All contenders, Odograph's matcher first. */
    List<Contender> contenders() {
        List<Contender> all = new ArrayList<>();
        all.add(odograph());
        for (double sigma : GraphHopperBatch.sigmas()) {
            all.add(batch(sigma));
        }
        all.add(odographAlone());
        all.add(nearest());
        return all;
    }

    /** The matcher as jobs run it. */
    OdographMatcher odograph() {
        return OdographMatcher.online(network, SIGMA);
    }

    /** The matcher without memory. */
    OdographMatcher odographAlone() {
        return OdographMatcher.alone(network, SIGMA);
    }

    /** The nearest edge of GraphHopper's index. */
    GraphHopperNearest nearest() {
        return new GraphHopperNearest(hopper);
    }

    /** GraphHopper's map matching with its own idea of the noise, m. */
    GraphHopperBatch batch(double sigma) {
        return new GraphHopperBatch(hopper, sigma);
    }

    /** What receivers report of all drives; slow ones begin at several times of each drive. */
    List<Trace> traces(int interval) {
        Condition condition = new Condition(SIGMA, interval, true);
        List<Trace> traces = new ArrayList<>();
        for (int drive : drives) {
            for (int phase = 0; phase < interval; phase += PHASE) {
                traces.add(Trace.of(trial.fixes(drive, condition, phase)));
            }
        }
        return traces;
    }

    /** Opens the road file again and again. */
    Opening openOdograph(int times) throws IOException {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            RoadNetwork opened = RoadNetwork.open(folder.resolve(ROAD_FILE));
            millis[i] = (System.nanoTime() - begin) / 1e6;
            if (opened.edgeCount() != network.edgeCount()) {
                throw new IllegalStateException("the road file has changed");
            }
        }
        return new Opening("Odograph", millis, Files.size(folder.resolve(ROAD_FILE)));
    }

    /** Loads what GraphHopper has imported again and again. */
    Opening openHopper(int times) throws IOException {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            GraphHopperRoads opened = openHopper();
            millis[i] = (System.nanoTime() - begin) / 1e6;
            opened.close();
        }
        return new Opening("GraphHopper", millis, size(folder.resolve(GRAPH_HOPPER)));
    }

    private static long size(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Override
    public void close() {
        hopper.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
