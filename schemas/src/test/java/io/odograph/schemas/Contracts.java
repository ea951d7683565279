// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The contracts as they stand in the source, as they are compiled and as they were released. */
final class Contracts {

    static final Path SOURCES = Path.of("src/main/avro");
    static final Path RELEASED = Path.of("src/main/resources/released");
    static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Sources that others use, in the order in which they can be read. */
    static final List<String> PARTS =
            List.of(
                    "DeviceKind",
                    "Position",
                    "AlertHeader",
                    "ImuBurst",
                    "VehicleClass",
                    "Propulsion",
                    "SpeedUnit",
                    "SpeedSource",
                    "GeoPoint",
                    "AreaRing",
                    "Geofence",
                    "FeatureHeader",
                    "HarshEvent",
                    "DrivingSums");

    private Contracts() {}

    /** Generated classes' schemas of everything that stands on a topic or in a file by itself. */
    static List<Schema> compiled() {
        return List.of(
                AlertHeader.getClassSchema(),
                CapturedRecord.getClassSchema(),
                CrashAlert.getClassSchema(),
                CrashEvidence.getClassSchema(),
                DeadLetter.getClassSchema(),
                DrivingFeatures.getClassSchema(),
                Geofence.getClassSchema(),
                GeofenceAlert.getClassSchema(),
                HarshEvent.getClassSchema(),
                Rule.getClassSchema(),
                Score.getClassSchema(),
                SpeedLimitOverride.getClassSchema(),
                SpeedingAlert.getClassSchema(),
                TelemetryRecord.getClassSchema(),
                Trip.getClassSchema(),
                VehicleProfile.getClassSchema());
    }

    /** Every named schema of the sources, resolved, without what is meant for Java only. */
    static List<Schema> sources() {
        SchemaParser parser = new SchemaParser();
        try {
            // A default can only be checked once the type that it is of is known.
            for (String part : PARTS) {
                parser.parse(SOURCES.resolve(part + ".avsc"));
            }
            for (Schema contract : compiled()) {
                if (!PARTS.contains(contract.getName())) {
                    parser.parse(SOURCES.resolve(contract.getName() + ".avsc"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parser.getParsedNamedSchemas();
    }

    /** A source schema by its simple name. */
    static Schema source(String name) {
        return sources().stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
    }

    /** Released versions of a contract, version 1 first. */
    static List<Schema> released(String name) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; Files.exists(releasedFile(name, version)); version++) {
            versions.add(read(releasedFile(name, version)));
        }
        return versions;
    }

    static Path releasedFile(String name, int version) {
        return RELEASED.resolve(name).resolve("v" + version + ".avsc");
    }

    static Path goldenFile(String name, int version) {
        return GOLDEN.resolve(name).resolve("v" + version + ".bin");
    }

    private static Schema read(Path file) {
        try {
            return SchemaParser.parseSingle(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
