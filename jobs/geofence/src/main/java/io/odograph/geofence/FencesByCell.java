// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachWatch;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.fence.SightingDetector;
import io.odograph.udfs.fence.SightingPart;
import io.odograph.udfs.fence.SightingTrack;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the graph that finds breaches where no task holds all fences: each cell of the world
 * has its own, and vehicles' sightings go to the cells that they are near.
 *
 * <pre>
 * telemetry ─► [vehicle id] track vehicles ─► spread sightings ─► [cell] read fences ─► [vehicle id] watch breaches ─► stamp breaches
 * fences ─► quiet once read ─► [fence id] route fences ─► cells ──────┘                       ▲
 *                                               └─► those of no cell, to all ─────────────────┘
 * </pre>
 */
final class FencesByCell {

    private FencesByCell() {}

    /**
     * What comes of it.
     *
     * @param edges breaches and visits, in partitions of their vehicle ids
     * @param sightings where vehicles are, with late telemetry on the side
     */
    record Outputs(
            SingleOutputStreamOperator<BreachEdge> edges,
            SingleOutputStreamOperator<Sighting> sightings) {}

    static Outputs attach(
            DataStream<Telemetry> telemetry,
            ReferenceStreams references,
            DataStream<ReferenceUpdate<Fence>> fences,
            GeofenceConfig config) {
        SingleOutputStreamOperator<Sighting> sightings =
                new DetectEdges<>(
                                new SightingDetector(config.settings()),
                                TypeInformation.of(SightingTrack.class),
                                TypeInformation.of(Sighting.class),
                                config.clock())
                        .attach("track-vehicles", telemetry, references);
        SingleOutputStreamOperator<CellFence> routed = route(fences);
        SingleOutputStreamOperator<SightingPart> parts =
                sightings
                        .process(new SpreadSightings(), TypeInformation.of(CellSighting.class))
                        .uid("spread-sightings")
                        .name("spread sightings")
                        .keyBy(CellSighting::cell, Types.LONG)
                        .connect(routed.keyBy(CellFence::cell, Types.LONG))
                        .process(new ReadFences(), TypeInformation.of(SightingPart.class))
                        .uid("read-fences")
                        .name("read fences");
        WatchBreaches watch =
                new WatchBreaches(new BreachWatch(config.settings()), config.forgetAfter());
        SingleOutputStreamOperator<BreachEdge> edges =
                parts.keyBy(part -> part.sighting().vehicleId(), Types.STRING)
                        .connect(
                                routed.getSideOutput(RouteFences.EVERYWHERE)
                                        .broadcast(WatchBreaches.EVERYWHERE))
                        .process(watch, TypeInformation.of(BreachEdge.class))
                        .uid("watch-breaches")
                        .name("watch breaches")
                        .transform(
                                "stamp breaches",
                                TypeInformation.of(BreachEdge.class),
                                new StampEdges())
                        .uid("stamp-breaches");
        return new Outputs(edges, sightings);
    }

    private static SingleOutputStreamOperator<CellFence> route(
            DataStream<ReferenceUpdate<Fence>> fences) {
        TypeInformation<ReferenceUpdate<Fence>> type =
                TypeInformation.of(new TypeHint<ReferenceUpdate<Fence>>() {});
        return fences.transform("quiet once read", type, new QuietOnceRead<>())
                .setParallelism(1)
                .uid("quiet-once-read")
                .keyBy(ReferenceUpdate::id, Types.STRING)
                .process(new RouteFences(), TypeInformation.of(CellFence.class))
                .uid("route-fences")
                .name("route fences");
    }
}
