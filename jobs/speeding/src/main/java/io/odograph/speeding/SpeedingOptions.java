// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.udfs.speeding.SpeedingSettings;
import io.odograph.udfs.speeding.SpeedingThresholds;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Options of the speeding pipeline; the reasons for the defaults stand at {@link
 * SpeedingThresholds}.
 */
public final class SpeedingOptions {

    private static final SpeedingSettings SETTINGS = SpeedingSettings.DEFAULTS;
    private static final SpeedingThresholds DEFAULTS = SETTINGS.thresholds();

    /** Whether speeding is watched. */
    public static final ConfigOption<Boolean> ENABLED =
            ConfigOptions.key(SpeedingThresholds.ENABLED)
                    .booleanType()
                    .defaultValue(DEFAULTS.enabled() > 0)
                    .withDescription(
                            "Whether speeding is watched where no rule says otherwise; in rules 1 or "
                                    + "0.");

    /** Tolerance as a number. */
    public static final ConfigOption<Double> TOLERANCE_ABSOLUTE =
            ConfigOptions.key(SpeedingThresholds.TOLERANCE_ABSOLUTE)
                    .doubleType()
                    .defaultValue(DEFAULTS.toleranceAbsolute())
                    .withDescription(
                            "Excess that always passes, km/h. Any excess is an offence; this is what "
                                    + "you choose not to hear of. Low: errors of speed count.");

    /** Tolerance as a share. */
    public static final ConfigOption<Double> TOLERANCE_RELATIVE =
            ConfigOptions.key(SpeedingThresholds.TOLERANCE_RELATIVE)
                    .doubleType()
                    .defaultValue(DEFAULTS.toleranceRelative())
                    .withDescription(
                            "Excess that always passes, % of the limit; the larger of the two "
                                    + "counts.");

    /** Hysteresis. */
    public static final ConfigOption<Double> HYSTERESIS =
            ConfigOptions.key(SpeedingThresholds.HYSTERESIS)
                    .doubleType()
                    .defaultValue(DEFAULTS.hysteresis())
                    .withDescription(
                            "How far below its tolerance an excess must fall to count as over, km/h. "
                                    + "Small: one drive at the edge is many episodes.");

