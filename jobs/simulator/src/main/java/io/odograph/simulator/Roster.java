// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static io.odograph.schemas.DeviceKind.BLACK_BOX;
import static io.odograph.schemas.DeviceKind.EMBEDDED;
import static io.odograph.schemas.DeviceKind.OBD_DONGLE;
import static io.odograph.schemas.DeviceKind.PHONE;
import static io.odograph.simulator.transport.Corruption.BODY_MISSING;
import static io.odograph.simulator.transport.Corruption.EMPTY_VALUE;
import static io.odograph.simulator.transport.Corruption.IMU_LENGTHS;
import static io.odograph.simulator.transport.Corruption.LAST_BYTE_MISSING;
import static io.odograph.simulator.transport.Corruption.LATITUDE_91;
import static io.odograph.simulator.transport.Corruption.LENGTH_BOMB;
import static io.odograph.simulator.transport.Corruption.NAN_SPEED;
import static io.odograph.simulator.transport.Corruption.NULL_VALUE;
import static io.odograph.simulator.transport.Corruption.TRAILING_BYTES;
import static io.odograph.simulator.transport.Corruption.UNKNOWN_FINGERPRINT;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.SpeedSource;
import io.odograph.simulator.Casting.Life;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.CorruptBytes;
import io.odograph.simulator.scenario.Crash;
import io.odograph.simulator.scenario.Crashes;
import io.odograph.simulator.scenario.FutureClock;
import io.odograph.simulator.scenario.HardBraking;
import io.odograph.simulator.scenario.KerbStrike;
import io.odograph.simulator.scenario.LateRecord;
import io.odograph.simulator.scenario.LostRecords;
import io.odograph.simulator.scenario.OfflineUpload;
import io.odograph.simulator.scenario.OutOfOrder;
import io.odograph.simulator.scenario.PhoneDrop;
import io.odograph.simulator.scenario.Repetition;
import io.odograph.simulator.scenario.RoadBump;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.Slam;
import io.odograph.simulator.scenario.StaleFix;
import io.odograph.simulator.scenario.Tunnel;
import io.odograph.simulator.scenario.WeekRollover;
import io.odograph.simulator.sensor.SensorModel;
import io.odograph.simulator.town.TownTrips;
import io.odograph.simulator.transport.Corruption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Who does what: fifty roles. A larger fleet repeats them with other draws, a smaller one has the
 * first of them. Minutes are chosen so that everything is over by minute 27 of 30.
 */
final class Roster {

    private static final double EIGHT_G = 78.45;

    private static final List<Casting> ROLES = roles();

    private Roster() {}

    /** The role of a vehicle by its number, from 1. */
    static Casting roleOf(int number) {
        return ROLES.get((number - 1) % ROLES.size());
    }

    private static List<Casting> roles() {
        List<Casting> roles = new ArrayList<>();
        addCrashes(roles);
        addHarmless(roles);
        addTransport(roles);
        addDamage(roles);
        addOrdinary(roles);
        addOddCrashes(roles);
        return Collections.unmodifiableList(roles);
    }

    private static void addCrashes(List<Casting> roles) {
        roles.add(drives(EMBEDDED).with(8, Crash::frontal));
        roles.add(drives(OBD_DONGLE).with(11, Crash::frontal));
        roles.add(drives(BLACK_BOX).with(13, Crash::rearEnd));
        roles.add(drives(EMBEDDED).with(16, Crash::side));
        roles.add(drives(OBD_DONGLE).with(19, rng -> Crashes.rearEndStanding(rng, 18, 30)));
        roles.add(drives(PHONE).with(9, Crash::frontal));
        roles.add(drives(PHONE).uncounted().with(21, Roster::silentFrontal));
        roles.add(drives(EMBEDDED).with(14, Crash::frontalWithAirbag));
        roles.add(drives(EMBEDDED).with(18, Crash::rollover));
        roles.add(
                drives(OBD_DONGLE)
                        .with(10, Crash::frontal)
                        .with(24, new OfflineUpload(18 * 60, false)));
        roles.add(drives(BLACK_BOX).with(0.1, new WeekRollover()).with(15, Crash::frontal));
        roles.add(
                drives(PHONE)
                        .uncounted()
                        .sensors(SensorModel.phone(50, EIGHT_G))
                        .with(23, Crash::rearEnd));
    }

