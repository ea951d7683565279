// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

/**
 * What a crash leaves in the reports beside the motion.
 *
 * @param recorded whether the accelerometer feels it
 * @param airbag whether the vehicle reports a deployed airbag
 * @param rollover whether the vehicle reports a rollover
 * @param crashReported whether the device's own detection reports it
 * @param fuelCutOff whether the vehicle reports that fuel or high voltage was cut off
 * @param ignitionLost whether the supply goes off with the impact
 * @param silentAfter how long the device lives after it has sent its recording, or after the pulse
 *     where there is none, s; infinity if it survives
 */
public record CrashSigns(
        boolean recorded,
        boolean airbag,
        boolean rollover,
        boolean crashReported,
        boolean fuelCutOff,
        boolean ignitionLost,
        double silentAfter) {

    /** A recording and nothing else. */
    public static final CrashSigns RECORDED =
            new CrashSigns(true, false, false, false, false, false, Double.POSITIVE_INFINITY);

    /** The same without a recording. */
    public CrashSigns unrecorded() {
        return new CrashSigns(
                false, airbag, rollover, crashReported, fuelCutOff, ignitionLost, silentAfter);
    }

    /** The same with a deployed airbag. */
    public CrashSigns withAirbag() {
        return new CrashSigns(
                recorded, true, rollover, crashReported, fuelCutOff, ignitionLost, silentAfter);
    }

    /** The same with a rollover that the vehicle notices. */
    public CrashSigns withRollover() {
        return new CrashSigns(
                recorded, airbag, true, crashReported, fuelCutOff, ignitionLost, silentAfter);
    }

    /** The same with a report of the device's own detection. */
    public CrashSigns withCrashReported() {
        return new CrashSigns(
                recorded, airbag, rollover, true, fuelCutOff, ignitionLost, silentAfter);
    }

    /** The same with fuel or high voltage cut off and the supply lost. */
    public CrashSigns withPowerCut() {
        return new CrashSigns(recorded, airbag, rollover, crashReported, true, true, silentAfter);
    }

    /** The same with a device that dies some seconds after its recording is sent. */
    public CrashSigns silentAfter(double seconds) {
        return new CrashSigns(
                recorded, airbag, rollover, crashReported, fuelCutOff, ignitionLost, seconds);
    }

    /** Whether the state of the vehicle shows it, so that every report carries that state. */
    public boolean showOnVehicle() {
        return airbag || rollover || fuelCutOff || ignitionLost;
    }
}
