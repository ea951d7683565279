// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.osm.OsmKind;
import io.odograph.roads.osm.OsmMember;
import io.odograph.roads.osm.OsmSink;
import io.odograph.roads.osm.Tags;
import io.odograph.roads.tags.Highway;
import io.odograph.roads.tags.LimitTags;
import io.odograph.roads.tags.RoadAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ways and turn restrictions of a file that are for cars. */
final class Ways implements OsmSink {

    private final Predicate<String> legalKey;
    private final LongList ids = new LongList();
    private final IntList traitsOf = new IntList();
    private final IntList nameOf = new IntList();
    private final IntList begins = new IntList();
    private LongList nodes = new LongList();
    private final Interned<WayTraits> traits = new Interned<>();
    private final Interned<String> names = new Interned<>();
    private final List<TurnRule> turns = new ArrayList<>();
    private final TurnRule.Count turnCount = new TurnRule.Count();
    private final LimitTags limits = new LimitTags();
    private @Nullable Instant dataTime;
    private int closed;

    /** Empty; the predicate tells keys of tags on which the law depends. */
    Ways(Predicate<String> legalKey) {
        this.legalKey = legalKey;
        begins.add(0);
    }

    @Override
    public boolean wants(OsmKind kind) {
        return kind != OsmKind.NODE;
    }

    @Override
    public void dataTime(Instant time) {
        dataTime = time;
    }

    @Override
    public void way(long id, long[] refs, Tags tags) {
        Highway highway = Highway.of(tags);
        RoadAccess access = highway == null ? null : RoadAccess.of(tags, highway);
        if (highway == null || access == null || refs.length < 2) {
            closed += highway != null && Highway.isGeneral(highway.roadClass()) ? 1 : 0;
            return;
        }
        ids.add(id);
        WayTraits that =
                new WayTraits(
                        highway,
                        access,
                        limits.read(id, tags),
                        tags(tags, key -> !LimitTags.isOfSpeed(key) && legalKey.test(key)),
                        tags(tags, LimitTags::isOfType));
        traitsOf.add(traits.number(that));
        String name = tags.has("name") ? tags.get("name") : tags.get("ref");
        nameOf.add(name == null || name.isBlank() ? -1 : names.number(name));
        for (int i = 0; i < refs.length; i++) {
            if (i == 0 || refs[i] != refs[i - 1]) {
                nodes.add(refs[i]);
            }
        }
        begins.add(nodes.size());
    }

    @Override
    public void relation(long id, List<OsmMember> members, Tags tags) {
        if (tags.is("type", "restriction")) {
            TurnRule rule = TurnRule.of(members, tags, turnCount);
            if (rule != null) {
                turns.add(rule);
            }
        }
    }

    private static Map<String, String> tags(Tags tags, Predicate<String> wanted) {
        Map<String, String> some = new HashMap<>();
        tags.all()
                .forEach(
                        (key, value) -> {
                            if (wanted.test(key)) {
                                some.put(key, value);
                            }
                        });
        return Map.copyOf(some);
    }

    /** Roads for general traffic that cars may not use, or of one node. */
    int closed() {
        return closed;
    }

    int count() {
        return ids.size();
    }

    long id(int way) {
        return ids.get(way);
    }

    WayTraits traits(int way) {
        return traits.get(traitsOf.get(way));
    }

    /** Number of its name, or -1. */
    int name(int way) {
        return nameOf.get(way);
    }

    @Nullable String nameText(int way) {
        return nameOf.get(way) < 0 ? null : names.get(nameOf.get(way));
    }

    /** Number of its first node in {@link #takeNodes}. */
    int begin(int way) {
        return begins.get(way);
    }

    int end(int way) {
        return begins.get(way + 1);
    }

    /** Hands over the identities of the nodes of all ways, one way after the other. */
    LongList takeNodes() {
        LongList taken = nodes;
        nodes = new LongList();
        return taken;
    }

    List<TurnRule> turns() {
        return turns;
    }

    TurnRule.Count turnCount() {
        return turnCount;
    }

    LimitTags limits() {
        return limits;
    }

    @Nullable Instant dataTime() {
        return dataTime;
    }
}
