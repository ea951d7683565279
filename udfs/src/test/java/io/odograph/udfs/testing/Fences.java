// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceLimit;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.geo.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fences on the plane of {@link Journey}. */
public final class Fences {

    private Fences() {}

    /** A rectangle from one corner to the other, m. */
    public static Fence box(String id, FenceKind kind, double x0, double y0, double x1, double y1) {
        Area.Ring ring =
                new Area.Ring(
                        new int[] {
                            Journey.latitude(y0),
                            Journey.latitude(y0),
                            Journey.latitude(y1),
                            Journey.latitude(y1)
                        },
                        new int[] {
                            Journey.longitude(x0),
                            Journey.longitude(x1),
                            Journey.longitude(x1),
                            Journey.longitude(x0)
                        });
        return of(id, kind, new FenceShape(FenceShape.Kind.POLYGON, List.of(ring), 0));
    }

    /** A circle, m. */
    public static Fence circle(String id, FenceKind kind, double x, double y, double radius) {
        Area.Ring centre =
                new Area.Ring(new int[] {Journey.latitude(y)}, new int[] {Journey.longitude(x)});
        return of(id, kind, new FenceShape(FenceShape.Kind.CIRCLE, List.of(centre), radius));
    }

    private static Fence of(String id, FenceKind kind, FenceShape shape) {
        FenceTerms terms =
                new FenceTerms(id, 1, null, kind, 0, null, 0, Long.MAX_VALUE, FenceThresholds.NONE);
        return new Fence(terms, FenceScope.ALL, shape, null);
    }

    /** A rectangle with a speed limit of its own, km/h. */
    public static Fence speedZone(
            String id, double x0, double y0, double x1, double y1, float kmh) {
        Fence box = box(id, FenceKind.SPEED_ZONE, x0, y0, x1, y1);
        return new Fence(box.terms(), box.scope(), box.shape(), new FenceLimit(kmh, false));
    }

    /** With another priority. */
    public static Fence prior(Fence fence, int priority) {
        FenceTerms t = fence.terms();
        return with(
                fence,
                new FenceTerms(
                        t.id(),
                        t.version(),
                        t.name(),
                        t.kind(),
                        priority,
                        t.schedule(),
                        t.effectiveFrom(),
                        t.effectiveTo(),
                        t.thresholds()));
    }

    /** In another version, from and to these event times, ms. */
    public static Fence version(Fence fence, long version, long from, long to) {
        FenceTerms t = fence.terms();
        return with(
                fence,
                new FenceTerms(
                        t.id(),
                        version,
                        t.name(),
                        t.kind(),
                        t.priority(),
                        t.schedule(),
                        from,
                        to,
                        t.thresholds()));
    }

    /** With a schedule. */
    public static Fence scheduled(Fence fence, @Nullable FenceSchedule schedule) {
        FenceTerms t = fence.terms();
        return with(
                fence,
                new FenceTerms(
                        t.id(),
                        t.version(),
                        t.name(),
                        t.kind(),
                        t.priority(),
                        schedule,
                        t.effectiveFrom(),
                        t.effectiveTo(),
                        t.thresholds()));
    }

    /** With thresholds of its own. */
    public static Fence with(Fence fence, FenceThresholds thresholds) {
        FenceTerms t = fence.terms();
        return with(
                fence,
                new FenceTerms(
                        t.id(),
                        t.version(),
                        t.name(),
                        t.kind(),
                        t.priority(),
                        t.schedule(),
                        t.effectiveFrom(),
                        t.effectiveTo(),
                        thresholds));
    }

    /** For others. */
    public static Fence with(Fence fence, FenceScope scope) {
        return new Fence(fence.terms(), scope, fence.shape(), fence.limit());
    }

    private static Fence with(Fence fence, FenceTerms terms) {
        return new Fence(terms, fence.scope(), fence.shape(), fence.limit());
    }
}
