// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a drawing with two axes.
 *
 * @param svg the drawing
 * @param left edge, pixels
 * @param top edge, pixels
 * @param width pixels
 * @param height pixels
 * @param fromX value at the left edge
 * @param toX value at the right edge
 * @param fromY value at the bottom
 * @param toY value at the top
 */
record Panel(
        Svg svg,
        double left,
        double top,
        double width,
        double height,
        double fromX,
        double toX,
        double fromY,
        double toY) {

    /** Pixel of a value on the horizontal axis. */
    double x(double value) {
        return left + (value - fromX) / (toX - fromX) * width;
    }

    /** Pixel of a value on the vertical axis. */
    double y(double value) {
        return top + height - (value - fromY) / (toY - fromY) * height;
    }

    /** Draws grid and numbers, one every step. */
    void axes(double stepX, double stepY, String nameX, String nameY) {
        for (double value = Math.ceil(fromX / stepX) * stepX; value <= toX; value += stepX) {
            svg.line("grid", x(value), top, x(value), top + height);
            svg.text("small", x(value), top + height + 17, "middle", number(value));
        }
        for (double value = Math.ceil(fromY / stepY) * stepY; value <= toY; value += stepY) {
            svg.line("grid", left, y(value), left + width, y(value));
            svg.text("small", left - 8, y(value) + 4, "end", number(value));
        }
        svg.line("axis", left, top + height, left + width, top + height);
        svg.text("small", left + width / 2, top + height + 36, "middle", nameX);
        svg.text("bold", left, top - 12, "start", nameY);
    }

    /** Draws a curve; only what lies inside, and gaps where values are not known. */
    void curve(String style, double[] xs, double[] ys) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < xs.length; i++) {
            if (xs[i] >= fromX && xs[i] <= toX && !Double.isNaN(ys[i])) {
                points.add(new double[] {x(xs[i]), y(ys[i])});
            }
        }
        svg.path(style, points);
    }

    private static String number(double value) {
        double clean = Math.round(value * 1000) / 1000.0 + 0.0;
        return clean == Math.rint(clean)
                ? String.format(Locale.ROOT, "%.0f", clean)
                : String.valueOf(clean);
    }
}
