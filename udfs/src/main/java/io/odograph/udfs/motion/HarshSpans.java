// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what is over its threshold: merges what is near, and tells what nothing refutes.
 * An event waits for its merge gap, and for the speeds after it, since those of satellites come
 * late (1.4 s on phones).
 */
final class HarshSpans {

    /** Kinds in their order. */
    private static final HarshKind[] KINDS = HarshKind.values();

    /** Speeds of so long after an event still show it, ms. */
    private static final long LATE = 2_500;

    /** Speeds of so long before it do, ms. */
    private static final long EARLY = 500;

    /** A shock so near to an event makes it part of a crash, ms. */
    private static final long SHOCK = 3_000;

    /** Share of its peak that speed or direction must show of what a loose device shows. */
    private static final float PROVED = 0.2f;

    /** Below this share they refute what a device in vehicle axes shows. */
    private static final float REFUTED = 0.1f;

    private HarshSpans() {}

    /** Begins a stretch. */
    static HarshSpan begin(
            HarshTrack state,
            HarshKind kind,
            HarshSource source,
            long start,
            HarshThresholds thresholds) {
        HarshSpan span = new HarshSpan();
        span.kind = kind;
        span.source = source;
        span.start = start;
        span.over = start;
        span.end = start;
        span.threshold = thresholds.of(kind);
        span.severe = (float) (span.threshold * thresholds.severe());
        span.extreme = (float) (span.threshold * thresholds.extreme());
        SpeedTrace speeds = state.speeds;
        span.speedBefore = speeds.at(start);
        if (speeds.isPlacedAt(start)) {
            span.latitude = speeds.latitude;
            span.longitude = speeds.longitude;
        }
        show(span, speeds);
        return span;
    }

    /** Takes the last step of speed as what it shows of all that is under way. */
    static void show(HarshTrack state) {
        SpeedTrace speeds = state.speeds;
        show(state.imu.along.open, speeds);
        show(state.imu.across.open, speeds);
        for (HarshKind kind : KINDS) {
            HarshSpan span = state.pending(kind);
            show(span, speeds);
            if (span != null && Float.isNaN(span.speedAfter) && speeds.times[0] >= span.end) {
                span.speedAfter = speeds.speeds[0];
            }
        }
    }

    private static void show(@Nullable HarshSpan span, SpeedTrace speeds) {
        if (span == null
                || speeds.to == SpeedTrace.NEVER
                || speeds.to < span.start - EARLY
                || speeds.from > span.end + LATE) {
            return;
        }
        float shown = span.size(span.kind.isAlong() ? speeds.along : speeds.across);
        span.reference = HarshSpan.larger(span.reference, shown);
    }

    /** A stretch is over: it counts if it is long enough, and from a speed that is high enough. */
    static void close(
            HarshTrack state,
            HarshSpan span,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        boolean brief =
                span.source.isImu() && span.over - span.start < thresholds.minDurationMillis();
        boolean glitch = span.takenBack || !(span.supported || span.source.isImu());
        if (brief || glitch || span.speedBefore < thresholds.minSpeed(span.kind)) {
            return;
        }
        if (span.end <= state.speeds.times[0]) {
            span.speedAfter = state.speeds.speeds[0];
        }
        HarshSpan pending = state.pending(span.kind);
        long gap = thresholds.mergeGapMillis();
        if (pending == null) {
            state.setPending(span.kind, span);
        } else if (span.start - pending.end <= gap && pending.start - span.end <= gap) {
            pending.merge(span);
        } else if (span.start > pending.end) {
            tell(state, pending, events);
            state.setPending(span.kind, span);
        } else {
            tell(state, span, events);
        }
    }

    /** Tells what is over for long enough by a time. */
    static void tellUntil(
            HarshTrack state, long time, HarshThresholds thresholds, Consumer<HarshEvent> events) {
        for (HarshKind kind : KINDS) {
            HarshSpan pending = state.pending(kind);
            if (pending != null
                    && time - pending.end > Math.max(LATE, thresholds.mergeGapMillis())
                    && !isOpen(state, kind)) {
                state.setPending(kind, null);
                tell(state, pending, events);
            }
        }
    }

    /** Tells all that is over. */
    static void tellAll(HarshTrack state, Consumer<HarshEvent> events) {
        for (HarshKind kind : KINDS) {
            HarshSpan pending = state.pending(kind);
            state.setPending(kind, null);
            if (pending != null) {
                tell(state, pending, events);
            }
        }
    }

    private static boolean isOpen(HarshTrack state, HarshKind kind) {
        HarshSpan imu = kind.isAlong() ? state.imu.along.open : state.imu.across.open;
        HarshSpan step = kind.isAlong() ? state.alongStep : state.acrossStep;
        return (imu != null && imu.kind == kind) || (step != null && step.kind == kind);
    }

    private static void tell(HarshTrack state, HarshSpan span, Consumer<HarshEvent> events) {
        boolean crashed =
                state.shock != HarshTrack.NEVER
                        && state.shock >= span.start - SHOCK
                        && state.shock <= span.end + SHOCK;
        boolean again = span.start <= state.told(span.kind);
        if (crashed || again || !isProved(span)) {
            return;
        }
        state.setTold(span.kind, span.end);
        events.accept(
                new HarshEvent(
                        span.kind,
                        span.grade(),
                        span.source,
                        span.start,
                        span.end,
                        span.peak,
                        span.threshold,
                        span.speedBefore,
                        span.speedAfter,
                        span.jerk,
                        span.latitude,
                        span.longitude,
                        quality(span)));
    }

    private static boolean isProved(HarshSpan span) {
        return switch (span.source) {
            case VEHICLE_IMU -> !(span.reference < REFUTED * span.peak);
            case DEVICE_IMU -> span.reference >= PROVED * span.peak;
            case WHEEL_SPEED, GNSS_SPEED -> true;
        };
    }

    /** As {@link HarshEvent} documents it. */
    private static float quality(HarshSpan span) {
        int tenths =
                switch (span.source) {
                    case VEHICLE_IMU -> Float.isNaN(span.reference) ? 8 : 10;
                    case DEVICE_IMU -> 8;
                    case WHEEL_SPEED -> span.coarse ? 5 : 7;
                    case GNSS_SPEED -> 5;
                };
        if (!span.source.isImu() && span.hinted) {
            tenths++;
        }
        return (Float.isNaN(span.speedBefore) ? tenths - 1 : tenths) / 10f;
    }
}
