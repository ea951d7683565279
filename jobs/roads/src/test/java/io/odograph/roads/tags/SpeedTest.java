// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest
    @CsvSource({
        "50, 50 km/h, 50",
        "'50 km/h', 50 km/h, 50",
        "30 mph, 30 mph, 48.28",
        "30mph, 30 mph, 48.28",
        "65 mph, 65 mph, 104.61",
        "7, 7 km/h, 7",
        "5.5, 5.5 km/h, 5.5",
        "5 knots, 9.3 km/h, 9.26",
        "none, none, Infinity",
        "walk, walk, 7",
        "signals, variable, NaN",
        "variable, variable, NaN",
        "' 120 ', 120 km/h, 120"
    })
    void aValueIsKeptAsItIsPosted(String value, String text, double kmh) {
        Speed speed = Speed.parse(value);

        assertThat(speed).isNotNull();
        assertThat(speed.text()).isEqualTo(text);
        if (Double.isFinite(kmh)) {
            assertThat((double) speed.kmh()).isCloseTo(kmh, within(0.01));
        } else {
            assertThat(Double.valueOf(speed.kmh())).isEqualTo(Double.valueOf(kmh));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90;30;90;30;90;30",
                "50;70",
                "fast",
                "",
                "-50",
                "50 km",
                "0",
                "1000",
                "200",
                "50,5",
                "50-70",
                "DE:urban",
                "30 @ (22:00-06:00)",
                "mph",
                "~50"
            })
    void whatIsNotExactlyASpeedIsNotGuessed(String value) {
        assertThat(Speed.parse(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DE:30, DE, '', 30",
        "DE:zone30, DE, '', 30",
        "DE:zone:30, DE, '', 30",
        "FR:zone30, FR, '', 30",
        "GB:20 mph, GB, '', 32.19",
        "DE:urban, DE, urban, -1",
        "RO:urban, RO, urban, -1",
        "GB:nsl_single, GB, nsl_single, -1",
        "DE:bicycle_road, DE, bicycle_road, -1",
        "BE-VLG:rural, BE-VLG, rural, -1",
        "DE:walk, DE, '', 7",
        "DE:living_street, DE, living_street, -1"
    })
    void aCodedValueIsAZoneOfACountry(String value, String country, String name, double kmh) {
        SpeedZone zone = SpeedZone.parse(value);

        assertThat(zone).isNotNull();
        assertThat(zone.country()).isEqualTo(country);
        assertThat(zone.name()).isEqualTo(name);
        if (kmh < 0) {
            assertThat(zone.speed()).isNull();
        } else {
            assertThat((double) zone.speed().kmh()).isCloseTo(kmh, within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "urban", "survey", "DE", "de:urban", "DE:zone300", ""})
    void whatIsNoCodeIsNoZone(String value) {
        assertThat(SpeedZone.parse(value)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "20, 20", "DE:30, 30", "zone30, 30", "30 mph, 48.28"})
    void aZoneTagMayBeABareNumber(String value, double kmh) {
        assertThat((double) SpeedZone.parseZone(value).speed().kmh()).isCloseTo(kmh, within(0.01));
    }
}
