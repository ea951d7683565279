// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * How good a satellite receiver is.
 *
 * @param drift standard deviation of the slow position error per axis, m
 * @param noise standard deviation of the fast position error per axis, m
 * @param speedNoise standard deviation of the Doppler speed, m/s
 * @param speedLag share of the way to the true speed that the reported one makes in a second, above
 *     0 and up to 1; 1 is without lag
 * @param age how old a fix is when it is reported, s
 * @param statesAge whether the age of a fix is reported
 */
public record GnssSensor(
        double drift,
        double noise,
        double speedNoise,
        double speedLag,
        double age,
        boolean statesAge) {

    /** A receiver whose fixes are reported at once, with their age. */
    public GnssSensor(double drift, double noise, double speedNoise, double speedLag) {
        this(drift, noise, speedNoise, speedLag, 0, true);
    }

    /**
     * The same receiver whose speed lags by a time, s. Phones were measured at 1.4 s against the
     * vehicle bus; an exponential filter with share p at 1 Hz lags by (1 - p) / p.
     */
    public GnssSensor lagging(double seconds) {
        return new GnssSensor(drift, noise, speedNoise, 1 / (1 + seconds), age, statesAge);
    }

    /** The same receiver with another noise of its speed, m/s. */
    public GnssSensor withSpeedNoise(double that) {
        return new GnssSensor(drift, noise, that, speedLag, age, statesAge);
    }

    /** The same receiver whose fixes are some seconds old when they are reported. */
    public GnssSensor aged(double seconds) {
        return new GnssSensor(drift, noise, speedNoise, speedLag, seconds, statesAge);
    }

    /** The same receiver that does not say how old its fixes are. */
    public GnssSensor withoutAge() {
        return new GnssSensor(drift, noise, speedNoise, speedLag, age, false);
    }
}
