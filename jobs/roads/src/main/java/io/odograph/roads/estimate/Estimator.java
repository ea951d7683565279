// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Estimates limits: by the vote of neighbours, else by the mode of the region, else by the law.
 * Whatever it is, the law and common sense cap it.
 */
public final class Estimator {

    /** On a street for pedestrians no country allows more, km/h (20 in Switzerland and Austria). */
    private static final double LIVING_STREET = 20;

    /** Hardly any country allows more on a residential street, km/h (60 in Poland at night). */
    private static final double RESIDENTIAL = 60;

    private static final Speed LIVING_STREET_MPH = Speed.mph(10);
    private static final Speed RESIDENTIAL_MPH = Speed.mph(35);

    private final List<Speed> speeds;
    private final Neighbours neighbours;
    private final GroupModes modes;

    /**
     * Estimates from known roads.
     *
     * @param voters the known roads
     * @param groups how many groups there are
     * @param speeds limits by their number
     */
    public Estimator(List<Voter> voters, int groups, List<Speed> speeds) {
        this.speeds = List.copyOf(speeds);
        this.neighbours = new Neighbours(voters);
        this.modes = new GroupModes(voters, groups, speeds.size());
    }

    /** Best estimate for a road, or null if there is nothing to go by. */
    public @Nullable Estimate estimate(Place place) {
        return estimate(place, -1);
    }

    /** The same while the tags of a fold are hidden. */
    @Nullable Estimate estimate(Place place, int hidden) {
        Vote vote =
                neighbours.vote(
                        place.latitude(),
                        place.longitude(),
                        place.group(),
                        place.name(),
                        speeds.size(),
                        hidden);
        if (vote != null) {
            return of(LimitSource.NEIGHBOURS, place, vote);
        }
        Vote mode = modes.mode(place.group(), hidden);
        return mode != null ? of(LimitSource.REGIONAL, place, mode) : byLaw(place);
    }

    /** What the law alone says, or null. */
    static @Nullable Estimate byLaw(Place place) {
        Speed speed = place.law().speed();
        return speed == null || speed.kind() == LimitKind.VARIABLE
                ? null
                : new Estimate(
                        LimitSource.LEGAL_DEFAULT,
                        place.roadClass(),
                        1,
                        false,
                        sane(place.roadClass(), speed));
    }

    private Estimate of(LimitSource source, Place place, Vote vote) {
        return new Estimate(
                source,
                place.roadClass(),
                vote.agreement(),
                vote.named(),
                capped(place, speeds.get(vote.value())));
    }

    private static Speed capped(Place place, Speed speed) {
        Speed sane = sane(place.roadClass(), speed);
        if (sane.kmh() <= place.cap()) {
            return sane;
        }
        Speed law = place.law().speed();
        return law != null && law.kmh() == place.cap() ? law : Speed.kmh((float) place.cap());
    }

    private static Speed sane(RoadClass roadClass, Speed speed) {
        if (roadClass == RoadClass.LIVING_STREET && speed.kmh() > LIVING_STREET) {
            return speed.mph() ? LIVING_STREET_MPH : Speed.kmh((float) LIVING_STREET);
        }
        if (roadClass == RoadClass.RESIDENTIAL && speed.kmh() > RESIDENTIAL) {
            return speed.mph() ? RESIDENTIAL_MPH : Speed.kmh((float) RESIDENTIAL);
        }
        return speed;
    }
}
