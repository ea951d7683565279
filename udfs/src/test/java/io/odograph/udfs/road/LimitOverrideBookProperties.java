// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitOverride.Direction;
import io.odograph.udfs.road.LimitOverride.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The book against the words of its documentation, for any order of arrival. */
class LimitOverrideBookProperties {

    /** Boxes lie around the equator and Greenwich, where coordinates change their sign. */
    private static final int REACH = 300_000;

    @Property(tries = 300)
    void anyOrderAndRepetitionOfArrivalGivesTheSameAnswers(@ForAll Random random) {
        Map<String, LimitOverride> given = new HashMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            LimitOverride override = override(random);
            given.putIfAbsent(override.id() + "@" + override.version(), override);
        }
        List<LimitOverride> arrivals = new ArrayList<>(given.values());
        arrivals.addAll(arrivals.subList(0, arrivals.size() / 2));
        Collections.shuffle(arrivals, random);
        LimitOverrideBook book = new LimitOverrideBook();
        String withdrawn = "o" + random.nextInt(12);
        for (LimitOverride override : arrivals) {
            assertThat(book.put(override)).isTrue();
            // An index that was made meanwhile must not be used any more.
            ask(book, random);
        }
        book.withdraw(withdrawn);
        given.values().removeIf(override -> override.id().equals(withdrawn));

        for (int i = 0; i < 50; i++) {
            Question q = Question.any(random);
            assertThat(book.inForce(q.spot, q.vehicleClass, q.tenantId, q.time))
                    .isEqualTo(naive(given.values(), q));
        }
    }

    private static void ask(LimitOverrideBook book, Random random) {
        Question q = Question.any(random);
        book.inForce(q.spot, q.vehicleClass, q.tenantId, q.time);
    }

    private record Question(
            RoadSpot spot, VehicleClass vehicleClass, @Nullable String tenantId, long time) {

        static Question any(Random random) {
            return new Question(
                    new RoadSpot(
                            random.nextInt(-REACH, REACH),
                            random.nextInt(-REACH, REACH),
                            random.nextInt(5),
                            random.nextBoolean(),
                            null),
                    one(VehicleClass.class, 3, random),
                    random.nextBoolean() ? "acme" : null,
                    random.nextInt(10));
        }
    }

    private static @Nullable LimitOverride naive(Collection<LimitOverride> all, Question q) {
        Map<String, LimitOverride> highest = new HashMap<>();
        all.forEach(o -> highest.merge(o.id(), o, (a, b) -> a.version() > b.version() ? a : b));
        return highest.values().stream()
                .filter(o -> o.tenantId() == null || Objects.equals(o.tenantId(), q.tenantId))
                .filter(
                        o ->
                                o.vehicleClasses().isEmpty()
                                        || o.vehicleClasses().contains(q.vehicleClass))
                .filter(o -> o.effectiveFrom() <= q.time && q.time < o.effectiveTo())
                .filter(
                        o ->
                                o.area().isEmpty()
                                        || o.area().contains(q.spot.latitude(), q.spot.longitude()))
                .filter(
                        o ->
                                o.ways().isEmpty()
                                        || o.ways().stream().anyMatch(way -> way.includes(q.spot)))
                .min(
                        Comparator.comparing((LimitOverride o) -> o.reason() == Reason.CORRECTION)
                                .thenComparing(o -> o.tenantId() == null)
                                .thenComparing(o -> o.ways().isEmpty())
                                .thenComparing(LimitOverride::kmh)
                                .thenComparing(LimitOverride::id))
                .orElse(null);
    }

    private static LimitOverride override(Random random) {
        Overrides made =
                Overrides.of("o" + random.nextInt(12))
                        .version(random.nextInt(4))
                        .because(one(Reason.class, 4, random))
                        .limit(10 * (1 + random.nextInt(3)));
        boolean somewhere = random.nextBoolean();
        if (somewhere) {
            int size = 1 << random.nextInt(20);
            int south = random.nextInt(-REACH, REACH);
            int west = random.nextInt(-REACH, REACH);
            made.within(south, west, south + size, west + size);
        }
        if (!somewhere || random.nextInt(3) == 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                made.on(random.nextInt(4) + 1, one(Direction.class, 3, random));
            }
        }
        if (random.nextInt(3) == 0) {
            made.forTenant("acme");
        }
        if (random.nextInt(3) == 0) {
            made.forClass(one(VehicleClass.class, 3, random));
        }
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(10);
            made.between(from, from + 1 + random.nextInt(5));
        }
        return made.build();
    }

    private static <E extends Enum<E>> E one(Class<E> type, int ofFirst, Random random) {
        return List.of(type.getEnumConstants()).get(random.nextInt(ofFirst));
    }
}
