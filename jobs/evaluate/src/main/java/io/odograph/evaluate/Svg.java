// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.Locale;

/** A drawing that carries its own styles and is legible on light and on dark ground. */
final class Svg {

    private static final String STYLE =
            """
            svg { --ground: #ffffff; --ink: #1b1f24; --soft: #59636e; --grid: #d9dee4;
              --shade: #eef2f6; --one: #0969da; --two: #bc4c00; --three: #1a7f37; --mark: #8250df; }
            @media (prefers-color-scheme: dark) {
              svg { --ground: #0d1117; --ink: #e6edf3; --soft: #9198a1; --grid: #2b323b;
                --shade: #1a212a; --one: #58a6ff; --two: #f0883e; --three: #56d364; --mark: #bc8cff; }
            }
            .ground { fill: var(--ground); } .shade { fill: var(--shade); }
            .grid { stroke: var(--grid); stroke-width: 1; }
            .axis { stroke: var(--soft); stroke-width: 1; }
            .impact { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 4 3; }
            .mark { stroke: var(--mark); stroke-width: 1.5; } .dot { fill: var(--mark); }
            .one, .two, .three { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
            .one { stroke: var(--one); } .two { stroke: var(--two); } .three { stroke: var(--three); }
            .point { fill: var(--one); }
            text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--ink); }
            .title { font-size: 19px; font-weight: 600; } .soft { fill: var(--soft); }
            .small { font-size: 12px; fill: var(--soft); } .stage { fill: var(--mark); font-weight: 600; }
            .bold { font-weight: 600; }
            """;

    private final StringBuilder text = new StringBuilder();

    /** Begins a drawing of a size in pixels. */
    Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " height=\"%d\" role=\"img\">%n",
                width, height, width, height);
        add("<title>%s</title>%n<style>%n%s</style>%n", escaped(title), STYLE);
        rectangle("ground", 0, 0, width, height);
    }

    /** A straight line. */
    void line(String style, double x1, double y1, double x2, double y2) {
        add(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style, x1, y1, x2, y2);
    }

    /** A filled rectangle. */
    void rectangle(String style, double x, double y, double width, double height) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                style, x, y, width, height);
    }

    /** A filled circle. */
    void circle(String style, double x, double y, double radius) {
        add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n", style, x, y, radius);
    }

    /** Lines from point to point. */
    void path(String style, Iterable<double[]> points) {
        add("<polyline class=\"%s\" points=\"", style);
        for (double[] point : points) {
            add("%.1f,%.1f ", point[0], point[1]);
        }
        add("\"/>%n");
    }

    /** Text whose anchor is start, middle or end. */
    void text(String style, double x, double y, String anchor, String content) {
        add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style, x, y, anchor, escaped(content));
    }

    /** Ends the drawing. */
    String end() {
        return text + "</svg>\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
