// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Shows real recordings to the detector. */
final class RecordedSuite {

    private static final double DROPPED = 60.3;
    private static final double LENGTH = 185;

    /** What a phone's own trigger keeps around a shock, s. */
    private static final double BEFORE = 1.5;

    private static final double AFTER = 1;

    /** Everything that a recording has, s. */
    private static final double ALL = 60;

    private RecordedSuite() {}

    /** One row for each kind of recording that the folder has. */
    static List<RecordedRow> run(Path folder) {
        List<RecordedRow> rows = new ArrayList<>();
        LaboratoryCrash.in(folder.resolve("nhtsa_7292")).forEach(crash -> rows.add(crash.run()));
        Map<String, PhoneLog> phones = new LinkedHashMap<>();
        for (Path file :
                Recordings.files(folder.resolve("phone_freefall"), "(fall|up_and_down)_.*")) {
            phones.put(file.getFileName().toString(), Recordings.phone(Recordings.lines(file)));
        }
        if (!phones.isEmpty()) {
            rows.add(drops("phone drops and throws, driving on at 60 km/h", phones, time -> 60));
            rows.add(drops("the same just before a red light", phones, RecordedSuite::redLight));
            rows.add(drops("the same in a parked vehicle", phones, time -> 0));
        }
        trips(rows, folder);
        bus(rows, folder);
        return rows;
    }

    /** Brakes with 2.5 m/s2 three seconds after the drop, stands for 40 s, and drives on. */
    static double redLight(double time) {
        double braking = 60 - Math.max(0, time - DROPPED - 3) * 2.5 * 3.6;
        double starts = Math.max(0, time - DROPPED - 3 - 60 / 2.5 / 3.6 - 40) * 1.5 * 3.6;
        return Math.max(Math.max(0, braking), Math.min(60, starts));
    }

    private static RecordedRow drops(
            String name, Map<String, PhoneLog> phones, DoubleUnaryOperator speed) {
        List<String> told = new ArrayList<>();
        int shown = 0;
        int suspected = 0;
        for (Map.Entry<String, PhoneLog> phone : phones.entrySet()) {
            for (boolean whole : new boolean[] {false, true}) {
                Drive drive = new Drive(DeviceKind.PHONE, SpeedSource.GNSS);
                long hit = Drive.START + Math.round(DROPPED * 1000);
                drive.feel(
                        whole
                                ? phone.getValue().around(hit, ALL, ALL)
                                : phone.getValue().around(hit, BEFORE, AFTER));
                for (double second = 0; second < LENGTH; second++) {
                    drive.report(second, speed.applyAsDouble(second));
                }
                shown++;
                List<Incident> incidents = Judge.incidents(drive.records());
                suspected += incidents.size();
                String what = phone.getKey() + (whole ? ", whole: " : ", cut: ");
                incidents.forEach(incident -> told.add(what + incident.describe()));
            }
        }
        return quiet(name, phones.size() + " recordings, " + shown + " drives", suspected, told);
    }

    private static void trips(List<RecordedRow> rows, Path folder) {
        for (Path file : Recordings.files(folder.resolve("nds_br"), "driver_.*")) {
            Map<String, Drive> drives = new LinkedHashMap<>();
            List<Recordings.Second> seconds = Recordings.trips(Recordings.lines(file));
            for (Recordings.Second second : seconds) {
                drives.computeIfAbsent(
                                second.trip(),
                                trip -> new Drive(DeviceKind.BLACK_BOX, SpeedSource.GNSS))
                        .report(
                                second.time(),
                                second.speed(),
                                second.latitude(),
                                second.longitude());
            }
            rows.add(drives("naturalistic driving, satellite speed", drives.values()));
        }
    }

    private static void bus(List<RecordedRow> rows, Path folder) {
        List<Drive> drives = new ArrayList<>();
        for (Path file : Recordings.files(folder.resolve("carobd_etios"), ".*\\.csv\\.gz")) {
            Drive drive = new Drive(DeviceKind.OBD_DONGLE, SpeedSource.WHEEL);
            for (Recordings.Second second : Recordings.bus(Recordings.lines(file))) {
                drive.report(second.time(), second.speed(), Double.NaN, Double.NaN);
            }
            drives.add(drive);
        }
        if (!drives.isEmpty()) {
            rows.add(drives("diagnostic socket, wheel speed", drives));
        }
    }

    private static RecordedRow drives(String name, Iterable<Drive> drives) {
        List<String> told = new ArrayList<>();
        int suspected = 0;
        int count = 0;
        double hours = 0;
        for (Drive drive : drives) {
            List<Telemetry> records = drive.records();
            List<Incident> incidents = Judge.incidents(records);
            incidents.forEach(incident -> told.add(name + ": " + incident.describe()));
            suspected += incidents.size();
            count++;
            long lasts = records.get(records.size() - 1).eventTime() - records.get(0).eventTime();
            hours += lasts / 3_600_000.0;
        }
        String material = String.format(Locale.ROOT, "%d drives, %.2f h", count, hours);
        return quiet(name, material, suspected, told);
    }

    private static RecordedRow quiet(
            String name, String material, int suspected, List<String> told) {
        return new RecordedRow(
                name, material, "no incident", suspected + " incidents", suspected == 0, told);
    }
}
