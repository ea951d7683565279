// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashThresholds;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of the crash pipeline; the reasons for the defaults stand at {@link CrashThresholds}. */
public final class CrashOptions {

    private static final CrashSettings SETTINGS = CrashSettings.DEFAULTS;
    private static final CrashThresholds DEFAULTS = SETTINGS.thresholds();

    /** Change of velocity that counts as an impact. */
    public static final ConfigOption<Double> IMPACT_DELTA_V =
            ConfigOptions.key(CrashThresholds.IMPACT_DELTA_V)
                    .doubleType()
                    .defaultValue(DEFAULTS.impactDeltaV())
                    .withDescription(
                            "Change of velocity within 150 ms that counts as an impact, km/h. Low: "
                                    + "kerbs and drops count; high: light crashes are missed.");

    /** Speed from which an impact counts. */
    public static final ConfigOption<Double> SPEED_BEFORE =
            ConfigOptions.key(CrashThresholds.SPEED_BEFORE)
                    .doubleType()
                    .defaultValue(DEFAULTS.speedBefore())
                    .withDescription(
                            "Speed before an impact from which that of a loose device counts, and "
                                    + "after it from which the vehicle drove on, km/h. Low: phones "
                                    + "knocked in parked cars count; high: their crashes in town "
                                    + "are missed.");

    /** Speed below which a vehicle stands. */
    public static final ConfigOption<Double> REST_SPEED =
            ConfigOptions.key(CrashThresholds.REST_SPEED)
                    .doubleType()
                    .defaultValue(DEFAULTS.restSpeed())
                    .withDescription(
                            "Speed below which a vehicle stands, km/h. Low: noise of the receiver "
                                    + "keeps a wreck moving; high: creeping traffic counts as rest.");