    private static void addHarmless(List<Casting> roles) {
        roles.add(drives(EMBEDDED).with(12, rng -> HardBraking.draw(rng, 20)));
        roles.add(drives(OBD_DONGLE).with(17, rng -> HardBraking.draw(rng, 0)));
        roles.add(drives(PHONE).uncounted().with(20, rng -> HardBraking.draw(rng, 0)));
        roles.add(drives(EMBEDDED).with(13, KerbStrike::denied));
        roles.add(drives(BLACK_BOX).with(16, StaleFix::draw));
        roles.add(drives(PHONE).with(22, RoadBump::pothole));
        roles.add(drives(OBD_DONGLE).with(18, RoadBump::speedBump));
        roles.add(drives(PHONE).with(14, PhoneDrop::moving));
        roles.add(
                drives(PHONE)
                        .uncounted()
                        .sensors(SensorModel.phone(50, 156.9))
                        .with(19, PhoneDrop::beforeRedLight));
        roles.add(drives(PHONE).with(17, PhoneDrop::parked));
        roles.add(drives(EMBEDDED).with(15, rng -> KerbStrike.draw(rng, 4)));
        roles.add(drives(OBD_DONGLE).with(21, rng -> KerbStrike.draw(rng, 9.5)));
    }

    private static void addTransport(List<Casting> roles) {
        roles.add(drives(EMBEDDED).with(12, Tunnel::draw));
        roles.add(drives(PHONE).with(15, Tunnel::draw));
        roles.add(drives(OBD_DONGLE).with(20, Slam::door));
        roles.add(
                drives(EMBEDDED)
                        .with(25, new OfflineUpload(20 * 60, false))
                        .with(6, TownTrips.schoolSpeeder()));
        roles.add(drives(PHONE).uncounted().with(22, new OfflineUpload(8 * 60, false)));
        roles.add(drives(OBD_DONGLE).with(19, new OfflineUpload(4 * 60, true)));
        roles.add(drives(EMBEDDED).with(13, new Repetition(40)).with(2, TownTrips.commuter()));
        roles.add(
                drives(BLACK_BOX).with(17, new Repetition(30)).with(2, TownTrips.besideMotorway()));
        roles.add(drives(EMBEDDED).with(14, new OutOfOrder(40)).with(13, TownTrips.minor()));
        roles.add(drives(OBD_DONGLE).with(18, new OutOfOrder(40)).with(15.5, TownTrips.severe()));
        roles.add(drives(BLACK_BOX).with(16, new LateRecord()).with(14.5, TownTrips.major()));
        roles.add(drives(EMBEDDED).with(20, new LateRecord()).with(22, new LostRecords(10)));
        roles.add(drives(OBD_DONGLE).with(15, new FutureClock(25)));
    }

    private static void addDamage(List<Casting> roles) {
        roles.add(
                drives(EMBEDDED)
                        .with(12, damage(LAST_BYTE_MISSING, TRAILING_BYTES, BODY_MISSING))
                        .with(3, TownTrips.truck()));
        roles.add(
                drives(OBD_DONGLE)
                        .with(16, damage(UNKNOWN_FINGERPRINT, LENGTH_BOMB))
                        .with(2, TownTrips.schoolHours()));
        roles.add(
                drives(BLACK_BOX)
                        .with(18, damage(NULL_VALUE, EMPTY_VALUE))
                        .with(11.5, TownTrips.afterSchoolHours()));
        roles.add(
                drives(EMBEDDED)
                        .with(21, damage(NAN_SPEED, LATITUDE_91, IMU_LENGTHS))
                        .with(9, TownTrips.roadWorks()));
    }

    private static CorruptBytes damage(Corruption... kinds) {
        List<Corruption> twice = new ArrayList<>(List.of(kinds));
        Collections.addAll(twice, kinds);
        return new CorruptBytes(twice);
    }

    private static void addOrdinary(List<Casting> roles) {
        roles.add(drives(EMBEDDED).with(3, TownTrips.tunnel()));
        roles.add(drives(OBD_DONGLE).with(8, TownTrips.limitChange()));
        roles.add(drives(BLACK_BOX).with(3, TownTrips.seldomReported()));
        roles.add(
                drives(PHONE)
                        .uncounted()
                        .with(12, new Repetition(20))
                        .with(2, TownTrips.motorway()));
        roles.add(drives(EMBEDDED).with(4, TownTrips.betweenReports()));
        roles.add(new Casting(OBD_DONGLE, Life.PARKED));
    }

    private static void addOddCrashes(List<Casting> roles) {
        roles.add(
                drives(OBD_DONGLE)
                        .sensors(SensorModel.speedOnly(SpeedSource.WHEEL))
                        .with(12, Crashes::speedOnly));
        roles.add(drives(BLACK_BOX).with(17, Roster::frontalAndMore));
        roles.add(new Casting(EMBEDDED, Life.PARKED).with(20, rng -> Crashes.parked(rng, 18, 30)));
    }

    private static Scenario silentFrontal(Rng rng) {
        return Crashes.silenced(Crash.frontal(rng), rng);
    }

    private static Scenario frontalAndMore(Rng rng) {
        return Crashes.multiplied(Crash.frontal(rng), rng);
    }

    private static Casting drives(DeviceKind kind) {
        return new Casting(kind, Life.DRIVES);
    }
}
