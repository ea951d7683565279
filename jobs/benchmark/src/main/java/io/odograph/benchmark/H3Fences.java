// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.uber.h3core.H3Core;
import com.uber.h3core.PolygonToCellsFlags;
import com.uber.h3core.util.LatLng;
import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table by cells of H3, which cover the fences, and an exact test of what a cell has. */
final class H3Fences extends FenceFinder {

    /** Cells of about 200 m. */
    private static final int RESOLUTION = 9;

    private final H3Core h3;
    private final Area[] areas;
    private final Map<Long, int[]> cells = new HashMap<>();

    H3Fences(Area.Ring... fences) {
        super("H3, resolution 9");
        try {
            h3 = H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        areas = new Area[fences.length];
        Map<Long, IntList> growing = new HashMap<>();
        for (int i = 0; i < fences.length; i++) {
            areas[i] = new Area(List.of(fences[i]));
            for (long cell :
                    h3.polygonToCellsExperimental(
                            corners(fences[i]),
                            List.of(),
                            RESOLUTION,
                            PolygonToCellsFlags.containment_overlapping)) {
                growing.computeIfAbsent(cell, added -> new IntList()).add(i);
            }
        }
        growing.forEach((cell, list) -> cells.put(cell, list.toArray()));
    }

    private static List<LatLng> corners(Area.Ring ring) {
        List<LatLng> corners = new ArrayList<>();
        for (int i = 0; i < ring.latitudes().length; i++) {
            corners.add(
                    new LatLng(
                            ring.latitudes()[i] * Trace.UNIT, ring.longitudes()[i] * Trace.UNIT));
        }
        return corners;
    }

    @Override
    void find(int latitude, int longitude, IntList out) {
        long cell = h3.latLngToCell(latitude * Trace.UNIT, longitude * Trace.UNIT, RESOLUTION);
        int[] candidates = cells.get(cell);
        if (candidates == null) {
            return;
        }
        for (int candidate : candidates) {
            if (areas[candidate].contains(latitude, longitude)) {
                out.add(candidate);
            }
        }
    }
}
