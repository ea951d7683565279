// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Pulse;

/** The disturbances that scenarios are made of. Times in s, accelerations in m/s2. */
public final class Waveforms {

    /** Nothing but the driving itself. */
    public static final Waveform NONE =
            new BoundedWaveform((time, a) -> {}, Double.POSITIVE_INFINITY, 0);

    private static final double RINGING = 0.15;

    private Waveforms() {}

    /**
     * A collision as the body feels it: the pulse, and the ringing of the structure, which takes
     * its shape from the pulse and adds nothing to the change of velocity.
     */
    public static Waveform collision(Pulse pulse) {
        Waveform ringing =
                (time, a) -> {
                    double u = (time - pulse.start()) / pulse.width();
                    double shape = 1 + RINGING * StrictMath.sin(6 * StrictMath.PI * u);
                    double rate = pulse.rate(time) * shape;
                    a[0] += pulse.x() * rate;
                    a[1] += pulse.y() * rate;
                    a[2] += pulse.z() * rate;
                };
        return ringing.between(pulse.start(), pulse.end());
    }

    /**
     * A wheel in a hole or over a bump: a fading vertical oscillation, first up.
     *
     * @param at when the wheel meets it
     * @param peak largest acceleration
     * @param frequency Hz; about 10 for a hole, 3 for a bump
     */
    public static Waveform ripple(double at, double peak, double frequency) {
        double decay = 1.25 * frequency;
        double omega = 2 * StrictMath.PI * frequency;
        double top = StrictMath.atan(omega / decay) / omega;
        double scale = peak / (StrictMath.exp(-decay * top) * StrictMath.sin(omega * top));
        Waveform fading =
                (time, a) -> {
                    double t = time - at;
                    a[2] += scale * StrictMath.exp(-decay * t) * StrictMath.sin(omega * t);
                };
        return fading.between(at, at + 10 / decay);
    }

    /**
     * Rails or cobbles: a vertical vibration that swells and fades, of two frequencies in a ratio
     * that never repeats.
     *
     * @param at when it begins
     * @param lasts how long it goes on
     * @param peak bound of the acceleration
     * @param frequency Hz of the slower part
     */
    public static Waveform rumble(double at, double lasts, double peak, double frequency) {
        double omega = 2 * StrictMath.PI * frequency;
        Waveform shaking =
                (time, a) -> {
                    double t = time - at;
                    double swell = StrictMath.sin(StrictMath.PI * t / lasts);
                    double one = StrictMath.sin(omega * t);
                    double other = StrictMath.sin(1.618 * omega * t);
                    a[2] += peak * swell * (0.6 * one + 0.4 * other);
                };
        return shaking.between(at, at + lasts);
    }

    /**
     * A short knock against the device or its mounting: out as half a sine, and back three times as
     * slowly and weakly, so that it adds nothing to the velocity of what stays where it is.
     *
     * @param at when it begins
     * @param width of the way out
     * @param x peak acceleration forward
     * @param y peak acceleration to the left
     * @param z peak acceleration upwards
     */
    public static Waveform knock(double at, double width, double x, double y, double z) {
        Waveform knocking =
                (time, a) -> {
                    double u = (time - at) / width;
                    double back = -StrictMath.sin(StrictMath.PI * (u - 1) / 3) / 3;
                    double swing = u < 1 ? StrictMath.sin(StrictMath.PI * u) : back;
                    a[0] += x * swing;
                    a[1] += y * swing;
                    a[2] += z * swing;
                };
        return knocking.between(at, at + 4 * width);
    }

    /**
     * A device that falls and lands: weightless, one hard landing, one small bounce.
     *
     * @param landing when it lands
     * @param fall how long it falls; measured drops 0.63 to 0.99
     * @param peak acceleration of the landing without gravity; measured 16 g and more
     * @param width of the landing; 0.042 to 0.045 stays above 4 g for 30 to 45 ms
     */
    public static Waveform drop(double landing, double fall, double peak, double width) {
        Pulse spike = new Pulse(landing, width, 0, 0.1 * peak * width / 2, peak * width / 2);
        Pulse bounce = new Pulse(landing + 0.25, 0.025, 0, 0, 2 * Units.G * 0.025 / 2);
        Waveform hits = both(collision(spike), collision(bounce));
        Waveform falling =
                (time, a) -> {
                    if (time < landing) {
                        a[2] -= Units.G;
                    } else {
                        hits.addTo(time, a);
                    }
                };
        return falling.between(landing - fall, landing + 0.3);
    }

    /** Two disturbances at once. */
    public static Waveform both(Waveform one, Waveform other) {
        return new Waveform() {
            @Override
            public void addTo(double time, double[] acceleration) {
                one.addTo(time, acceleration);
                other.addTo(time, acceleration);
            }

            @Override
            public boolean touches(double from, double to) {
                return one.touches(from, to) || other.touches(from, to);
            }
        };
    }
}
