// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.town.TownTrip.Fast;
import io.odograph.simulator.town.TownTrip.Place;
import io.odograph.udfs.reference.VehicleClass;
import java.util.ArrayList;
import java.util.List;

/** The drives of the sample fleet through the town. */
public final class TownTrips {

    private static final double ANY_SPEED = 200;

    /** Way of most trips, m: more than half an hour. */
    private static final double LENGTH = 27_000;

    /** How often the motorway is driven to and fro. */
    private static final int ROUNDS = 3;

    private static final double LEFT = -TownLayout.RING_EAST;
    private static final double RIGHT = TownLayout.RING_EAST;
    private static final double SOUTH = TownLayout.RURAL_SOUTH;
    private static final double OUT = TownLayout.RURAL_EAST;

    /** From the rural road's last sign in the west to where its southern straight begins, m. */
    private static final double WESTERN_BEND = 1110;

    private TownTrips() {}

    private static List<Place> by(double... eastNorth) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < eastNorth.length; i += 2) {
            places.add(new Place(eastNorth[i], eastNorth[i + 1]));
        }
        return List.copyOf(places);
    }

    private static TownTrip lawful(String name, String description, List<Place> places) {
        VehicleClass car = VehicleClass.PASSENGER_CAR;
        return new TownTrip(name, description, places, null, car, ANY_SPEED, LENGTH, 1);
    }

    private static TownTrip fast(String name, String description, List<Place> places, Fast fast) {
        VehicleClass car = VehicleClass.PASSENGER_CAR;
        return new TownTrip(name, description, places, fast, car, ANY_SPEED, LENGTH, 1);
    }

    /** Keeps to the limits all over the town. */
    public static TownTrip commuter() {
        return lawful("commuter", "drives through the town, never too fast: no alert", List.of());
    }

    /** Drives along the motorway, on the road beside it. */
    public static TownTrip besideMotorway() {
        double north = TownLayout.FRONTAGE;
        return lawful(
                "beside-motorway",
                "keeps to 50 on the road beside the motorway: no alert",
                by(-1600, north, 1600, north, RIGHT, 20, 0, 900, 0, north, -1600, north));
    }

    /** Drives on the motorway, beside a road of 50. */
    public static TownTrip motorway() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            places.add(new Place(i % 2 == 0 ? -1950 : 1950, 1300));
        }
        return new TownTrip(
                "motorway",
                "keeps to 120, 100 and to what it likes where there is no limit on the motorway"
                        + " beside a road of 50: no alert",
                List.copyOf(places),
                null,
                VehicleClass.PASSENGER_CAR,
                ANY_SPEED,
                LENGTH,
                1);
    }

    /** Passes a school while 30 holds. */
    public static TownTrip schoolHours() {
        return lawful(
                "school-hours",
                "keeps to 30 before a school at its hours: no alert",
                by(960, 240, 0, 240, 480, 0, 960, 240, 0, 240));
    }

    /** Passes a school when 30 does not hold. */
    public static TownTrip afterSchoolHours() {
        return lawful(
                "after-school-hours",
                "keeps to 50 before a school after its hours: no alert",
                by(-960, -240, 0, -240, -480, 0, -960, -240, 0, -240));
    }

    /** 14 km/h too fast in the town. */
    public static TownTrip minor() {
        return fast(
                "speeding-minor",
                "64 where 50 is allowed: one alert, MINOR",
                by(LEFT, 0, 0, 0),
                new Fast(0, 50, 1, -40, 14.2));
    }

    /** 22 km/h too fast in the town. */
    public static TownTrip major() {
        return fast(
                "speeding-major",
                "72 where 50 is allowed: one alert, MAJOR",
                by(RIGHT, 20, 0, 900, LEFT, 0),
                new Fast(0, 50, 1, 0, 22));
    }

    /** 45 km/h too fast in the country. */
    public static TownTrip severe() {
        return fast(
                "speeding-severe",
                "145 where 100 is allowed: one alert, SEVERE",
                by(LEFT, 0, -OUT, -500, 0, SOUTH, 1500, SOUTH),
                new Fast(1, WESTERN_BEND, 3, 0, 45));
    }

    /** A truck that is too fast for trucks only. */
    public static TownTrip truck() {
        return new TownTrip(
                "speeding-truck",
                "82 where 100 is allowed, but 60 for heavy trucks such as it is: one alert, MAJOR",
                by(LEFT, 0, -OUT, -500, 0, SOUTH),
                new Fast(1, WESTERN_BEND, 2, 0, 22),
                VehicleClass.HEAVY_TRUCK,
                60,
                LENGTH,
                1);
    }

    /** Too fast only because of the time. */
    public static TownTrip schoolSpeeder() {
        return fast(
                "speeding-school",
                "51 before a school at the hours at which 30 is allowed: one alert, MAJOR",
                by(960, 240, 0, 240),
                new Fast(0, 0, 1, 0, 21));
    }

    /** Too fast before, in and after a tunnel. */
    public static TownTrip tunnel() {
        return fast(
                "speeding-tunnel",
                "107 where 80 is allowed, on through a tunnel: one alert, MAJOR",
                by(0, SOUTH, 1500, SOUTH, OUT, -690, OUT, -490, 1640, 0),
                new Fast(1, 540, 3, 150, 27));
    }

    /** Too fast before and after a lower limit begins. */
    public static TownTrip limitChange() {
        return fast(
                "speeding-limit-change",
                "94 where 70 is allowed and 74 where 50 is, without a pause: one alert, MAJOR",
                by(LEFT, 0, 0, -900, RIGHT, -20),
                new Fast(0, 700, 1, 900, 24));
    }

    /** Too fast with a device that reports twice a minute. */
    public static TownTrip seldomReported() {
        return new TownTrip(
                "speeding-seldom-reported",
                "130 where 100 is allowed, reported every 30 s: one alert, MAJOR",
                by(1500, SOUTH, 0, SOUTH, -OUT, -500, LEFT, 0),
                new Fast(0, 0, 1, 1620, 30),
                VehicleClass.PASSENGER_CAR,
                ANY_SPEED,
                LENGTH,
                30);
    }

    /** Through a small place in the country with a device that reports every 15 s. */
    public static TownTrip betweenReports() {
        return new TownTrip(
                "between-reports",
                "drives through a place of 80 m, reported every 15 s, never too fast: no alert of"
                        + " speeding",
                by(LEFT, 0, -OUT, -500, 0, SOUTH, 1500, SOUTH),
                null,
                VehicleClass.PASSENGER_CAR,
                ANY_SPEED,
                LENGTH,
                15);
    }

    /** Too fast for road works. */
    public static TownTrip roadWorks() {
        return fast(
                "speeding-road-works",
                "51 where the map says 60, but road works 30: one alert, MAJOR",
                by(-1600, 0, -1600, 1050),
                new Fast(0, 0, 1, 0, 21));
    }
}
