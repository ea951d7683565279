// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.roads;

import io.odograph.common.config.ConfigReader;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checked settings of the jobs that know roads; see {@link RoadOptions}.
 *
 * @param file the road file on every task manager
 * @param matcher how vehicles are put on roads
 */
public record RoadsConfig(String file, MatcherSettings matcher) implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(RoadsConfig.class);

    /**
     * Reads the settings and looks at the file, where this machine has it; problems stay with the
     * reader.
     */
    public static RoadsConfig read(ConfigReader reader) {
        String file = reader.required(RoadOptions.FILE);
        int lag = reader.count(RoadOptions.MATCHER_LAG, 0, MatcherSettings.MAX_LAG);
        if (!file.isBlank()) {
            check(file, reader);
        }
        return new RoadsConfig(file, MatcherSettings.ofLag(lag));
    }

    /** The network, opened where it is asked for. */
    public SharedRoadFile networks() {
        return new SharedRoadFile(file);
    }

    private static void check(String file, ConfigReader reader) {
        try {
            Path path = Path.of(file);
            if (Files.exists(path)) {
                RoadNetwork.open(path);
            } else {
                LOG.warn(
                        "{}: {} is not on this machine, so the task managers will find out whether"
                                + " it can be used",
                        RoadOptions.FILE.key(),
                        file);
            }
        } catch (IOException | InvalidPathException e) {
            reader.problem(RoadOptions.FILE.key() + ": " + e.getMessage());
        }
    }
}
