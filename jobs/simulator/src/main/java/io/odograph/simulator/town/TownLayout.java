// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import java.util.ArrayList;
import java.util.List;

/**
 * The plan of the town: blocks of streets within a ring, a rural road around it, and a motorway
 * with a road beside it north of it. Right-hand traffic.
 */
final class TownLayout {

    /**
     * A turn that is forbidden, or the only one that is not.
     *
     * @param kind OpenStreetMap's restriction
     * @param from road that ends at the junction
     * @param east of the junction, m
     * @param north of the junction, m
     * @param to road that begins or ends there
     */
    record Turn(String kind, Road from, double east, double north, Road to) {}

    static final double BLOCK = 120;
    static final double EAST = 960;
    static final double NORTH = 480;
    static final double RING_EAST = 1400;
    static final double RING_NORTH = 900;
    static final double FRONTAGE = 1262;
    static final double EASTBOUND = 1290;
    static final double WESTBOUND = 1310;
    static final double RURAL_EAST = 1900;
    static final double RURAL_SOUTH = -1450;

    /** Minutes of the day between which the schools' limits hold. */
    static final int[] SCHOOL_DAY = {7 * 60, 17 * 60};

    static final int[] SCHOOL_BEGIN = {6 * 60 + 45, 8 * 60 + 10};

    private final List<Road> roads = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    TownLayout() {
        addMainRoads();
        addStreets();
        addRing();
        addRuralRoad();
        addMotorway();
        addRamps();
        addOddments();
    }

    List<Road> roads() {
        return roads;
    }

    List<Turn> turns() {
        return turns;
    }

    private Road add(Road road) {
        roads.add(road);
        return road;
    }

    private void addMainRoads() {
        Signs fifty = Signs.posted(50);
        Road west = add(Road.of("primary", "Hauptstraße", fifty, -RING_EAST, 0, 0, 0));
        Road middle = add(Road.of("primary", "Hauptstraße", fifty, 0, 0, 2 * BLOCK, 0));
        double kerb = RING_EAST - 20;
        add(Road.of("primary", "Hauptstraße", fifty, 2 * BLOCK, 0, kerb, 0));
        Road south = add(Road.of("primary", "Bahnhofstraße", fifty, 0, -RING_NORTH, 0, 0));
        add(Road.of("primary", "Bahnhofstraße", fifty, 0, 0, 0, RING_NORTH));
        add(Road.of("primary", "Nordstraße", fifty, 0, RING_NORTH, 0, FRONTAGE));
        Signs seventy = Signs.posted(70);
        add(Road.of("primary", "Südstraße", seventy, 0, -RING_NORTH, 0, RURAL_SOUTH));
        turns.add(new Turn("no_left_turn", south, 0, 0, west));
        Road lane = Road.of("residential", "Mühlgasse", fifty, 240, NORTH, 240, 0);
        turns.add(new Turn("only_right_turn", add(lane.oneWay()), 240, 0, middle));
        double end = 880;
        add(Road.of("tertiary", "Marktstraße", Signs.urban(), -480, -end, -480, end));
        add(Road.of("tertiary", "Gartenstraße", Signs.posted(50), 480, 0, 480, end));
        add(Road.of("tertiary", "Gartenstraße", Signs.malformed("50;30"), 480, -end, 480, 0));
    }

    private void addStreets() {
        for (int row = -4; row <= 4; row++) {
            if (row != 0) {
                addRow(row * BLOCK, row);
            }
        }
        for (int column = -8; column <= 8; column++) {
            if (column % 4 != 0 || Math.abs(column) == 8) {
                addColumn(column * BLOCK, column);
            }
        }
    }

    private void addRow(double north, int row) {
        String name = (row > 0 ? "Nord" : "Süd") + "reihe " + Math.abs(row);
        Signs day = Signs.school(SCHOOL_DAY[0], SCHOOL_DAY[1]);
        Signs begin = Signs.school(SCHOOL_BEGIN[0], SCHOOL_BEGIN[1]);
        switch (row) {
            case 1 -> {
                double[] play = {-EAST, north, -480, north};
                add(Road.of("living_street", "Spielstraße", Signs.walk(), play));
                add(street(name, Signs.zone30(), -480, north, 0, north));
                add(street(name, Signs.posted(50), 0, north, EAST, north));
            }
            case 2 -> {
                add(street(name, Signs.zone30(), -EAST, north, 0, north));
                add(street("Schulstraße", day, 0, north, EAST, north));
            }
            case -2 -> {
                add(street("Am Gymnasium", begin, -EAST, north, 0, north));
                add(street(name, Signs.NONE, 0, north, EAST, north));
            }
            default -> {
                Signs west = row > 0 ? Signs.zone30() : Signs.posted(row == -1 ? 50 : 30);
                add(street(name, west, -EAST, north, 0, north));
                add(street(name, row > 0 ? Signs.posted(50) : Signs.NONE, 0, north, EAST, north));
            }
        }
    }

    private void addColumn(double east, int column) {
        String name = (column > 0 ? "Ost" : "West") + "zeile " + Math.abs(column);
        if (column < 0) {
            add(street(name, Signs.zone30(), east, 0, east, NORTH));
            add(street(name, Signs.posted(30), east, -NORTH, east, 0));
            return;
        }
        if (column != 2) {
            Road road = street(name, Signs.posted(50), east, 0, east, NORTH);
            add(column == 1 ? road.oneWay() : column == 3 ? road.with("oneway", "-1") : road);
        }
        add(street(name, Signs.NONE, east, -NORTH, east, 0));
    }

