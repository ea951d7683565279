// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.FenceSettings;
import io.odograph.udfs.fence.FenceThresholds;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Options of the geofence pipeline; the reasons for the defaults stand at {@link FenceThresholds}.
 * What a fence states of these comes before them.
 */
public final class BreachOptions {

    private static final FenceSettings SETTINGS = FenceSettings.DEFAULTS;
    private static final FenceThresholds DEFAULTS = SETTINGS.thresholds();

    /** Positions that confirm a crossing. */
    public static final ConfigOption<Integer> CONFIRMATIONS =
            ConfigOptions.key(FenceThresholds.CONFIRMATIONS)
                    .intType()
                    .defaultValue((int) DEFAULTS.confirmations())
                    .withDescription(
                            "Positions in a row on the other side that make a crossing, 1 to 10. 1: "
                                    + "one that is off is a breach; more: alerts come so many "
                                    + "positions later.");

    /** Hysteresis. */
    public static final ConfigOption<Double> HYSTERESIS =
            ConfigOptions.key(FenceThresholds.HYSTERESIS)
                    .doubleType()
                    .defaultValue(DEFAULTS.hysteresis())
                    .withDescription(
                            "How far outside a vehicle must be to have left, m, beyond the accuracy "
                                    + "of its position. Small: who drives along the line comes and "
                                    + "goes; large: short ways out are missed.");

    /** Least time inside. */
    public static final ConfigOption<Duration> MIN_INSIDE =
            ConfigOptions.key(FenceThresholds.MIN_INSIDE)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.minInside()))
                    .withDescription(
                            "How long a vehicle must be inside for that to count. 0: driving through "
                                    + "counts.");

    /** Least time outside. */
    public static final ConfigOption<Duration> MIN_OUTSIDE =
            ConfigOptions.key(FenceThresholds.MIN_OUTSIDE)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.minOutside()))
                    .withDescription("How long it must be outside for that to count.");

    /** Dwell. */
    public static final ConfigOption<Duration> DWELL =
            ConfigOptions.key(FenceThresholds.DWELL)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.dwell()))
                    .withDescription(
                            "How long a visit to a ZONE must last for a dwell to be told; 0: none "
                                    + "is.");

    /** Updates of what lasts. */
    public static final ConfigOption<Duration> UPDATE_EVERY =
            ConfigOptions.key(FenceThresholds.UPDATE_EVERY)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.updateEvery()))
                    .withDescription(
                            "How often a breach that lasts is told anew; 0: only every 30 days.");

    /** Longest way between positions. */
    public static final ConfigOption<Duration> MAX_GAP =
            ConfigOptions.key("geofence.max-gap")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.maxGap()))
                    .withDescription(
                            "Between two positions further apart in time nothing is known of the "
                                    + "way. Shorter than the reporting interval: small fences are "
                                    + "driven through unseen, and times of crossings are those of "
                                    + "positions.");

    /** Silence after which a breach is over. */
    public static final ConfigOption<Duration> SILENCE_AFTER =
            ConfigOptions.key("geofence.silence-after")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.silenceAfter()))
                    .withDescription(
                            "Receive time without a position after which breaches and visits are "
                                    + "over; where vehicles sleep over a weekend, longer, and "
                                    + "clock.retention with it.");

    /** How coarse positions are. */
    public static final ConfigOption<Double> POSITION_GRID =
            ConfigOptions.key("geofence.position.grid")
                    .doubleType()
                    .defaultValue(SETTINGS.positionGrid())
                    .withDescription(
                            "Width of the cells, m, to whose centres the positions of alerts are "
                                    + "moved. 0: as measured. The fence itself still tells where "
                                    + "the vehicle was.");

    /** How fences come to tasks. */
    public static final ConfigOption<String> DISTRIBUTION =
            ConfigOptions.key("geofence.distribution")
                    .stringType()
                    .defaultValue("broadcast")
                    .withDescription(
                            "broadcast: every task has all fences, at most 10,000. cells: each cell of "
                                    + "the world has its own, and only those to keep in, and those "
                                    + "wider than half a degree, are with every task, at most 10,000; "
                                    + "two shuffles more. The alerts are the same. To change it, "
                                    + "begin without state.");

    /** Topic of the alerts. */
    public static final ConfigOption<String> ALERTS_TOPIC =
            ConfigOptions.key("alerts.geofence.topic")
                    .stringType()
                    .defaultValue("alerts.geofence")
                    .withDescription("Topic of the alerts; its key is the vehicle id.");

    /** Guarantee of the alerts. */
    public static final ConfigOption<String> ALERTS_GUARANTEE =
            ConfigOptions.key("alerts.geofence.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription(
                            "exactly-once: read_committed consumers see an alert after the next "
                                    + "checkpoint, once. at-least-once: they see it at once, and "
                                    + "perhaps again after a failure, under the same id.");

    private BreachOptions() {}

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
