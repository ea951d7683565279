// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.Locale;

/** A drawing that carries its own styles and is legible on light and on dark ground. */
public final class Svg {

    private static final String STYLE =
            """
            .impact { stroke-width: 1; stroke-dasharray: 4 3; } .mark { stroke-width: 1.5; }
            .road, .matched { fill: none; stroke-linejoin: round; stroke-linecap: round; }
            .road { stroke-width: 1; } .matched { stroke-width: 5; }
            .one, .two, .three { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
            text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; }
            .title { font-size: 19px; font-weight: 600; } .small { font-size: 12px; }
            .stage { font-weight: 600; } .bold { font-weight: 600; }
            .ground { fill: #ffffff; } .shade { fill: #eef2f6; } .grid { stroke: #d9dee4; }
            .axis { stroke: #59636e; } .impact { stroke: #1b1f24; } .mark { stroke: #8250df; }
            .one { stroke: #0969da; } .two { stroke: #bc4c00; } .three { stroke: #1a7f37; }
            text { fill: #1b1f24; } .soft, .small { fill: #59636e; }
            .stage, .dot { fill: #8250df; } .point { fill: #0969da; }
            .road { stroke: #c4ccd4; } .fix { fill: #1b1f24; } .kept { stroke: #1a7f37; }
            .above { stroke: #9ba51a; } .minor { stroke: #d4a72c; } .major { stroke: #e16f24; }
            .severe { stroke: #cf222e; }
            @media (prefers-color-scheme: dark) {
              .ground { fill: #0d1117; } .shade { fill: #1a212a; } .grid { stroke: #2b323b; }
              .axis { stroke: #9198a1; } .impact { stroke: #e6edf3; } .mark { stroke: #bc8cff; }
              .one { stroke: #58a6ff; } .two { stroke: #f0883e; } .three { stroke: #56d364; }
              text { fill: #e6edf3; } .soft, .small { fill: #9198a1; }
              .road { stroke: #39424d; } .fix { fill: #e6edf3; } .kept { stroke: #2ea043; }
              .stage, .dot { fill: #bc8cff; } .point { fill: #58a6ff; }
            }
            """;

    private final StringBuilder text = new StringBuilder();

    /** Begins a drawing of a size in pixels. */
    public Svg(int width, int height, String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                        + " height=\"%d\" role=\"img\">%n",
                width, height, width, height);
        add("<title>%s</title>%n<style>%n%s</style>%n", escaped(title), STYLE);
        rectangle("ground", 0, 0, width, height);
    }

    /** A straight line. */
    public void line(String style, double x1, double y1, double x2, double y2) {
        add(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                style, x1, y1, x2, y2);
    }

    /** A filled rectangle. */
    public void rectangle(String style, double x, double y, double width, double height) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                style, x, y, width, height);
    }

    /** A filled circle. */
    public void circle(String style, double x, double y, double radius) {
        add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n", style, x, y, radius);
    }

    /** Lines from point to point. */
    public void path(String style, Iterable<double[]> points) {
        add("<polyline class=\"%s\" points=\"", style);
        for (double[] point : points) {
            add("%.1f,%.1f ", point[0], point[1]);
        }
        add("\"/>%n");
    }

    /** Text whose anchor is start, middle or end. */
    public void text(String style, double x, double y, String anchor, String content) {
        add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style, x, y, anchor, escaped(content));
    }

    /** Ends the drawing. */
    public String end() {
        return text + "</svg>\n";
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
