// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.udfs.crash.CrashThresholds;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of the crash pipeline; the reasons for the defaults stand at {@link CrashThresholds}. */
public final class CrashOptions {

    private static final CrashThresholds DEFAULTS = CrashThresholds.DEFAULTS;

    /** Change of velocity that counts as an impact. */
    public static final ConfigOption<Double> IMPACT_DELTA_V =
            ConfigOptions.key("crash.impact.delta-v")
                    .doubleType()
                    .defaultValue(DEFAULTS.impactDeltaV())
                    .withDescription(
                            "Change of velocity within 150 ms that counts as an impact, km/h. Low: "
                                    + "kerbs and drops count; high: light crashes are missed.");

    /** Speed from which an impact counts. */
    public static final ConfigOption<Double> SPEED_BEFORE =
            ConfigOptions.key("crash.speed-before")
                    .doubleType()
                    .defaultValue(DEFAULTS.speedBefore())
                    .withDescription(
                            "Speed before the impact from which it counts, and after it from which "
                                    + "the vehicle drove on, km/h. Low: phones dropped in parked "
                                    + "cars count; high: crashes in town are missed.");

    /** Speed below which a vehicle stands. */
    public static final ConfigOption<Double> REST_SPEED =
            ConfigOptions.key("crash.rest.speed")
                    .doubleType()
                    .defaultValue(DEFAULTS.restSpeed())
                    .withDescription(
                            "Speed below which a vehicle stands, km/h. Low: noise of the receiver "
                                    + "keeps a wreck moving; high: creeping traffic counts as rest.");

    /** How long it must stand. */
    public static final ConfigOption<Duration> REST_DURATION =
            ConfigOptions.key("crash.rest.duration")
                    .durationType()
                    .defaultValue(Duration.ofMillis(DEFAULTS.restDuration()))
                    .withDescription(
                            "How long it must stand. Short: a stop at a light after a pothole "
                                    + "confirms; long: the alert comes later.");

    /** How soon after the impact it must stand. */
    public static final ConfigOption<Duration> CONFIRM_WITHIN =
            ConfigOptions.key("crash.confirm-within")
                    .durationType()
                    .defaultValue(Duration.ofMillis(DEFAULTS.confirmWithin()))
                    .withDescription(
                            "Event time after an impact within which the vehicle must come to rest; "
                                    + "further impacts within it belong to the same incident, unless "
                                    + "the vehicle drove on in between.");

    /** How long an open incident is kept. */
    public static final ConfigOption<Duration> PATTERN_TIMEOUT =
            ConfigOptions.key("crash.pattern-timeout")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription(
                            "Receive time for which an impact waits for what followed. Shorter than "
                                    + "vehicles are out of coverage: their crashes are missed; "
                                    + "longer: more open incidents in state.");

    /** Alert topic. */
    public static final ConfigOption<String> ALERTS_TOPIC =
            ConfigOptions.key("alerts.crash.topic")
                    .stringType()
                    .defaultValue("alerts.crash")
                    .withDescription("Topic of the alerts; its key is the vehicle id.");

    /** Guarantee of the alert topic. */
    public static final ConfigOption<String> ALERTS_GUARANTEE =
            ConfigOptions.key("alerts.crash.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription(
                            "exactly-once: read_committed consumers see an alert after the next "
                                    + "checkpoint, once. at-least-once: they see it at once, and "
                                    + "perhaps again after a failure, under the same id.");

    private CrashOptions() {}
}
