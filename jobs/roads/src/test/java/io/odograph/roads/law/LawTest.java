// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.roads.tags.Speed;
import io.odograph.roads.tags.SpeedZone;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTest {

    private static LegalSpeeds laws;
    private static Jurisdictions borders;

    @BeforeAll
    static void load() throws IOException {
        laws = LegalSpeeds.load();
        borders = new Jurisdictions(laws, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, primary, true, 50 km/h",
        "DE, primary, false, 100 km/h",
        "DE, motorway, false, none",
        "DE, living_street, true, walk",
        "CH, living_street, true, 20 km/h",
        "FR, secondary, false, 80 km/h",
        "GB, residential, true, 30 mph",
        "GB, primary, false, 60 mph",
        "US-OH, residential, true, 25 mph"
    })
    void theLawDependsOnCountryAndHouses(
            String country, String highway, boolean builtUp, String speed) {
        assertThat(laws.limit(country, builtUp, Map.of("highway", highway)).speed().text())
                .isEqualTo(speed);
    }

    @Test
    void anUnknownCountryHasNoKnownLaw() {
        assertThat(laws.limit("XX", true, Map.of("highway", "primary")))
                .isEqualTo(LegalLimit.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "DE:urban, 50 km/h",
        "RO:urban, 50 km/h",
        "DE:rural, 100 km/h",
        "DE:30, 30 km/h",
        "DE:motorway, none",
        "DE:living_street, walk",
        "DE:bicycle_road, 30 km/h",
        "GB:nsl_single, 60 mph",
        "GB:nsl_dual, 70 mph",
        "DE:whatever, -",
        "XX:urban, -"
    })
    void aZoneMeansWhatItsCountrySays(String zone, String expected) {
        Speed speed = laws.speed(SpeedZone.parse(zone), Map.of("highway", "secondary"));

        assertThat(speed == null ? "-" : speed.text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "49.41, 8.69, DE, Europe/Berlin, DE",
        "42.5063, 1.5218, AD, Europe/Andorra, AD",
        "42.35, 1.46, ES, Europe/Madrid, ES",
        "47.141, 9.521, LI, Europe/Vaduz, LI",
        "47.697, 8.689, DE, Europe/Busingen, DE",
        "39.96, -83.0, US, America/New_York, US-OH",
        "59.91, 10.75, NO, Europe/Oslo, NO",
        "51.5, -0.12, GB, Europe/London, GB"
    })
    void aPlaceHasACountryAClockAndALaw(
            double latitude, double longitude, String country, String zone, String law) {
        Jurisdiction found =
                borders.at((int) Math.round(latitude * 1e7), (int) Math.round(longitude * 1e7));

        assertThat(found.region().country()).isEqualTo(country);
        assertThat(found.region().zone()).isEqualTo(ZoneId.of(zone));
        assertThat(found.law()).isEqualTo(law);
    }

    @Test
    void onTheOceanThereIsNoCountry() {
        assertThat(borders.at(0, -300_000_000).region().country()).isEmpty();
    }
}
