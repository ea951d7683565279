// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.roads.RoadOptions;
import io.odograph.crash.CrashConfig;
import io.odograph.crash.CrashJob;
import io.odograph.geofence.GeofenceConfig;
import io.odograph.geofence.GeofenceJob;
import io.odograph.speeding.SpeedingConfig;
import io.odograph.speeding.SpeedingJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Checks what a replay was asked for, and tells every problem at once. */
final class ReplayCheck {

    /** Names of the pipelines that there are. */
    static final Set<String> PIPELINES = Set.of(CrashJob.NAME, SpeedingJob.NAME, GeofenceJob.NAME);

    private static final int MAX_PARALLELISM = 128;

    private final List<String> problems = new ArrayList<>();

    /** The problems found so far, each a line for the user. */
    List<String> problems() {
        return problems;
    }

    /** Checks that every input is a file that can be read and whose kind is known. */
    void inputs(List<Path> inputs) {
        for (Path input : inputs) {
            if (Files.notExists(input)) {
                problems.add("input " + input + ": no such file");
            } else if (Files.isDirectory(input)) {
                problems.add("input " + input + ": is a folder, not a file");
            } else if (!Files.isReadable(input)) {
                problems.add("input " + input + ": cannot be read");
            } else {
                kind(input);
            }
        }
    }

    private void kind(Path input) {
        try {
            InputKind.of(input);
        } catch (IOException e) {
            problems.add("input " + input + ": " + e.getMessage());
        }
    }

    /** Checks that the folder can be written and holds no outputs yet. */
    void output(Path output, boolean force) {
        try {
            OutputFolder.open(output).close();
        } catch (IOException e) {
            problems.add("output " + output + ": cannot be written: " + reason(e));
            return;
        }
        List<String> existing = OutputFolder.existing(output);
        if (!force && !existing.isEmpty()) {
            problems.add(
                    "output "
                            + output
                            + ": "
                            + String.join(", ", existing)
                            + " there already; --force replaces");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    /** Checks the number of subtasks. */
    void parallelism(int parallelism) {
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            problems.add("parallelism " + parallelism + ": must be from 1 to " + MAX_PARALLELISM);
        }
    }

    /**
     * Reads and checks the options of the pipelines and the files that they read besides telemetry.
     *
     * @param names pipelines to run; null for crash, speeding where there are roads, and geofence
     *     where there are fences
     * @param config file of options, or null
     * @param roads road file, or null
     * @param references files of reference data
     * @return null if there is a problem with the options
     */
    @Nullable Settings settings(
            @Nullable List<String> names,
            @Nullable Path config,
            @Nullable Path roads,
            ReferenceInputs references) {
        try {
            Configuration options = options(config, roads);
            Set<String> pipelines =
                    pipelines(
                            names,
                            options.contains(RoadOptions.FILE),
                            references.geofences() != null);
            ReferenceInputs.Content known = references(references, pipelines);
            ConfigReader reader = new ConfigReader(options);
            IntakeConfig intake = IntakeConfig.read(reader);
            List<ReplayPipeline> read = new ArrayList<>();
            if (pipelines.contains(CrashJob.NAME)) {
                read.add(new CrashReplay(CrashConfig.read(reader)));
            }
            if (pipelines.contains(SpeedingJob.NAME)) {
                read.add(new SpeedingReplay(SpeedingConfig.read(reader), known.forSpeeding()));
            }
            if (pipelines.contains(GeofenceJob.NAME)) {
                read.add(new GeofenceReplay(GeofenceConfig.read(reader), known.forGeofences()));
            }
            reader.finish();
            return new Settings(intake, read);
        } catch (InvalidConfigException e) {
            String prefix = config == null ? "" : "config " + config + ": ";
            // Pipelines share options, of which each tells.
            e.problems().stream().distinct().forEach(problem -> problems.add(prefix + problem));
            return null;
        }
    }

    private Configuration options(@Nullable Path config, @Nullable Path roads) {
        Configuration options =
                config == null
                        ? new Configuration()
                        : JobArguments.parse("--config", config.toString());
        if (roads != null) {
            options.set(RoadOptions.FILE, roads.toString());
        }
        options.getOptional(RoadOptions.FILE)
                .filter(file -> !Files.isRegularFile(Path.of(file)))
                .ifPresent(file -> problems.add("roads " + file + ": no such file"));
        return options;
    }

    /** The pipelines to run, as far as they can be. */
    private Set<String> pipelines(@Nullable List<String> names, boolean roads, boolean fences) {
        if (names == null) {
            Set<String> all = new TreeSet<>(PIPELINES);
            all.removeIf(name -> name.equals(SpeedingJob.NAME) && !roads);
            all.removeIf(name -> name.equals(GeofenceJob.NAME) && !fences);
            return all;
        }
        for (String name : names) {
            if (!PIPELINES.contains(name)) {
                problems.add(
                        "pipeline %s: unknown; known: %s"
                                .formatted(name, String.join(", ", new TreeSet<>(PIPELINES))));
            }
        }
        Set<String> pipelines = new TreeSet<>(names);
        if (!roads && pipelines.remove(SpeedingJob.NAME)) {
            problems.add("pipeline " + SpeedingJob.NAME + ": needs --roads");
        }
        if (!fences && pipelines.remove(GeofenceJob.NAME)) {
            problems.add("pipeline " + GeofenceJob.NAME + ": needs --geofences");
        }
        return pipelines;
    }

    private ReferenceInputs.Content references(ReferenceInputs references, Set<String> pipelines) {
        boolean speeding = pipelines.contains(SpeedingJob.NAME);
        boolean either = speeding || pipelines.contains(GeofenceJob.NAME);
        if (references.speedLimits() != null && !speeding) {
            problems.add("speed-limits: only speeding reads them; it needs --roads");
        }
        if (references.vehicles() != null && !either) {
            problems.add(
                    "vehicles: only speeding and geofence read them; they need --roads and"
                            + " --geofences");
        }
        if (references.geofences() != null && !either) {
            problems.add("geofences: only geofence and speeding read them");
        }
        return references.read(problems);
    }

    /**
     * Options of the pipelines.
     *
     * @param intake settings of decoding and validation
     * @param pipelines what to run
     */
    record Settings(IntakeConfig intake, List<ReplayPipeline> pipelines) {}
}
