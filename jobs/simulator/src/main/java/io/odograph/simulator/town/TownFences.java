// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.geo.Area;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fences of the sample fleet in the town, each for one vehicle. Where roads cross their lines
 * they do so in the middle of a block, so that nobody drives along one.
 */
public final class TownFences {

    private static final String ZONE = "Europe/Berlin";
    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    /** When a fence moves, and a schedule begins, from the start of the simulation, ms. */
    private static final long CHANGE = 10 * MINUTE;

    private static final double WIDE = 2_600;

    private TownFences() {}

    /** Those that the town has when a simulation starts, versions of the same fence in order. */
    public static List<TownFence> at(Instant start) {
        long begin = start.toEpochMilli();
        FenceShape toll = box(-900, 1_230, -700, 1_360);
        FenceShape movedToll = box(800, 1_230, 1_000, 1_360);
        return List.of(
                fence(
                        "market",
                        "Marktplatz",
                        FenceKind.KEEP_OUT,
                        "car-0033",
                        box(-660, -60, -180, 60),
                        begin,
                        "drives through where it must not: a breach each time"),
                fence(
                        "district",
                        "Revier",
                        FenceKind.KEEP_IN,
                        "car-0042",
                        box(-WIDE, -WIDE, 1_700, WIDE),
                        begin,
                        "leaves where it must stay, through a tunnel, and returns: a breach"),
                dwelling(
                        fence(
                                "old-town",
                                "Altstadt",
                                FenceKind.ZONE,
                                "car-0031",
                                box(-1_020, -540, 1_020, 540),
                                begin,
                                "stays for longer than three minutes, and leaves: a visit"
                                        + " with a dwell"),
                        180),
                fence(
                        "weighbridge",
                        "Waage",
                        FenceKind.ZONE,
                        "car-0046",
                        circle(-900, TownLayout.RURAL_SOUTH, 40),
                        begin,
                        "drives through 80 m between two positions: a passage"),
                fence(
                        "yard-gate",
                        "Hoftor",
                        FenceKind.KEEP_OUT,
                        "car-0034",
                        box(-TownLayout.RING_EAST + 8, -15, -1_340, 15),
                        begin,
                        "parked 8 m beside the line for a quarter of an hour: nothing then"),
                scheduled(
                        fence(
                                "home-shift",
                                "Betriebsgelände",
                                FenceKind.KEEP_IN,
                                "car-0035",
                                box(-WIDE, -WIDE, 1_020, WIDE),
                                begin,
                                "outside when the shift begins, and comes in: a breach from then, and each time that it leaves"),
                        begin + CHANGE),
                fence(
                        "toll",
                        "Mautstelle",
                        FenceKind.ZONE,
                        "car-0045",
                        toll,
                        begin,
                        "passes it on each round until it moves: visits"),
                moved(
                        fence(
                                "toll",
                                "Mautstelle",
                                FenceKind.ZONE,
                                "car-0045",
                                movedToll,
                                begin,
                                "passes it where it is from then on: visits"),
                        begin + CHANGE));
    }

    private static TownFence fence(
            String id,
            String name,
            FenceKind kind,
            String vehicleId,
            FenceShape shape,
            long begin,
            String description) {
        FenceTerms terms =
                new FenceTerms(
                        id,
                        1,
                        name,
                        kind,
                        0,
                        null,
                        begin - HOUR,
                        Long.MAX_VALUE,
                        FenceThresholds.NONE);
        FenceScope scope = new FenceScope(null, List.of(), List.of(), List.of(vehicleId));
        return new TownFence(new Fence(terms, scope, shape, null), description);
    }

    private static TownFence dwelling(TownFence fence, double seconds) {
        FenceTerms t = fence.fence().terms();
        double not = Double.NaN;
        return with(
                fence,
                t.version(),
                null,
                t.effectiveFrom(),
                new FenceThresholds(not, not, not, not, seconds, not));
    }

    /** Every day from a minute on, for twenty minutes. */
    private static TownFence scheduled(TownFence fence, long from) {
        ZonedDateTime local = Instant.ofEpochMilli(from).atZone(ZoneId.of(ZONE));
        int minute = local.getHour() * 60 + local.getMinute();
        FenceSchedule schedule =
                new FenceSchedule(
                        List.of(
                                new FenceSchedule.Period(
                                        0x7F | FenceSchedule.HOLIDAY, minute, minute + 20)),
                        ZONE,
                        List.of());
        FenceTerms t = fence.fence().terms();
        return with(fence, t.version(), schedule, t.effectiveFrom(), t.thresholds());
    }

    private static TownFence moved(TownFence fence, long from) {
        return with(fence, 2, null, from, fence.fence().terms().thresholds());
    }

    private static TownFence with(
            TownFence fence,
            long version,
            @Nullable FenceSchedule schedule,
            long from,
            FenceThresholds thresholds) {
        Fence of = fence.fence();
        FenceTerms t = of.terms();
        FenceTerms terms =
                new FenceTerms(
                        t.id(),
                        version,
                        t.name(),
                        t.kind(),
                        t.priority(),
                        schedule,
                        from,
                        t.effectiveTo(),
                        thresholds);
        return new TownFence(new Fence(terms, of.scope(), of.shape(), null), fence.description());
    }

    /** From one corner of the plan to the other, m east and north of the middle. */
    private static FenceShape box(double west, double south, double east, double north) {
        double[] easts = {west, east, east, west};
        double[] norths = {south, south, north, north};
        int[] latitudes = new int[easts.length];
        int[] longitudes = new int[easts.length];
        for (int i = 0; i < easts.length; i++) {
            int[] corner = Survey.place(easts[i], norths[i]);
            latitudes[i] = corner[0];
            longitudes[i] = corner[1];
        }
        return new FenceShape(
                FenceShape.Kind.POLYGON, List.of(new Area.Ring(latitudes, longitudes)), 0);
    }

    private static FenceShape circle(double east, double north, double radius) {
        int[] centre = Survey.place(east, north);
        Area.Ring point = new Area.Ring(new int[] {centre[0]}, new int[] {centre[1]});
        return new FenceShape(FenceShape.Kind.CIRCLE, List.of(point), radius);
    }
}