    /** Shortest episode. */
    public static final ConfigOption<Duration> MIN_DURATION =
            ConfigOptions.key(SpeedingThresholds.MIN_DURATION)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.minDuration()))
                    .withDescription(
                            "How long a vehicle must be above the tolerance. Short: overtaking "
                                    + "counts; long: alerts come later, and short streets never "
                                    + "count.");

    /** Interruption that is bridged. */
    public static final ConfigOption<Duration> MERGE_GAP =
            ConfigOptions.key(SpeedingThresholds.MERGE_GAP)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.mergeGap()))
                    .withDescription("An excess that returns within so long is the same episode.");

    /** Ignorance that is bridged. */
    public static final ConfigOption<Duration> MAX_GAP =
            ConfigOptions.key(SpeedingThresholds.MAX_GAP)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.maxGap()))
                    .withDescription(
                            "For so long nothing need be known of speed, road and limit before an "
                                    + "episode is over. Shorter than the reporting interval: no "
                                    + "episode ever lasts.");

    /** How long a changed limit must have held. */
    public static final ConfigOption<Duration> LIMIT_DEBOUNCE =
            ConfigOptions.key(SpeedingThresholds.LIMIT_DEBOUNCE)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.limitDebounce()))
                    .withDescription(
                            "For so long a changed limit must have held before it counts. Short: "
                                    + "roads that are crossed count.");

    /** How long a band must have held. */
    public static final ConfigOption<Duration> BAND_HOLD =
            ConfigOptions.key(SpeedingThresholds.BAND_HOLD)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.bandHold()))
                    .withDescription("For so long a band must have held before it counts.");

    /** From where the band is MAJOR. */
    public static final ConfigOption<Double> MAJOR_ABSOLUTE =
            ConfigOptions.key(SpeedingThresholds.MAJOR_ABSOLUTE)
                    .doubleType()
                    .defaultValue(DEFAULTS.majorAbsolute())
                    .withDescription("Excess from which the band is MAJOR, km/h.");

    /** What MAJOR must reach as well. */
    public static final ConfigOption<Double> MAJOR_RELATIVE =
            ConfigOptions.key(SpeedingThresholds.MAJOR_RELATIVE)
                    .doubleType()
                    .defaultValue(DEFAULTS.majorRelative())
                    .withDescription("Excess that MAJOR must reach as well, % of the limit.");

    /** From where the band is SEVERE. */
    public static final ConfigOption<Double> SEVERE_ABSOLUTE =
            ConfigOptions.key(SpeedingThresholds.SEVERE_ABSOLUTE)
                    .doubleType()
                    .defaultValue(DEFAULTS.severeAbsolute())
                    .withDescription("Excess from which the band is SEVERE, km/h.");

    /** What SEVERE must reach as well. */
    public static final ConfigOption<Double> SEVERE_RELATIVE =
            ConfigOptions.key(SpeedingThresholds.SEVERE_RELATIVE)
                    .doubleType()
                    .defaultValue(DEFAULTS.severeRelative())
                    .withDescription("Excess that SEVERE must reach as well, % of the limit.");

    /** How sure the road must be. */
    public static final ConfigOption<Double> MIN_MATCH_CONFIDENCE =
            ConfigOptions.key(SpeedingThresholds.MIN_MATCH_CONFIDENCE)
                    .doubleType()
                    .defaultValue(DEFAULTS.minMatchConfidence())
                    .withDescription(
                            "Probability that the vehicle is on a road with that limit from which it "
                                    + "counts, 0 to 1. Low: frontage roads and ramps accuse "
                                    + "wrongly; high: fewer episodes.");

    /** How sure the limit must be. */
    public static final ConfigOption<Double> MIN_LIMIT_CONFIDENCE =
            ConfigOptions.key(SpeedingThresholds.MIN_LIMIT_CONFIDENCE)
                    .doubleType()
                    .defaultValue(DEFAULTS.minLimitConfidence())
                    .withDescription(
                            "Probability that the map's limit is right from which it counts, 0 to "
                                    + "1.");

    /** What estimated limits count for. */
    public static final ConfigOption<String> INFERRED =
            ConfigOptions.key(SpeedingThresholds.INFERRED)
                    .stringType()
                    .defaultValue(Inferred.spelling(DEFAULTS.inferred()))
                    .withDescription(
                            "What limits count for that no sign states: ignored, upper-bound (held "
                                    + "against the limit that the true one hardly lies above) or "
                                    + "as-posted; in rules 0, 1 or 2. Even good estimates are too "
                                    + "low for 4 to 15 % of roads.");

    /** Silence after which an episode is over. */
    public static final ConfigOption<Duration> SILENCE_AFTER =
            ConfigOptions.key("speeding.silence-after")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.silenceAfter()))
                    .withDescription(
                            "Receive time without a record after which an episode is over.");

    /** Tenants that are not watched. */
    public static final ConfigOption<String> OFF_TENANTS =
            ConfigOptions.key("speeding.off.tenants")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Tenants whose vehicles are not watched, with commas between them, as "
                                    + "where a contract or a works council forbids it. No rule turns "
                                    + "it on again.");

    /** Countries that are not watched. */
    public static final ConfigOption<String> OFF_COUNTRIES =
            ConfigOptions.key("speeding.off.countries")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Countries on whose roads nothing is watched, ISO 3166-1 alpha-2, with "
                                    + "commas between them.");

    /** How coarse positions are. */
    public static final ConfigOption<Double> POSITION_GRID =
            ConfigOptions.key("speeding.position.grid")
                    .doubleType()
                    .defaultValue(SETTINGS.positionGrid())
                    .withDescription(
                            "Width of the cells, m, to whose centres the positions of alerts are "
                                    + "moved; road, way and override are then left out. 0: as "
                                    + "measured.");

    /** Topic of the alerts. */
    public static final ConfigOption<String> ALERTS_TOPIC =
            ConfigOptions.key("alerts.speeding.topic")
                    .stringType()
                    .defaultValue("alerts.speeding")
                    .withDescription("Topic of the alerts; its key is the vehicle id.");

    /** Guarantee of the alerts. */
    public static final ConfigOption<String> ALERTS_GUARANTEE =
            ConfigOptions.key("alerts.speeding.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription(
                            "exactly-once: read_committed consumers see an alert after the next "
                                    + "checkpoint, once. at-least-once: they see it at once, and "
                                    + "perhaps again after a failure, under the same id.");

    private SpeedingOptions() {}

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
