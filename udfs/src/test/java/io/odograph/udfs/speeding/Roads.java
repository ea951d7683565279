// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import io.odograph.udfs.road.Schedule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A straight road to the east along which drives of tests lead, in sections with limits of their
 * own; written down as {@code Roads.of(posted(50)).then(500, posted(70))}.
 */
final class Roads {

    /** Where the road lies, 1e-7 degrees. */
    private static final int LATITUDE = 494_100_000;

    /** Where drives begin, 1e-7 degrees. */
    private static final int BEGIN = 86_900_000;

    /** Length of a degree of longitude there, m. */
    private static final double DEGREE = 72_400;

    /** Where roads lie unless told otherwise. */
    static final Region GERMANY = new Region("DE", ZoneId.of("Europe/Berlin"));

    private record Section(int from, RoadLimit limit, Region region) {}

    private final List<Section> sections = new ArrayList<>();
    private Region region = GERMANY;
    private @Nullable RoadNetwork network;

    private Roads() {}

    /** A road with this limit from its beginning on. */
    static Roads of(RoadLimit limit) {
        return in(GERMANY, limit);
    }

    /** A road in another region. */
    static Roads in(Region region, RoadLimit limit) {
        Roads roads = new Roads();
        roads.region = region;
        roads.sections.add(new Section(east(-1_000), limit, region));
        return roads;
    }

    /** From so many metres on another limit. */
    Roads then(int metres, RoadLimit limit) {
        sections.add(new Section(east(metres), limit, region));
        return this;
    }

    /** From so many metres on another region. */
    Roads then(int metres, RoadLimit limit, Region other) {
        region = other;
        return then(metres, limit);
    }

    static int east(double metres) {
        return (int) Math.round(BEGIN + metres / DEGREE * 1e7);
    }

    /** A sign, km/h. */
    static RoadLimit posted(float kmh, LimitClause... clauses) {
        return new RoadLimit(
                LimitKind.VALUE, kmh, false, LimitSource.POSTED, 1, kmh, List.of(clauses));
    }

    /** A sign, mph. */
    static RoadLimit postedMph(float mph) {
        float kmh = mph * RoadLimit.KM_PER_MILE;
        return new RoadLimit(LimitKind.VALUE, mph, true, LimitSource.POSTED, 1, kmh, List.of());
    }

    /** An estimate, km/h. */
    static RoadLimit estimated(float kmh, float upperBound, float confidence) {
        return new RoadLimit(
                LimitKind.VALUE,
                kmh,
                false,
                LimitSource.NEIGHBOURS,
                confidence,
                upperBound,
                List.of());
    }

    /** A sign with hours. */
    static LimitClause during(float kmh, int fromHour, int toHour) {
        int to = toHour > fromHour ? toHour : toHour + 24;
        Schedule.Period period =
                new Schedule.Period(101, 1231, Schedule.EVERY_DAY, fromHour * 60, to * 60);
        return new LimitClause(
                LimitKind.VALUE,
                kmh,
                false,
                Set.of(),
                new Schedule(List.of(period)),
                LimitSource.POSTED);
    }

    /** A law for classes of vehicles. */
    static LimitClause forClasses(float kmh, VehicleClass... classes) {
        return new LimitClause(
                LimitKind.VALUE, kmh, false, Set.of(classes), null, LimitSource.LEGAL_DEFAULT);
    }

    /** The network; the number of a section is its way's, from 1. */
    RoadNetwork network() {
        if (network == null) {
            RoadNetworkBuilder builder =
                    new RoadNetworkBuilder(new RoadOrigin("test", null, "nobody"));
            int from = builder.addNode(LATITUDE, sections.get(0).from);
            for (int i = 0; i < sections.size(); i++) {
                boolean last = i == sections.size() - 1;
                int end = last ? east(50_000) : sections.get(i + 1).from;
                int to = builder.addNode(LATITUDE, end);
                Section section = sections.get(i);
                builder.addEdge(
                        new RoadEdge(
                                from,
                                to,
                                new int[] {LATITUDE, LATITUDE},
                                new int[] {section.from, end},
                                RoadClass.PRIMARY,
                                0,
                                section.limit,
                                null,
                                i + 1,
                                "Section " + (i + 1),
                                section.region));
                from = to;
            }
            network = builder.build();
        }
        return network;
    }

    /** Key of a section, from 1. */
    int key(int section) {
        for (int edge = 0; edge < network().edgeCount(); edge++) {
            if (network().wayId(edge) == section) {
                return 2 * edge;
            }
        }
        throw new AssertionError("no section " + section);
    }

    /** A matcher that knows the road by the longitude alone, and tells it some fixes later. */
    static FixMatcher.Maker matcher(int lag, float confidence) {
        return roads ->
                new FixMatcher() {
                    @Override
                    public void accept(
                            MatcherState state,
                            long time,
                            int latitude,
                            int longitude,
                            float speed,
                            float heading,
                            float accuracy,
                            RoadMatches out) {
                        int size = state.steps.length;
                        state.steps = Arrays.copyOf(state.steps, size + 5);
                        state.steps[size] = (int) (time >> 32);
                        state.steps[size + 1] = (int) time;
                        state.steps[size + 2] = latitude;
                        state.steps[size + 3] = longitude;
                        state.steps[size + 4] = Float.floatToIntBits(speed);
                        tell(state, lag, out);
                    }

                    @Override
                    public void flush(MatcherState state, RoadMatches out) {
                        tell(state, 0, out);
                    }

                    private void tell(MatcherState state, int kept, RoadMatches out) {
                        while (state.steps.length > 5 * kept) {
                            int[] s = state.steps;
                            state.steps = Arrays.copyOfRange(s, 5, s.length);
                            long time = ((long) s[0] << 32) | (s[1] & 0xFFFF_FFFFL);
                            float speed = Float.intBitsToFloat(s[4]);
                            int key = keyAt(roads, s[3]);
                            out.matched(time, s[2], s[3], speed, key, 0, confidence, false);
                        }
                    }
                };
    }

    private static int keyAt(RoadNetwork roads, int longitude) {
        for (int edge = 0; edge < roads.edgeCount(); edge++) {
            if (roads.longitude(roads.firstPoint(edge)) <= longitude
                    && longitude < roads.longitude(roads.lastPoint(edge))) {
                return 2 * edge;
            }
        }
        return RoadMatches.UNMATCHED;
    }
}
