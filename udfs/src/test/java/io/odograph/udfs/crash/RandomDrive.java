// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Flags;
import io.odograph.udfs.testing.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A stream of records in which anything may happen; all of it hangs on the seed. */
final class RandomDrive {

    private final SplittableRandom random;
    private final Drive drive = Drive.of("car");
    private double speed = 60;

    private RandomDrive(long seed) {
        random = new SplittableRandom(seed);
    }

    static List<Telemetry> records(long seed, int steps) {
        RandomDrive made = new RandomDrive(seed);
        for (int i = 0; i < steps; i++) {
            made.step();
        }
        return made.received();
    }

    /** Receive times go on where the device sets its clock back. */
    private List<Telemetry> received() {
        List<Telemetry> records = new ArrayList<>();
        long received = 0;
        for (Telemetry record : drive.records()) {
            received = Math.max(received + random.nextInt(200), record.receivedAt());
            records.add(Drive.receivedAt(record, received));
        }
        return records;
    }

    private void step() {
        speed = random.nextInt(6) == 0 ? random.nextDouble(130) : speed;
        switch (random.nextInt(24)) {
            case 0 -> drive.recording(speed, pulse(drive.records()));
            case 1 -> drive.says(random.nextBoolean() ? 0 : speed, flags());
            case 2 -> drive.reports(speed, random.nextBoolean());
            case 3 -> respond();
            case 4 -> drive.after(random.nextInt(400_000) - 100_000);
            case 5 -> drive.resting(random.nextInt(80));
            case 6 -> drive.braking(speed, 0, 0.3 + random.nextDouble());
            case 7 -> drive.speechless(random.nextInt(30));
            case 8 -> drive.fix(any(FixType.values()), random.nextInt(8_000) - 4_000);
            case 9 -> drive.held();
            case 10 -> drive.found();
            case 11 -> drive.every(random.nextInt(4) == 0 ? 100 + random.nextInt(900) : 1_000);
            case 12 -> device();
            default -> drive.driving(speed, 1 + random.nextInt(12));
        }
    }

    private void device() {
        switch (random.nextInt(4)) {
            case 0 -> drive.phone();
            case 1 -> drive.gnss();
            case 2 -> drive.handled(random.nextBoolean());
            default -> drive.device("d" + random.nextInt(3));
        }
    }

    private void respond() {
        if (random.nextInt(3) == 0) {
            drive.responds(speed, any(DriverResponse.values()));
        }
    }

    private Flags flags() {
        Flags flags =
                Flags.NONE
                        .ignition(any(LowVoltageSystemState.values()))
                        .rollover(any(Rollover.values()));
        flags = random.nextBoolean() ? flags.airbag(random.nextInt(4) == 0) : flags;
        return random.nextBoolean() ? flags.fuelCutOff(random.nextInt(4) == 0) : flags;
    }

    private ImuBurst pulse(List<Telemetry> before) {
        long last = before.isEmpty() ? Drive.START : before.get(before.size() - 1).eventTime();
        Pulse pulse =
                Pulse.of(part(), part(), part())
                        .lasting(10 + random.nextInt(200))
                        .at(1 + random.nextInt(200))
                        .range(random.nextInt(4) == 0 ? Double.NaN : 5 + random.nextInt(200))
                        .within(random.nextDouble(2), 0.1 + random.nextDouble())
                        .after(random.nextInt(3) == 0 ? random.nextDouble() : 0);
        pulse = random.nextBoolean() ? pulse.inDeviceAxes() : pulse;
        pulse = pulse.within(pulse.before() + 1 / pulse.rate(), pulse.after());
        return pulse.burst(last + random.nextInt(60_000) - 50_000);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private double part() {
        return random.nextDouble(60) - 30;
    }
}
