// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.simulator.Episode;
import io.odograph.simulator.ExpectedCrash;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashRevision;
import io.odograph.udfs.crash.CrashSeverity;
import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws what was received around one crash, and when the detector said what. */
final class TimelinePlot {

    /** A case that shows everything. */
    static final String TYPICAL = "oblique/133";

    private static final int WIDTH = 980;
    private static final int HEIGHT = 720;

    /** Without accelerations. */
    private static final int LOW = 470;

    private static final double LEFT = 64;
    private static final double INNER = WIDTH - LEFT - 28;
    private static final double G = Channel.G;

    private final Svg svg;
    private final CrashCase that;
    private final ExpectedCrash truth;
    private final long impact;
    private final List<Telemetry> records;
    private final @Nullable Incident incident;
    private final @Nullable ImuBurst burst;

    private TimelinePlot(CrashCase that) {
        this.that = that;
        Episode episode = that.episode();
        truth = Objects.requireNonNull(episode.crash());
        impact = truth.impactTime().toEpochMilli();
        records = Telemetries.of(episode.reports());
        List<Incident> incidents = Judge.incidents(records);
        incident = incidents.isEmpty() ? null : incidents.get(0);
        burst = burst();
        svg = new Svg(WIDTH, burst == null ? LOW : HEIGHT, "Evidence timeline of " + that.id());
    }

    /** The drawing of a case. */
    static String of(CrashCase that) {
        return new TimelinePlot(that).draw();
    }

    private String draw() {
        svg.text("title", LEFT, 38, "start", "Evidence timeline: " + that.id());
        svg.text("", LEFT, 64, "start", found());
        svg.text("soft", LEFT, 85, "start", expected());
        svg.text("soft", LEFT, 106, "start", evidence());
        speed(new Panel(svg, LEFT, 212, INNER, 150, -60, 30, 0, top()));
        if (burst == null) {
            svg.text("soft", LEFT, 440, "start", "No accelerometer recording.");
        } else {
            acceleration(burst);
        }
        return svg.end();
    }

    private String found() {
        if (incident == null) {
            return "Not found.";
        }
        CrashFacts facts = incident.facts();
        return incident.stage()
                + ", severity "
                + CrashSeverity.of(facts)
                + " by "
                + CrashSeverity.basis(facts)
                + format(", confidence %.3f", facts.confidence())
                + (Double.isNaN(facts.deltaV())
                        ? ""
                        : format(
                                ", delta-V %s%.1f km/h",
                                facts.saturated() ? "above " : "", facts.deltaV()))
                + (Double.isNaN(facts.directionOfForce())
                        ? ""
                        : format(", force from %.0f\u00b0", facts.directionOfForce()));
    }

    private String expected() {
        return format(
                "Truth: delta-V %.1f km/h, force from %.0f\u00b0, %.0f km/h before. Device: %s",
                truth.deltaV(), truth.direction(), truth.speedBefore(), device());
    }

    private String device() {
        Sensing sensing = that.sensing();
        return sensing.rate() == 0
                ? sensing.speedSource()
                : format(
                        "%s, %.0f Hz, \u00b1%.0f g",
                        sensing.device().label(), sensing.rate(), sensing.range());
    }

    private String evidence() {
        return incident == null ? "" : "Evidence: " + incident.evidence();
    }

    private double top() {
        double highest = 20;
        for (Telemetry record : records) {
            highest = record.speed() > highest ? record.speed() : highest;
        }
        return Math.ceil((highest + 5) / 20) * 20;
    }

    private void speed(Panel panel) {
        panel.axes(10, 20, "time from the true impact, s", "Reported speed, km/h");
        svg.line("impact", panel.x(0), panel.top() - 6, panel.x(0), panel.top() + panel.height());
        List<Telemetry> known =
                records.stream()
                        .filter(r -> !Float.isNaN(r.speed()))
                        .filter(r -> seconds(r.eventTime()) >= -60 && seconds(r.eventTime()) <= 30)
                        .toList();
        panel.curve(
                "one",
                known.stream().mapToDouble(r -> seconds(r.eventTime())).toArray(),
                known.stream().mapToDouble(Telemetry::speed).toArray());
        for (Telemetry record : known) {
            double x = panel.x(seconds(record.eventTime()));
            svg.circle("point", x, panel.y(record.speed()), 2.2);
        }
        stages(panel);
    }

    /** The first revision of each stage stands at the receive time at which it was decided. */
    private void stages(Panel panel) {
        List<CrashRevision> revisions = incident == null ? List.of() : incident.revisions();
        int row = 0;
        for (int i = 0; i < revisions.size(); i++) {
            CrashRevision revision = revisions.get(i);
            boolean changed = i == 0 || revisions.get(i - 1).stage() != revision.stage();
            if (!changed) {
                continue;
            }
            double at = seconds(revision.edge().releasedAt());
            boolean outside = at > panel.toX();
            double x = panel.x(Math.min(at, panel.toX()));
            double y = panel.top() - 30 - 19 * (row % 3);
            svg.line("mark", x, y + 5, x, panel.top() + panel.height());
            svg.circle("dot", x, y + 3, 3.5);
            String label =
                    format(
                            "%s by %s, received at %+.1f s",
                            revision.stage(), revision.reason(), at);
            svg.text("stage", x - 9, y + 7, "end", outside ? label + " \u2192" : label);
            row++;
        }
    }

    private @Nullable ImuBurst burst() {
        for (Telemetry record : records) {
            ImuBurst felt = record.imuBurst();
            if (felt != null && felt.start() <= impact && felt.timeOf(felt.x().length) >= impact) {
                return felt;
            }
        }
        return null;
    }

    private void acceleration(ImuBurst felt) {
        int n = felt.x().length;
        double[] times = new double[n];
        for (int i = 0; i < n; i++) {
            times[i] = felt.timeOf(i) - impact;
        }
        double[][] axes = {inG(felt.x()), inG(felt.y()), inG(felt.z())};
        double reach = 1;
        for (double[] axis : axes) {
            for (double value : axis) {
                reach = Math.max(reach, Math.abs(value));
            }
        }
        double step = reach > 30 ? 20 : reach > 12 ? 10 : reach > 6 ? 4 : reach > 3 ? 2 : 1;
        double bound = Math.ceil(reach * 1.04 / step) * step;
        Panel panel = new Panel(svg, LEFT, 452, INNER, 206, -300, 500, -bound, bound);
        svg.rectangle("shade", panel.x(0), 452, panel.x(150) - panel.x(0), 206);
        svg.text("small", panel.x(75), 466, "middle", "150 ms");
        panel.axes(100, step, "time from the true impact, ms", "Recorded acceleration, g");
        svg.line("impact", panel.x(0), 446, panel.x(0), 658);
        boolean vehicle = felt.frame() == AxesFrame.VEHICLE;
        panel.curve("three", times, axes[2]);
        panel.curve("two", times, axes[1]);
        panel.curve("one", times, axes[0]);
        legend(420, 0, "one", vehicle ? "longitudinal, forward" : "device x");
        legend(420, 1, "two", vehicle ? "lateral, left" : "device y");
        legend(420, 2, "three", vehicle ? "vertical, up" : "device z");
    }

    private void legend(double y, int index, String style, String name) {
        double x = LEFT + INNER - 500 + 185 * index;
        svg.line(style, x, y + 16, x + 24, y + 16);
        svg.text("small", x + 31, y + 20, "start", name);
    }

    private static double[] inG(float[] samples) {
        double[] values = new double[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = samples[i] / G;
        }
        return values;
    }

    private double seconds(long time) {
        return (time - impact) / 1000.0;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