    private static Road street(String name, Signs signs, double... eastNorth) {
        return Road.of("residential", name, signs, eastNorth);
    }

    private void addRing() {
        Signs fifty = Signs.posted(50);
        double[] north = ring(0, 180);
        north[0] = RING_EAST;
        north[1] = 20;
        double[] east = ring(270, 360);
        east[east.length - 2] = RING_EAST;
        east[east.length - 1] = -20;
        add(Road.of("secondary", "Nordring", fifty, north));
        add(Road.of("secondary", "Südring", Signs.posted(70), ring(180, 270)));
        add(Road.of("secondary", "Südring", fifty, east));
        double[] circle = Lines.ellipse(20, 20, 0, 360, 30);
        for (int i = 0; i < circle.length; i += 2) {
            circle[i] += RING_EAST;
        }
        add(Road.of("secondary", "Kreisel", fifty, circle).with("junction", "roundabout"));
    }

    private static double[] ring(double from, double to) {
        return Lines.ellipse(RING_EAST, RING_NORTH, from, to, 5);
    }

    /** Around the town in the west, south and east; through a tunnel in the east. */
    private void addRuralRoad() {
        double south = RURAL_SOUTH;
        Signs open = Signs.withTrucks(100, 60);
        Signs edge = Signs.perDirection(100, 70);
        add(rural(edge, -RING_EAST, 0, -RURAL_EAST, 0, -RURAL_EAST, -500));
        add(rural(open, -RURAL_EAST, -500, -RURAL_EAST, south, 0, south));
        add(rural(open, 0, south, 1500, south));
        Signs eighty = Signs.posted(80);
        add(rural(eighty, 1500, south, RURAL_EAST, south, RURAL_EAST, -690));
        Road tunnel = rural(eighty, RURAL_EAST, -690, RURAL_EAST, -490);
        add(tunnel.with("tunnel", "yes").with("layer", "-1"));
        add(rural(eighty, RURAL_EAST, -490, RURAL_EAST, 0, 1640, 0));
        add(rural(Signs.posted(50), 1640, 0, RING_EAST + 20, 0));
    }

    private static Road rural(Signs signs, double... eastNorth) {
        return Road.of("secondary", "L 1001", signs, eastNorth).rounded(220);
    }

    private void addMotorway() {
        Signs fast = Signs.motorway(120);
        Signs slower = Signs.motorway(100);
        add(motorway(fast, -1650, EASTBOUND, 700, EASTBOUND));
        add(motorway(slower, 700, EASTBOUND, 1650, EASTBOUND));
        add(motorway(Signs.unlimited(), 1650, WESTBOUND, 0, WESTBOUND));
        add(motorway(fast, 0, WESTBOUND, -1650, WESTBOUND));
        add(Road.of("tertiary", "Autobahnrand", Signs.posted(50), -1600, FRONTAGE, 1600, FRONTAGE));
        Signs seventy = Signs.posted(70);
        add(Road.of("secondary", "Weststraße", Signs.posted(60), -1600, 0, -1600, FRONTAGE));
        add(Road.of("secondary", "Oststraße", seventy, 1600, 0, 1600, FRONTAGE));
        add(
                Road.of("secondary", "Zubringer", seventy, -1600, 1050, -1950, 1050, -1950, 1300)
                        .rounded(80));
        add(
                Road.of("secondary", "Zubringer", seventy, 1600, 1050, 1950, 1050, 1950, 1300)
                        .rounded(80));
    }

    private static Road motorway(Signs signs, double... eastNorth) {
        return Road.of("motorway", "A 999", signs, eastNorth).oneWay();
    }

    private void addRamps() {
        ramp(-1950, 1300, -1830, 1292, -1650, EASTBOUND);
        ramp(1650, EASTBOUND, 1830, 1292, 1950, 1300);
        ramp(1950, 1300, 1830, 1309, 1650, WESTBOUND);
        ramp(-1650, WESTBOUND, -1830, 1309, -1950, 1300);
        ramp(-420, EASTBOUND, -220, 1277, -60, FRONTAGE);
        ramp(60, FRONTAGE, 220, 1277, 420, EASTBOUND);
        ramp(420, WESTBOUND, 220, 1335, 0, 1400);
        ramp(0, 1400, -220, 1335, -420, WESTBOUND);
        Road bridge = Road.of("primary", "Nordstraße", Signs.posted(50), 0, FRONTAGE, 0, 1400);
        add(bridge.with("bridge", "yes").with("layer", "1"));
    }

    private void ramp(double... eastNorth) {
        add(Road.of("motorway_link", "", Signs.posted(60), eastNorth).oneWay());
    }

    /** What a map has besides: an industrial estate, a path, a yard, a track. */
    private void addOddments() {
        double[] estate = {0, 1400, 0, 1520, 600, 1520, 600, 1400, 0, 1400};
        add(Road.of("unclassified", "Gewerbepark", Signs.posted(50), estate));
        add(Road.of("unclassified", "Gewerbepark", Signs.posted(50), 300, 1400, 300, 1520));
        add(Road.of("footway", "", Signs.NONE, 200, -520, 200, 520));
        add(Road.of("service", "", Signs.NONE, EAST, 360, 1100, 360).with("access", "private"));
        add(Road.of("track", "", Signs.NONE, -700, RURAL_SOUTH, -700, -1050));
    }
}
