// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;

/**
 * A half-sine pulse in an accelerometer recording, as a test would describe it. Samples are means
 * over their interval, as those of a band-limited sensor.
 *
 * @param forward change of velocity along x, km/h
 * @param left along y, km/h
 * @param up along z, km/h
 * @param millis duration, ms
 * @param rate Hz
 * @param before what is recorded before the pulse, s
 * @param after what is recorded after it, s
 * @param range full scale, m/s2, at which samples are clipped, or NaN for a sensor without end
 * @param frame what the axes are fixed to
 * @param gravityIncluded whether z contains gravity
 * @param freeFall weightlessness just before the pulse, s
 */
public record Pulse(
        double forward,
        double left,
        double up,
        double millis,
        double rate,
        double before,
        double after,
        double range,
        AxesFrame frame,
        boolean gravityIncluded,
        double freeFall) {

    private static final double G = 9.80665;

    /** A blow from the front with this delta-V, km/h, in 100 ms, in vehicle axes. */
    public static Pulse frontal(double deltaV) {
        return of(-deltaV, 0, 0);
    }

    /** A blow in any direction with these parts of delta-V, km/h, in 100 ms, in vehicle axes. */
    public static Pulse of(double forward, double left, double up) {
        return new Pulse(forward, left, up, 100, 100, 1, 0.9, 400, AxesFrame.VEHICLE, true, 0);
    }

    /** This with another duration, ms. */
    public Pulse lasting(double other) {
        return new Pulse(
                forward,
                left,
                up,
                other,
                rate,
                before,
                after,
                range,
                frame,
                gravityIncluded,
                freeFall);
    }

    /** This at another rate, Hz. */
    public Pulse at(double other) {
        return new Pulse(
                forward,
                left,
                up,
                millis,
                other,
                before,
                after,
                range,
                frame,
                gravityIncluded,
                freeFall);
    }

    /** This in a recording that begins and ends otherwise, s. */
    public Pulse within(double secondsBefore, double secondsAfter) {
        return new Pulse(
                forward,
                left,
                up,
                millis,
                rate,
                secondsBefore,
                secondsAfter,
                range,
                frame,
                gravityIncluded,
                freeFall);
    }

    /** This by a sensor with another range, m/s2. */
    public Pulse range(double other) {
        return new Pulse(
                forward,
                left,
                up,
                millis,
                rate,
                before,
                after,
                other,
                frame,
                gravityIncluded,
                freeFall);
    }

    /** This in the axes of a device of unknown mounting. */
    public Pulse inDeviceAxes() {
        return new Pulse(
                forward,
                left,
                up,
                millis,
                rate,
                before,
                after,
                range,
                AxesFrame.DEVICE,
                gravityIncluded,
                freeFall);
    }

    /** This without gravity. */
    public Pulse withoutGravity() {
        return new Pulse(
                forward, left, up, millis, rate, before, after, range, frame, false, freeFall);
    }

    /** This after a fall, s. */
    public Pulse after(double fall) {
        return new Pulse(
                forward,
                left,
                up,
                millis,
                rate,
                before,
                after,
                range,
                frame,
                gravityIncluded,
                fall);
    }

    /** The recording; the pulse begins {@code before} after its start. */
    public ImuBurst burst(long start) {
        int n = (int) Math.round((before + millis / 1_000 + after) * rate);
        float[] x = new float[n];
        float[] y = new float[n];
        float[] z = new float[n];
        for (int i = 0; i < n; i++) {
            double share = (velocity((i + 1) / rate) - velocity(i / rate)) * rate / 3.6;
            double time = (i + 0.5) / rate;
            boolean falls = time < before && time >= before - freeFall;
            x[i] = clip(forward * share);
            y[i] = clip(left * share);
            z[i] = clip(up * share + (gravityIncluded && !falls ? G : 0));
        }
        return new ImuBurst(start, (float) rate, (float) range, frame, gravityIncluded, x, y, z);
    }

    /** Share of the change of velocity that has happened at a time, s. */
    private double velocity(double time) {
        double phase = Math.max(0, Math.min(1, (time - before) / (millis / 1_000)));
        return (1 - Math.cos(Math.PI * phase)) / 2;
    }

    private float clip(double acceleration) {
        return (float)
                (Double.isNaN(range)
                        ? acceleration
                        : Math.max(-range, Math.min(range, acceleration)));
    }
}
