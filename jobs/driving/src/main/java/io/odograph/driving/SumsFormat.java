// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.schemas.DrivingSums;
import io.odograph.schemas.HarshCount;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.driving.SpeedSketch;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import java.util.ArrayList;
import java.util.List;

/** What a stretch of driving adds up to, as the contract has it. */
final class SumsFormat {

    private SumsFormat() {}

    static DrivingSums toAvro(DrivingTotals totals) {
        float[] speeds = SpeedSketch.quantiles(totals.speeds, 0.5, 0.85, 0.95);
        return DrivingSums.newBuilder()
                .setDistance(metres(totals.distance))
                .setMovingTime(totals.moving)
                .setIdleTime(totals.idle)
                .setUnknownTime(totals.unknown)
                .setSpeedMean(AlertHeaders.known(totals.meanSpeed()))
                .setSpeedMax(AlertHeaders.known((double) totals.maxSpeed))
                .setSpeedP50(AlertHeaders.known((double) speeds[0]))
                .setSpeedP85(AlertHeaders.known((double) speeds[1]))
                .setSpeedP95(AlertHeaders.known((double) speeds[2]))
                .setAccelerationDeviation(AlertHeaders.known(totals.accelerationDeviation()))
                .setHarsh(harsh(totals))
                .setNightTime(totals.night)
                .setNightDistance(metres(totals.nightDistance))
                .setRushTime(totals.rush)
                .setRushDistance(metres(totals.rushDistance))
                .setPhoneTime(totals.phone)
                .setPhoneKnownTime(totals.phoneKnown)
                .setUnbeltedTime(totals.unbelted)
                .setBeltKnownTime(totals.beltKnown)
                .setEngineSpeedMax(AlertHeaders.known((double) totals.maxEngineSpeed))
                .setCoolantTemperatureMax(AlertHeaders.known((double) totals.maxCoolant))
                .setBatteryVoltageMin(AlertHeaders.known((double) totals.minVoltage))
                .setBatteryVoltageMax(AlertHeaders.known((double) totals.maxVoltage))
                .setRecords(totals.records)
                .setRecordsMissed(totals.missed)
                .setFixes(totals.fixes)
                .setFixesRefused(totals.fixesRefused)
                .build();
    }

    static double metres(long millimetres) {
        return millimetres / 1e3;
    }

    private static List<HarshCount> harsh(DrivingTotals totals) {
        List<HarshCount> counts = new ArrayList<>();
        for (HarshKind kind : HarshKind.values()) {
            for (HarshGrade grade : HarshGrade.values()) {
                int count = totals.harsh[DrivingTotals.slot(kind, grade)];
                if (count > 0) {
                    counts.add(
                            new HarshCount(
                                    io.odograph.schemas.HarshKind.valueOf(kind.name()),
                                    io.odograph.schemas.HarshGrade.valueOf(grade.name()),
                                    count));
                }
            }
        }
        return counts;
    }
}
