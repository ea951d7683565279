// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.udfs.driving.DrivingSettings;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.trip.TripSettings;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Options of the driving pipeline; the reasons for the defaults stand at {@link HarshThresholds}
 * and {@link TripSettings}.
 */
public final class DrivingOptions {

    private static final DrivingSettings SETTINGS = DrivingSettings.DEFAULTS;
    private static final TripSettings TRIPS = TripSettings.DEFAULTS;
    private static final HarshThresholds HARSH = HarshThresholds.DEFAULTS;

    /** Acceleration that counts as harsh. */
    public static final ConfigOption<Double> ACCELERATION =
            threshold(
                    HarshThresholds.ACCELERATION,
                    HARSH.acceleration(),
                    "Acceleration of a passenger car that is harsh, g, 0.05 to 1.5. Other classes: "
                            + "in proportion, or by rules.");

    /** Deceleration that counts as harsh. */
    public static final ConfigOption<Double> BRAKING =
            threshold(
                    HarshThresholds.BRAKING,
                    HARSH.braking(),
                    "Deceleration that is harsh, g, 0.05 to 1.5.");

    /** Lateral acceleration that counts as harsh. */
    public static final ConfigOption<Double> CORNERING =
            threshold(
                    HarshThresholds.CORNERING,
                    HARSH.cornering(),
                    "Acceleration to a side that is harsh, g, 0.05 to 1.5.");

    /** Share of a threshold that ends an event. */
    public static final ConfigOption<Double> RELEASE =
            threshold(
                    HarshThresholds.RELEASE,
                    HARSH.release(),
                    "Share of a threshold below which an event ends, 0.5 to 1.");

    /** Least duration. */
    public static final ConfigOption<Double> MIN_DURATION =
            threshold(
                    HarshThresholds.MIN_DURATION,
                    HARSH.minDuration(),
                    "How long an accelerometer must show it, s, 0.1 to 5.");

    /** Merge gap. */
    public static final ConfigOption<Double> MERGE_GAP =
            threshold(
                    HarshThresholds.MERGE_GAP,
                    HARSH.mergeGap(),
                    "What returns within so long is the same event, s, 0 to 30.");

    /** Grade SEVERE. */
    public static final ConfigOption<Double> SEVERE =
            threshold(
                    HarshThresholds.SEVERE,
                    HARSH.severe(),
                    "Times the threshold from which an event is SEVERE, 1 to 5.");

    /** Grade EXTREME. */
    public static final ConfigOption<Double> EXTREME =
            threshold(
                    HarshThresholds.EXTREME,
                    HARSH.extreme(),
                    "Times the threshold from which it is EXTREME, 1 to 5.");

    /** Least speed of braking. */
    public static final ConfigOption<Double> MIN_SPEED_BRAKING =
            threshold(
                    HarshThresholds.MIN_SPEED_BRAKING,
                    HARSH.minSpeedBraking(),
                    "Speed before from which braking counts, km/h, 0 to 100.");

    /** Least speed of cornering. */
    public static final ConfigOption<Double> MIN_SPEED_CORNERING =
            threshold(
                    HarshThresholds.MIN_SPEED_CORNERING,
                    HARSH.minSpeedCornering(),
                    "Speed from which cornering counts, km/h, 0 to 100.");

    /** Speed that shows a trip. */
    public static final ConfigOption<Double> TRIP_START_SPEED =
            threshold(
                    "trips.start-speed",
                    TRIPS.startSpeed(),
                    "Speed that shows, twice, that a trip is under way, km/h, 3 to 50.");

    /** Distance that shows a trip. */
    public static final ConfigOption<Double> TRIP_START_DISTANCE =
            threshold(
                    "trips.start-distance",
                    TRIPS.startDistance(),
                    "Distance that shows it as well, m, 50 to 5000.");

    /** Ignition off that ends a trip. */
    public static final ConfigOption<Duration> TRIP_IGNITION_OFF =
            duration(
                    "trips.ignition-off",
                    TRIPS.ignitionOff(),
                    "How long the ignition must be off for a trip to have ended then; shorter are "
                            + "stalls.");

    /** Standstill that ends a trip. */
    public static final ConfigOption<Duration> TRIP_STANDSTILL =
            duration(
                    "trips.standstill",
                    TRIPS.standstill(),
                    "How long a vehicle must stand where its ignition is not known.");

    /** Idling that ends a trip. */
    public static final ConfigOption<Duration> TRIP_IDLING =
            duration(
                    "trips.idling",
                    TRIPS.idling(),
                    "How long it must stand with its ignition on. Short: a traffic jam parts "
                            + "trips.");

