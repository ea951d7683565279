// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Device;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.HardBraking;
import io.odograph.simulator.scenario.Harmless;
import io.odograph.simulator.scenario.KerbStrike;
import io.odograph.simulator.scenario.PhoneDrop;
import io.odograph.simulator.scenario.PhoneHandling;
import io.odograph.simulator.scenario.PositionJump;
import io.odograph.simulator.scenario.RoadBump;
import io.odograph.simulator.scenario.RoughRoad;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.Slam;
import io.odograph.simulator.scenario.StaleFix;
import io.odograph.simulator.scenario.Tunnel;
import io.odograph.simulator.scenario.WheelDropout;
import io.odograph.simulator.scenario.ZeroedFix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What must raise no alert. How often each happens is an assumption, meant to be high: nobody has
 * published such rates for the strengths that are drawn here.
 */
final class HazardSuite {

    private static final List<Double> RATES = List.of(100.0, 50.0, 25.0, 10.0);
    private static final List<Double> RANGES = List.of(4.0, 16.0, 50.0);

    private HazardSuite() {}

    /** All kinds. */
    static List<Hazard> all() {
        List<Sensing> any = devices(Device.values());
        List<Sensing> phones = devices(Device.PHONE);
        List<Sensing> satellites = satellites();
        List<Sensing> bus = devices(Device.EMBEDDED, Device.OBD_DONGLE);
        List<Hazard> all = new ArrayList<>();
        all.add(strict("hard-braking", 20, HardBraking::any, any));
        all.add(strict("pothole", 100, RoadBump::pothole, any));
        all.add(strict("speed-bump", 100, RoadBump::speedBump, any));
        all.add(open("railway-crossing", 50, RoughRoad::railwayCrossing, any));
        all.add(open("cobbles", 50, RoughRoad::cobbles, any));
        all.add(open("kerb-strike", 5, Harmless::kerbStrike, any));
        all.add(open("kerb-strike-denied", 2, KerbStrike::denied, any));
        all.add(open("kerb-strike-red-light", 2, KerbStrike::beforeRedLight, any));
        all.add(strict("door-slam", 100, Slam::door, any));
        all.add(strict("boot-slam", 50, Slam::boot, any));
        all.add(strict("phone-drop-driving", 5, PhoneDrop::moving, phones));
        all.add(strict("phone-drop-parked", 10, PhoneDrop::parked, phones));
        all.add(strict("phone-drop-red-light", 5, PhoneDrop::beforeRedLight, phones));
        all.add(open("phone-handled", 50, PhoneHandling::handled, phones));
        all.add(open("phone-thrown", 5, PhoneHandling::thrown, phones));
        all.add(strict("stale-fix", 50, StaleFix::draw, satellites));
        all.add(strict("zeroed-fix", 20, ZeroedFix::draw, satellites));
        all.add(open("position-jump", 50, PositionJump::draw, satellites));
        all.add(open("wheel-drop-out", 5, WheelDropout::draw, bus));
        all.add(strict("tunnel", 50, Tunnel::draw, any));
        return all;
    }

    private static Hazard strict(
            String name,
            double per1000Hours,
            Function<Rng, ? extends Scenario> draw,
            List<Sensing> devices) {
        return new Hazard(name, per1000Hours, true, draw, devices);
    }

    private static Hazard open(
            String name,
            double per1000Hours,
            Function<Rng, ? extends Scenario> draw,
            List<Sensing> devices) {
        return new Hazard(name, per1000Hours, false, draw, devices);
    }

    /** Each as its data sheet says and with other accelerometers. */
    private static List<Sensing> devices(Device... kinds) {
        List<Sensing> all = new ArrayList<>();
        for (Device kind : kinds) {
            all.add(Sensing.typical(kind));
        }
        for (double rate : RATES) {
            for (double range : RANGES) {
                for (Device kind : kinds) {
                    all.add(Sensing.imu(kind, rate, range, 0.15));
                }
            }
        }
        return all;
    }

    /** Everything whose speed comes from satellites. */
    private static List<Sensing> satellites() {
        List<Sensing> all = devices(Device.BLACK_BOX, Device.PHONE);
        all.add(Sensing.satelliteSpeed(0, 0.15));
        all.add(Sensing.satelliteSpeed(1.4, 0.64));
        return all;
    }
}
