// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.roads.osm.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighwayTest {

    static Tags tags(String text) {
        return Tags.of(text.isEmpty() ? new String[0] : text.split("[=,] ?", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "highway=motorway|MOTORWAY|0",
                "highway=motorway_link|MOTORWAY|1",
                "highway=tertiary_link|TERTIARY|1",
                "highway=residential, junction=roundabout|RESIDENTIAL|2",
                "highway=primary, junction=circular|PRIMARY|2",
                "highway=trunk, bridge=viaduct|TRUNK|4",
                "highway=trunk, bridge=no, tunnel=yes|TRUNK|8",
                "highway=living_street|LIVING_STREET|0",
                "highway=service, area=no|SERVICE|0",
                "highway=track|TRACK|0",
                "highway=road|ROAD|0",
                "highway=footway|-|0",
                "highway=residential_link|-|0",
                "highway=construction, construction=primary|-|0",
                "highway=pedestrian|-|0",
                "highway=busway|-|0",
                "highway=residential, area=yes|-|0",
                "building=yes|-|0"
            })
    void theSortOfRoadIsRead(String text, String roadClass, int flags) {
        Highway highway = Highway.of(tags(text));

        assertThat(highway == null ? "-" : highway.roadClass().name()).isEqualTo(roadClass);
        assertThat(highway == null ? 0 : highway.flags()).isEqualTo(flags);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "highway=primary|both",
                "highway=primary, oneway=yes|forward",
                "highway=primary, oneway=true|forward",
                "highway=primary, oneway=1|forward",
                "highway=primary, oneway=-1|backward",
                "highway=primary, oneway=reverse|backward",
                "highway=primary, oneway=no|both",
                "highway=primary, oneway=reversible|both",
                "highway=primary, oneway:bus=yes|both",
                "highway=primary, oneway:psv=-1|both",
                "highway=primary, oneway=yes, oneway:motorcar=no|both",
                "highway=primary, oneway=yes, oneway:bicycle=no|forward",
                "highway=motorway|forward",
                "highway=motorway, oneway=no|both",
                "highway=motorway_link|both",
                "highway=trunk|both",
                "highway=tertiary, junction=roundabout|forward",
                "highway=tertiary, junction=circular|forward",
                "highway=tertiary, junction=roundabout, oneway=-1|backward",
                "highway=residential, access=no|closed",
                "highway=residential, access=no, motorcar=yes|both",
                "highway=residential, access=yes, motor_vehicle=no|closed",
                "highway=residential, motor_vehicle=no, motorcar=yes|both",
                "highway=residential, vehicle=no|closed",
                "highway=residential, motor_vehicle=agricultural|closed",
                "highway=residential, motor_vehicle=agricultural;destination|both restricted",
                "highway=residential, access=private|both restricted",
                "highway=residential, motor_vehicle=destination|both restricted",
                "highway=service, access=customers|both restricted",
                "highway=service, access=private, motorcar=yes|both",
                "highway=residential, access=permissive|both",
                "highway=residential, motor_vehicle:forward=no|backward",
                "highway=residential, motorcar:backward=no|forward",
                "highway=residential, motor_vehicle=no, motor_vehicle:backward=yes|backward",
                "highway=residential, oneway=yes, motor_vehicle:forward=no|closed",
                "highway=residential, motor_vehicle:forward=destination|both restricted",
                "highway=residential, bicycle=no, foot=no|both",
                "highway=track|closed",
                "highway=track, access=yes|closed",
                "highway=track, motor_vehicle=yes|both",
                "highway=track, motorcar=designated|both",
                "highway=track, motor_vehicle=agricultural|closed",
                "highway=track, motor_vehicle=destination|both restricted"
            })
    void accessAndDirectionsAreRead(String text, String expected) {
        Tags tags = tags(text);
        RoadAccess access = RoadAccess.of(tags, Highway.of(tags));

        assertThat(words(access)).isEqualTo(expected);
    }

    private static String words(RoadAccess access) {
        if (access == null) {
            return "closed";
        }
        String direction =
                access.forward() && access.backward()
                        ? "both"
                        : access.forward() ? "forward" : "backward";
        return direction + (access.restricted() ? " restricted" : "");
    }
}
