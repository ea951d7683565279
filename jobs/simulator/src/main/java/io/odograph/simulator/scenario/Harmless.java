// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everything that is not a crash and may look like one to some device. */
public final class Harmless {

    private static final List<Function<Rng, Scenario>> ANY_DEVICE =
            List.of(
                    HardBraking::any,
                    RoadBump::pothole,
                    RoadBump::speedBump,
                    RoughRoad::railwayCrossing,
                    RoughRoad::cobbles,
                    Harmless::kerbStrike,
                    KerbStrike::denied,
                    Slam::door,
                    Slam::boot);

    private static final List<Function<Rng, Scenario>> PHONE =
            List.of(
                    PhoneDrop::moving,
                    PhoneDrop::parked,
                    PhoneDrop::beforeRedLight,
                    PhoneHandling::handled,
                    PhoneHandling::thrown);

    private static final List<Function<Rng, Scenario>> SATELLITES =
            List.of(StaleFix::draw, ZeroedFix::draw, PositionJump::draw);

    private static final List<Function<Rng, Scenario>> BUS = List.of(WheelDropout::draw);

    private Harmless() {}

    /** A kerb strike of 3 to 14 km/h at the sensor, without an answer. */
    public static KerbStrike kerbStrike(Rng rng) {
        return KerbStrike.draw(rng, rng.uniform(3, 14));
    }

    /** Every harmless event that a kind of device can meet. */
    public static List<Function<Rng, Scenario>> of(DeviceKind kind) {
        boolean bus = kind == DeviceKind.EMBEDDED || kind == DeviceKind.OBD_DONGLE;
        List<Function<Rng, Scenario>> events = new ArrayList<>(ANY_DEVICE);
        if (kind == DeviceKind.PHONE) {
            events.addAll(PHONE);
        }
        events.addAll(bus ? BUS : SATELLITES);
        return events;
    }

    /** One of them, each with the same chance. */
    public static Scenario any(DeviceKind kind, Rng rng) {
        List<Function<Rng, Scenario>> events = of(kind);
        return events.get(rng.below(events.size())).apply(rng);
    }
}
