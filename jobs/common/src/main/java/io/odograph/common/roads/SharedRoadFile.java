// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.roads;

import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.speeding.RoadNetworks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A road file that travels as its path and is opened where it has arrived: once per process,
 * whatever the number of subtasks, since all that they share is mapped memory.
 *
 * <p>The process holds the network only while some subtask does. That is counted by the garbage
 * collector, which is also what unmaps a file, so that nobody can still read in memory that is no
 * longer there.
 */
public final class SharedRoadFile implements RoadNetworks {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(SharedRoadFile.class);

    private static final Map<Path, WeakReference<RoadNetwork>> OPEN = new HashMap<>();

    private final String path;
    private transient volatile @Nullable RoadNetwork network;

    /** A file at a path. */
    public SharedRoadFile(String path) {
        this.path = path;
    }

    /**
     * The network.
     *
     * @throws UncheckedIOException if the file is missing or is no whole road file
     */
    @Override
    public RoadNetwork get() {
        RoadNetwork known = network;
        if (known == null) {
            known = open(Path.of(path).toAbsolutePath().normalize());
            network = known;
        }
        return known;
    }

    private static RoadNetwork open(Path file) {
        synchronized (OPEN) {
            WeakReference<RoadNetwork> held = OPEN.get(file);
            RoadNetwork known = held == null ? null : held.get();
            if (known == null) {
                known = map(file);
                OPEN.put(file, new WeakReference<>(known));
            }
            return known;
        }
    }

    private static RoadNetwork map(Path file) {
        try {
            RoadNetwork opened = RoadNetwork.open(file);
            LOG.info(
                    "Opened road file {}, version {}, {} edges. {}",
                    file,
                    opened.version(),
                    opened.edgeCount(),
                    opened.origin().attribution());
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(RoadOptions.FILE.key() + ": " + problem(e), e);
        }
    }

    /** What is wrong with a road file, in words. */
    static String problem(IOException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        return e instanceof NoSuchFileException
                ? message + ": there is no such file on this machine"
                : message;
    }
}
