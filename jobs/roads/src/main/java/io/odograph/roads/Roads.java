// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.estimate.Place;
import io.odograph.roads.estimate.Voter;
import io.odograph.roads.law.Jurisdiction;
import io.odograph.roads.law.Jurisdictions;
import io.odograph.roads.law.LegalLimit;
import io.odograph.roads.law.LegalSpeeds;
import io.odograph.roads.tags.Highway;
import io.odograph.roads.tags.Speed;
import io.odograph.roads.tags.StatedLimit;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadFlags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Pieces of ways with all that their limits depend on: where they lie, whose law it is. */
final class Roads {

    private final Ways ways;
    private final Segments segments;
    private final BuiltUp builtUp;
    private final LegalSpeeds laws;
    private final Interned<Jurisdiction> jurisdictions = new Interned<>();
    private final IntList jurisdictionOf = new IntList();
    private final Interned<Group> groups = new Interned<>();
    private final Interned<Speed> speeds = new Interned<>();

    private record Group(RoadClass roadClass, boolean ramp, String country) {}

    Roads(Ways ways, Segments segments, LegalSpeeds laws, Jurisdictions borders) {
        this.ways = ways;
        this.segments = segments;
        this.laws = laws;
        this.builtUp = new BuiltUp(ways, segments);
        for (int i = 0; i < segments.count(); i++) {
            jurisdictionOf.add(
                    jurisdictions.number(
                            borders.at(segments.middleLatitude(i), segments.middleLongitude(i))));
            groups.number(group(i));
        }
    }

    Jurisdiction jurisdiction(int segment) {
        return jurisdictions.get(jurisdictionOf.get(segment));
    }

    int groupCount() {
        return groups.size();
    }

    /** Limits that voters have, by their number. */
    List<Speed> speeds() {
        return speeds.all();
    }

    /** What the law says of a piece, given all that is stated of it. */
    LegalLimit law(int segment) {
        return laws.limit(
                jurisdiction(segment).law(), isBuiltUp(segment), traits(segment).allLegalTags());
    }

    private LegalLimit law(int segment, boolean houses) {
        return laws.limit(jurisdiction(segment).law(), houses, traits(segment).legalTags());
    }

    /** Streets to live in are where there are houses, be it few. */
    private boolean isBuiltUp(int segment) {
        RoadClass roadClass = traits(segment).highway().roadClass();
        return roadClass == RoadClass.RESIDENTIAL
                || roadClass == RoadClass.LIVING_STREET
                || builtUp.contains(
                        segments.middleLatitude(segment), segments.middleLongitude(segment));
    }

    /** What an estimate for a piece depends on. */
    Place place(int segment) {
        return new Place(
                segments.middleLatitude(segment),
                segments.middleLongitude(segment),
                traits(segment).highway().roadClass(),
                groups.number(group(segment)),
                ways.name(segments.way(segment)),
                law(segment, isBuiltUp(segment)),
                Math.max(cap(law(segment, true)), cap(law(segment, false))));
    }

    private static double cap(LegalLimit law) {
        Speed speed = law.speed();
        return speed == null || speed.kind() == LimitKind.VARIABLE
                ? Double.POSITIVE_INFINITY
                : speed.kmh();
    }

    /** What is stated for a direction: a sign, or what a zone means; null where neither is. */
    @Nullable Speed stated(int segment, StatedLimit limit) {
        Speed posted = limit.posted();
        return posted != null || limit.zone() == null
                ? posted
                : laws.speed(limit.zone(), traits(segment).legalTags());
    }

    /** Roads with a stated limit that can be compared. */
    List<Voter> voters() {
        List<Voter> voters = new ArrayList<>();
        for (int i = 0; i < segments.count(); i++) {
            int segment = i;
            Place place = place(i);
            forEachStated(
                    i,
                    (speed, share) ->
                            voters.add(
                                    new Voter(
                                            place.latitude(),
                                            place.longitude(),
                                            place.group(),
                                            speeds.number(speed),
                                            segments.length(segment) * share,
                                            place.name())));
        }
        return voters;
    }

    /** The stated limits of a piece that can be compared, with the share of its directions. */
    void forEachStated(int segment, ObjDoubleConsumer<Speed> consumer) {
        WayTraits traits = traits(segment);
        Speed forward =
                traits.access().forward()
                        ? comparable(stated(segment, traits.limits().forward()))
                        : null;
        Speed backward =
                traits.access().backward()
                        ? comparable(stated(segment, traits.limits().backward()))
                        : null;
        if (forward != null && forward.equals(backward)) {
            consumer.accept(forward, 1);
            return;
        }
        boolean both = forward != null && backward != null;
        if (forward != null) {
            consumer.accept(forward, both ? 0.5 : 1);
        }
        if (backward != null) {
            consumer.accept(backward, both ? 0.5 : 1);
        }
    }

    private static @Nullable Speed comparable(@Nullable Speed speed) {
        return speed == null || speed.kind() == LimitKind.VARIABLE ? null : speed;
    }

    WayTraits traits(int segment) {
        return ways.traits(segments.way(segment));
    }

    private Group group(int segment) {
        Highway highway = traits(segment).highway();
        return new Group(
                highway.roadClass(),
                (highway.flags() & RoadFlags.RAMP) != 0,
                jurisdiction(segment).region().country());
    }
}
