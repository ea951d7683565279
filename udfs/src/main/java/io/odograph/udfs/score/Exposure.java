// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import java.util.Arrays;
import java.util.List;

/**
 * What a score is made of: how far and how long was driven, and what happened meanwhile. Whole
 * numbers, so that days add up to the same in any order.
 */
public final class Exposure {

    /** Counters of harsh events. */
    static final int SLOTS = 9;

    /** Counters of braking, of acceleration and of cornering begin here. */
    static final int BRAKING = 0;

    static final int ACCELERATION = 3;
    static final int CORNERING = 6;

    private static final double MM_PER_KM = 1e6;
    private static final double MS_PER_HOUR = 3.6e6;

    private final int[] harsh = new int[SLOTS];
    private long distance;
    private long nightDistance;
    private long rushDistance;
    private long moving;
    private long phone;
    private long phoneKnown;
    private long unbelted;
    private long beltKnown;
    private float maxSpeed = Float.NaN;

    /** Of nothing. */
    public Exposure() {}

    /** Of a stretch of driving. */
    public static Exposure of(DrivingTotals totals) {
        Exposure exposure = new Exposure();
        exposure.distance = totals.distance;
        exposure.nightDistance = totals.nightDistance;
        exposure.rushDistance = totals.rushDistance;
        exposure.moving = totals.moving;
        exposure.phone = totals.phone;
        exposure.phoneKnown = totals.phoneKnown;
        exposure.unbelted = totals.unbelted;
        exposure.beltKnown = totals.beltKnown;
        exposure.maxSpeed = totals.maxSpeed;
        count(totals, exposure.harsh);
        return exposure;
    }

    /** Of the days of a stretch of time. */
    static Exposure of(List<ScoreDay> days) {
        Exposure exposure = new Exposure();
        days.forEach(exposure::add);
        return exposure;
    }

    private void add(ScoreDay day) {
        distance += day.distance;
        nightDistance += day.nightDistance;
        rushDistance += day.rushDistance;
        moving += day.moving;
        phone += day.phone;
        phoneKnown += day.phoneKnown;
        unbelted += day.unbelted;
        beltKnown += day.beltKnown;
        if (Float.isNaN(maxSpeed) || day.maxSpeed > maxSpeed) {
            maxSpeed = day.maxSpeed;
        }
        for (int i = 0; i < SLOTS; i++) {
            harsh[i] += day.harsh[i];
        }
    }

    /** Counts what is of a grade or above, so that a higher grade never counts for less. */
    static void count(DrivingTotals totals, int[] counts) {
        Arrays.fill(counts, 0);
        for (HarshKind kind : HarshKind.values()) {
            for (HarshGrade grade : HarshGrade.values()) {
                for (HarshGrade atLeast : HarshGrade.values()) {
                    if (grade.compareTo(atLeast) >= 0) {
                        counts[slot(kind, atLeast)] +=
                                totals.harsh[DrivingTotals.slot(kind, grade)];
                    }
                }
            }
        }
    }

    /** Where events of a kind and of at least a grade are counted; corners of both sides as one. */
    @SuppressWarnings("EnumOrdinal")
    static int slot(HarshKind kind, HarshGrade atLeast) {
        int begin =
                switch (kind) {
                    case BRAKING -> BRAKING;
                    case ACCELERATION -> ACCELERATION;
                    case CORNERING_LEFT, CORNERING_RIGHT -> CORNERING;
                };
        return begin + atLeast.ordinal();
    }

    /** Events that are counted there. */
    int harsh(int slot) {
        return harsh[slot];
    }

    /** Distance driven, km. */
    public double kilometres() {
        return distance / MM_PER_KM;
    }

    /** Time in motion, h. */
    public double hours() {
        return moving / MS_PER_HOUR;
    }

    double nightKilometres() {
        return nightDistance / MM_PER_KM;
    }

    double rushKilometres() {
        return rushDistance / MM_PER_KM;
    }

    /** Distance of which it is known whether the phone was in a hand, km, as the time has it. */
    double phoneKnownKilometres() {
        return part(phoneKnown);
    }

    double phoneKilometres() {
        return part(phone);
    }

    double beltKnownKilometres() {
        return part(beltKnown);
    }

    double unbeltedKilometres() {
        return part(unbelted);
    }

    private double part(long time) {
        return moving == 0 ? 0 : kilometres() * time / moving;
    }

    /** A number that stands for it: the same driving, the same number. */
    long digest() {
        long sum = Float.floatToIntBits(maxSpeed);
        long[] parts = {
            distance, nightDistance, rushDistance, moving, phone, phoneKnown, unbelted, beltKnown
        };
        for (long part : parts) {
            sum = mix(sum, part);
        }
        for (int count : harsh) {
            sum = mix(sum, count);
        }
        return sum;
    }

    private static long mix(long sum, long value) {
        long mixed = (sum ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Highest speed, km/h, or NaN. */
    float maxSpeed() {
        return maxSpeed;
    }
}
