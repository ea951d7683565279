// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import io.odograph.udfs.road.Region;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.iakovlev.timeshape.TimeZoneEngine;
import org.jspecify.annotations.Nullable;

/**
 * Finds country, state and time zone of places. Each time zone lies in one country, so that the
 * exact borders of time zones give the country, too.
 */
public final class Jurisdictions {

    private static final String ZONES = "/io/odograph/roads/zones.tab";

    private final Map<String, String> countries = new HashMap<>();
    private final Map<Jurisdiction, Jurisdiction> known = new HashMap<>();
    private final @Nullable TimeZoneEngine engine;
    private final @Nullable String country;
    private final @Nullable ZoneId zone;
    private final LegalSpeeds laws;
    private final States states;

    /**
     * Loads borders as far as they are needed.
     *
     * @param laws tell which states have speeds of their own
     * @param country that all is in, or null to look
     * @param zone that all is in, or null to look
     */
    public Jurisdictions(LegalSpeeds laws, @Nullable String country, @Nullable ZoneId zone)
            throws IOException {
        this.country = country;
        this.zone = zone;
        this.laws = laws;
        this.states = States.load(laws::knows);
        loadCountries();
        this.engine = country != null && zone != null ? null : TimeZoneEngine.initialize(true);
    }

    /** Of a place in degrees times 10^7. */
    public Jurisdiction at(int latitudeE7, int longitudeE7) {
        double latitude = latitudeE7 / 1e7;
        double longitude = longitudeE7 / 1e7;
        Optional<ZoneId> found =
                engine == null ? Optional.empty() : engine.query(latitude, longitude);
        ZoneId clock = zone != null ? zone : found.orElse(null);
        String land =
                country != null ? country : found.map(id -> countries.get(id.getId())).orElse("");
        String state = states.at(land, latitude, longitude);
        String law = state != null && laws.knows(state) ? state : land;
        // One object for each, of which there may be millions.
        Jurisdiction jurisdiction = new Jurisdiction(new Region(land, clock), law);
        Jurisdiction same = known.putIfAbsent(jurisdiction, jurisdiction);
        return same == null ? jurisdiction : same;
    }

    private void loadCountries() throws IOException {
        try (InputStream in = Jurisdictions.class.getResourceAsStream(ZONES)) {
            if (in == null) {
                throw new FileNotFoundException(ZONES);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    countries.put(line.substring(tab + 1), line.substring(0, tab));
                }
            }
        }
    }
}
