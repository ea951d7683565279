// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.town.TownFence;
import io.odograph.simulator.town.TownFences;
import io.odograph.udfs.fence.Fence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes a simulation's folder for people, from the simulation itself, so that it is true. */
final class SimulationReadme {

    private SimulationReadme() {}

    static String of(SimulationResult result, long telemetryBytes) {
        return head(result.config())
                + files(result, telemetryBytes)
                + scenarios(result.plans())
                + fences(result)
                + rules();
    }

    private static String head(SimulationConfig config) {
        long minutes = config.duration().toMinutes();
        return text(
                """
                # Simulated telemetry

                %d vehicles of two tenants over %d minutes from %s, made by the fleet simulator with \
                seed %d. Nothing in it is a recording or a map of the world; every crash, every episode of \
                speeding and every fence in it was put there on purpose. \
                The same command gives the same bytes:

                ```
                ./odograph simulate --seed %d --vehicles %d --minutes %d --output DIR
                ```

                """,
                config.vehicles(),
                minutes,
                config.start(),
                config.seed(),
                config.seed(),
                config.vehicles(),
                minutes);
    }

    private static String files(SimulationResult result, long bytes) {
        Account account = result.truth().account();
        return text(
                """
                | file | what it is |
                |---|---|
                | `telemetry.avro` | topic `telemetry.raw` as an Avro container file of `CapturedRecord`: \
                %d records in %d partitions, %.1f MB |
                | `expected/alerts.crash.jsonl` | the %d crashes that must be found: true impact time, kind, \
                true change of velocity and speed before in km/h, direction of the force in degrees \
                clockwise from the front, weaker impacts that follow, whether the device dies |
                | `expected/alerts.speeding.jsonl` | the %d episodes of speeding that must be found: true start \
                and end above limit and tolerance (10 km/h and 10 %%), highest band, largest excess in \
                km/h, limit and way there |
                | `roads.osm` | an invented town of about 3 x 4 km as OpenStreetMap XML, in which \
                these vehicles drive; German law and time |
                | `roads.odo` | the same as a road file: `./odograph roads import DIR/roads.osm -o DIR/roads.odo` |
                | `vehicles.jsonl` | topic `reference.vehicles`: class of the vehicles in the town |
                | `speed-limits.jsonl` | topic `reference.speed-limits`: road works that are not on the map |
                | `geofences.jsonl` | topic `reference.geofences`: fences in the town, each for one vehicle |
                | `expected/alerts.geofence.jsonl` | the %d breaches and visits that must be found: true times at \
                which the vehicle crossed the line, or its schedule began; no end where it was not over |
                | `expected/account.json` | where every record must end: %d used, %d duplicate, %d late, \
                %d dead-lettered |
                | `one-crash.jsonl` | about three minutes of one vehicle around its crash, readable |

                """,
                account.in(),
                TelemetryTopic.PARTITIONS,
                bytes / 1e6,
                result.truth().crashes().size(),
                result.truth().speedings().size(),
                result.truth().geofences().size(),
                account.used(),
                account.duplicate(),
                account.late(),
                account.deadLettered());
    }

    private static String scenarios(List<VehiclePlan> plans) {
        Map<String, List<String>> vehicles = new LinkedHashMap<>();
        Map<String, String> descriptions = new LinkedHashMap<>();
        List<String> ordinary = new ArrayList<>();
        for (VehiclePlan plan : plans) {
            for (Scenario scenario : plan.scenarios()) {
                String key = scenario.name() + scenario.description();
                vehicles.computeIfAbsent(key, k -> new ArrayList<>()).add(described(plan));
                descriptions.put(key, "| " + scenario.name() + " | " + scenario.description());
            }
            if (plan.scenarios().isEmpty()) {
                ordinary.add(described(plan));
            }
        }
        StringBuilder table =
                new StringBuilder("| scenario | what happens: expected | vehicles |\n");
        table.append("|---|---|---|\n");
        descriptions.forEach(
                (key, row) ->
                        table.append(row).append(cell(vehicles.getOrDefault(key, List.of()))));
        table.append("| none | drives or is parked: no alert").append(cell(ordinary)).append('\n');
        return table.toString();
    }

    private static String cell(List<String> vehicles) {
        return " | " + String.join(", ", vehicles) + " |\n";
    }

    private static String described(VehiclePlan plan) {
        String kind = plan.deviceKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return plan.id() + " (" + kind + (plan.counted() ? ")" : ", not counting)");
    }

    private static String fences(SimulationResult result) {
        StringBuilder table =
                new StringBuilder(
                        "\n## Fences\n\n| fence | kind | vehicle | what happens: expected |\n");
        table.append("|---|---|---|---|\n");
        for (TownFence each : TownFences.at(result.config().start())) {
            Fence fence = each.fence();
            table.append(
                    text(
                            "| %s, version %d | %s | %s | %s |\n",
                            fence.id(),
                            fence.version(),
                            fence.terms().kind(),
                            String.join(", ", fence.scope().vehicleIds()),
                            each.description()));
        }
        return table.append('\n').toString();
    }

    private static String rules() {
        return """
               ## How speeding is meant

               - Too fast is above the limit by more than 10 km/h and 10 %, for 10 s or longer; gaps of \
               up to 5 s are bridged. MAJOR needs 16 km/h and 25 %, SEVERE 30 km/h and 40 %, for 3 s.
               - Everything is clear: episodes last for 15 s or longer at 4 km/h or more beyond the tolerance; \
               all other driving in the town stays 3 km/h or more below it.
               - Vehicles that are not in the town drive on an empty plane far away from its roads.

               ## How the account is meant

               - An exact re-delivery is a duplicate.
               - A record of a counting device that is received more than 2 s after a later one of the \
               same device is late.
               - A record whose event time is more than 60 s after its receive time is rejected; one that \
               is 1024 weeks behind is corrected.
               - Damaged values are extra records under the key of an ordinary vehicle; that vehicle's own \
               records are all used.
               - A record belongs to the partition that the CRC-32 of its vehicle id gives, modulo 4. \
               Append times never fall within a partition; receive times do only where the gateway \
               delivered a record twice.
               """;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