    /** Gap within a trip. */
    public static final ConfigOption<Duration> TRIP_GAP =
            duration(
                    "trips.gap",
                    TRIPS.gap(),
                    "How long nothing may be reported within a trip, whatever the vehicle did.");

    /** Longest gap within a trip. */
    public static final ConfigOption<Duration> TRIP_LONGEST_GAP =
            duration(
                    "trips.longest-gap",
                    TRIPS.longestGap(),
                    "How long if the vehicle was under way meanwhile, as in a tunnel; and silence "
                            + "after which a trip is told as over.");

    /** Updates of trips. */
    public static final ConfigOption<Duration> TRIP_UPDATE_EVERY =
            duration(
                    "trips.update-every",
                    TRIPS.updateEvery(),
                    "How often a trip under way is told.");

    /** Sizes of windows. */
    public static final ConfigOption<String> WINDOWS =
            ConfigOptions.key("features.windows")
                    .stringType()
                    .defaultValue("1,15,1440")
                    .withDescription(
                            "Sizes of the windows, minutes, 1 to 5 of them: divisors of 1440; 1440 "
                                    + "is a day by the vehicle's clock.");

    /** Time zone. */
    public static final ConfigOption<String> TIME_ZONE =
            ConfigOptions.key("features.time-zone")
                    .stringType()
                    .defaultValue("UTC")
                    .withDescription(
                            "Time zone of vehicles whose profile names none, IANA name: of days, "
                                    + "nights and rush hours.");

    /** Hours of the night. */
    public static final ConfigOption<String> NIGHT =
            ConfigOptions.key("features.night")
                    .stringType()
                    .defaultValue("23-5")
                    .withDescription(
                            "Hours of the night by the vehicle's clock, from-to, 0 to 23.");

    /** Rush hours. */
    public static final ConfigOption<String> RUSH =
            ConfigOptions.key("features.rush-hours")
                    .stringType()
                    .defaultValue("7-9,16-19")
                    .withDescription("Rush hours of Mondays to Fridays: morning, evening.");

    /** How late records may be. */
    public static final ConfigOption<Duration> RETENTION =
            duration(
                    "features.late-retention",
                    SETTINGS.retention(),
                    "How long before the vehicle's last record a late one may lie and still revise "
                            + "windows and trips. Costs some 60 bytes of state per record.");

    /** How long late records wait for each other. */
    public static final ConfigOption<Duration> SETTLE =
            duration(
                    "features.late-settle",
                    SETTINGS.settle(),
                    "Receive time that late records wait for each other before they are taken in "
                            + "together. Short: many revisions.");

    /** Silence after which windows are told. */
    public static final ConfigOption<Duration> SILENCE =
            duration(
                    "features.silence",
                    SETTINGS.silence(),
                    "Receive time after the end of a window at which it is told of a vehicle that "
                            + "says nothing more.");

    /** How coarse positions are. */
    public static final ConfigOption<Double> POSITION_GRID =
            threshold(
                    "driving.position.grid",
                    0,
                    "Width of the cells, m, to whose centres the positions of trips and events are "
                            + "moved. 0: as measured.");

    /** Topic of the windows. */
    public static final ConfigOption<String> FEATURES_TOPIC =
            topic("features.topic", "features.driving", "windows");

    /** Topic of the trips. */
    public static final ConfigOption<String> TRIPS_TOPIC = topic("trips.topic", "trips", "trips");

    /** Topic of the harsh events. */
    public static final ConfigOption<String> EVENTS_TOPIC =
            topic("driving.events.topic", "events.driving", "harsh events");

    /** Guarantee of the topics. */
    public static final ConfigOption<String> GUARANTEE =
            ConfigOptions.key("driving.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription(
                            "exactly-once: read_committed consumers see a record after the next "
                                    + "checkpoint, once. at-least-once: at once, and perhaps again "
                                    + "after a failure, with the same id and revision.");

    private DrivingOptions() {}

    private static ConfigOption<Double> threshold(String key, double value, String description) {
        return ConfigOptions.key(key).doubleType().defaultValue(value).withDescription(description);
    }

    private static ConfigOption<Duration> duration(String key, long millis, String description) {
        return ConfigOptions.key(key)
                .durationType()
                .defaultValue(Duration.ofMillis(millis))
                .withDescription(description);
    }

    private static ConfigOption<String> topic(String key, String topic, String of) {
        return ConfigOptions.key(key)
                .stringType()
                .defaultValue(topic)
                .withDescription("Topic of the " + of + "; its key is the vehicle id.");
    }
}
