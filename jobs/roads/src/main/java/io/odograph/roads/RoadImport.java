// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.estimate.Estimator;
import io.odograph.roads.estimate.HoldOut;
import io.odograph.roads.estimate.Voter;
import io.odograph.roads.law.Jurisdictions;
import io.odograph.roads.law.LegalSpeeds;
import io.odograph.roads.osm.OsmFile;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a road network from an OpenStreetMap file. The same file gives the same network. */
final class RoadImport {

    /** What must be shown with anything that is made from the network. */
    static final String ATTRIBUTION =
            "(c) OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright;"
                    + " time zone borders: timezone-boundary-builder, ODbL 1.0;"
                    + " legal default speeds: OpenStreetMap wiki, CC BY-SA 2.0";

    private final Path file;
    private final @Nullable String country;
    private final @Nullable ZoneId zone;

    /** Imports a file; country and zone are those of all of it, or null to look. */
    RoadImport(Path file, @Nullable String country, @Nullable ZoneId zone) {
        this.file = file;
        this.country = country;
        this.zone = zone;
    }

    /** A network and how it came about. */
    record Result(RoadNetworkBuilder builder, ImportReport report) {}

    /**
     * Reads the file twice, ways first: only then is it known which of the many nodes are needed.
     */
    Result run() throws IOException {
        LegalSpeeds laws = LegalSpeeds.load();
        OsmFile osm = new OsmFile(file);
        Ways ways = new Ways(laws::isRelevant);
        osm.read(ways);
        Nodes nodes = new Nodes(ways);
        osm.read(nodes);
        Segments segments = new Segments(ways, nodes);
        Roads roads = new Roads(ways, segments, laws, new Jurisdictions(laws, country, zone));

        List<Voter> voters = roads.voters();
        Estimator estimator = new Estimator(voters, roads.groupCount(), roads.speeds());
        HoldOut holdOut = new HoldOut(estimator);
        for (int i = 0; i < segments.count(); i++) {
            int segment = i;
            roads.forEachStated(i, (speed, share) -> holdOut.test(roads.place(segment), speed));
        }
        RoadLimits limits = new RoadLimits(roads, estimator, holdOut.calibration());

        RoadNetworkBuilder builder = new RoadNetworkBuilder(origin(ways));
        ImportReport report = new ImportReport(ways, segments, holdOut);
        addEdges(builder, ways, nodes, segments, roads, limits, report);
        new TurnApplier(ways, segments, nodes, builder).apply();
        return new Result(builder, report);
    }

    private RoadOrigin origin(Ways ways) {
        return new RoadOrigin(
                file.toAbsolutePath().getFileName().toString(), ways.dataTime(), ATTRIBUTION);
    }

    private static void addEdges(
            RoadNetworkBuilder builder,
            Ways ways,
            Nodes nodes,
            Segments segments,
            Roads roads,
            RoadLimits limits,
            ImportReport report) {
        int[] numbers = new int[nodes.count()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < segments.count(); i++) {
            int way = segments.way(i);
            WayTraits traits = ways.traits(way);
            RoadLimit forward =
                    traits.access().forward() ? limits.of(i, traits.limits().forward()) : null;
            RoadLimit backward =
                    traits.access().backward() ? limits.of(i, traits.limits().backward()) : null;
            builder.addEdge(
                    new RoadEdge(
                            node(builder, nodes, numbers, segments.firstNode(i)),
                            node(builder, nodes, numbers, segments.lastNode(i)),
                            segments.latitudes(i),
                            segments.longitudes(i),
                            traits.highway().roadClass(),
                            traits.highway().flags()
                                    | (traits.access().restricted() ? RoadFlags.RESTRICTED : 0),
                            forward,
                            backward,
                            ways.id(way),
                            ways.nameText(way),
                            roads.jurisdiction(i).region()));
            report.add(traits.highway(), forward);
            report.add(traits.highway(), backward);
        }
    }

    private static int node(RoadNetworkBuilder builder, Nodes nodes, int[] numbers, int node) {
        if (numbers[node] < 0) {
            numbers[node] = builder.addNode(nodes.latitude(node), nodes.longitude(node));
        }
        return numbers[node];
    }
}