    /** How long it must stand. */
    public static final ConfigOption<Duration> REST_DURATION =
            ConfigOptions.key(CrashThresholds.REST_DURATION)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.restDuration()))
                    .withDescription(
                            "How long it must stand. Short: a stop at a light after a pothole "
                                    + "confirms; long: the alert comes later.");

    /** How soon after the impact it must stand. */
    public static final ConfigOption<Duration> CONFIRM_WITHIN =
            ConfigOptions.key(CrashThresholds.CONFIRM_WITHIN)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.confirmWithin()))
                    .withDescription(
                            "Event time after an impact within which the vehicle must come to rest; "
                                    + "further impacts within it belong to the same incident, unless "
                                    + "the vehicle drove on in between.");

    /** What braking explains. */
    public static final ConfigOption<Double> MAX_BRAKING =
            ConfigOptions.key(CrashThresholds.MAX_BRAKING)
                    .doubleType()
                    .defaultValue(DEFAULTS.maxBraking())
                    .withDescription(
                            "Deceleration that braking explains, g. Where only speed is reported, a "
                                    + "greater loss is a crash. Low: emergency braking counts; high: "
                                    + "only crashes at high speed are found.");

    /** Weightlessness of a dropped device. */
    public static final ConfigOption<Duration> FREE_FALL =
            ConfigOptions.key(CrashThresholds.FREE_FALL)
                    .durationType()
                    .defaultValue(seconds(DEFAULTS.freeFall()))
                    .withDescription(
                            "Weightlessness just before an impact that marks a dropped device. "
                                    + "Short: a crash after a jolt is doubted; long: drops from low "
                                    + "heights count.");

    /** From where severity is MEDIUM. */
    public static final ConfigOption<Double> MODERATE =
            ConfigOptions.key(CrashThresholds.MODERATE)
                    .doubleType()
                    .defaultValue(DEFAULTS.moderate())
                    .withDescription(
                            "Change of velocity from which severity is MEDIUM, km/h; below it LOW.");

    /** From where severity is HIGH. */
    public static final ConfigOption<Double> SEVERE =
            ConfigOptions.key(CrashThresholds.SEVERE)
                    .doubleType()
                    .defaultValue(DEFAULTS.severe())
                    .withDescription("Change of velocity from which severity is HIGH, km/h.");

    /** Above where severity is CRITICAL. */
    public static final ConfigOption<Double> CRITICAL =
            ConfigOptions.key(CrashThresholds.CRITICAL)
                    .doubleType()
                    .defaultValue(DEFAULTS.critical())
                    .withDescription("Change of velocity above which severity is CRITICAL, km/h.");

    /** Silence that means something. */
    public static final ConfigOption<Duration> NO_CONTACT_AFTER =
            ConfigOptions.key("crash.no-contact.after")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.noContactAfter()))
                    .withDescription(
                            "Receive time without a record after which a suspected crash is without "
                                    + "contact. Short: coverage gaps look like destroyed devices; "
                                    + "long: help comes later to those who need it most.");

    /** How long an open incident is kept. */
    public static final ConfigOption<Duration> PATTERN_TIMEOUT =
            ConfigOptions.key("crash.pattern-timeout")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.keepOpen()))
                    .withDescription(
                            "Receive time for which an incident without contact waits for more. "
                                    + "Shorter than vehicles are out of coverage: what became of "
                                    + "them opens no alert; longer: more open incidents in state.");

    /** From when an incident is delayed. */
    public static final ConfigOption<Duration> DELAYED_AFTER =
            ConfigOptions.key("crash.delayed-after")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SETTINGS.delayedAfter()))
                    .withDescription(
                            "Receive time after the event from which an alert is marked delayed, as "
                                    + "from an offline upload.");

    /** Bound of the recording. */
    public static final ConfigOption<Integer> EVIDENCE_MAX_SAMPLES =
            ConfigOptions.key("crash.evidence.max-samples")
                    .intType()
                    .defaultValue(SETTINGS.maxBurstSamples())
                    .withDescription(
                            "Longest accelerometer recording in the evidence, samples per axis; "
                                    + "longer ones are cut around the impact. 12 bytes a sample, "
                                    + "besides about 4 kB for the 90 s around it.");

    /** Whether the VIN may go into alerts. */
    public static final ConfigOption<Boolean> MSD_VIN =
            ConfigOptions.key("crash.msd.vin")
                    .booleanType()
                    .defaultValue(SETTINGS.withVin())
                    .withDescription(
                            "Whether the vehicle identification number from the profile goes into "
                                    + "alerts. It names the owner: only where the receiver may "
                                    + "know.");

    /** Model of moderate injury. */
    public static final ConfigOption<String> RISK_MAIS2 =
            ConfigOptions.key("crash.risk.mais2")
                    .stringType()
                    .defaultValue("malliaris-mais2")
                    .withDescription(
                            "Model of the probability of MAIS 2+ injury: malliaris-mais2 or "
                                    + "gidas-mais2, which tells less than most models tell of MAIS 3+. "
                                    + "An estimate, not a diagnosis.");

    /** Model of serious injury. */
    public static final ConfigOption<String> RISK_MAIS3 =
            ConfigOptions.key("crash.risk.mais3")
                    .stringType()
                    .defaultValue("tum-reduced-mais3")
                    .withDescription(
                            "Model of the probability of MAIS 3+ injury: tum-reduced-mais3, "
                                    + "tum-mais3, malliaris-mais3 or malliaris-direction-mais3.");

    /** Alert topic. */
    public static final ConfigOption<String> ALERTS_TOPIC =
            ConfigOptions.key("alerts.crash.topic")
                    .stringType()
                    .defaultValue("alerts.crash")
                    .withDescription("Topic of the alerts; its key is the vehicle id.");

    /** Evidence topic. */
    public static final ConfigOption<String> EVIDENCE_TOPIC =
            ConfigOptions.key("alerts.crash.evidence.topic")
                    .stringType()
                    .defaultValue("alerts.crash.evidence")
                    .withDescription(
                            "Topic of what was recorded around each crash; its key is the vehicle "
                                    + "id.");

    /** Guarantee of the alert topic. */
    public static final ConfigOption<String> ALERTS_GUARANTEE =
            ConfigOptions.key("alerts.crash.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription(
                            "Of both topics. exactly-once: read_committed consumers see an alert after the next "
                                    + "checkpoint, once. at-least-once: they see it at once, and "
                                    + "perhaps again after a failure, under the same id.");

    private CrashOptions() {}

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
