// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Pulse;

/** The disturbances that scenarios are made of. Times in s, accelerations in m/s2. */
public final class Waveforms {

    /** Nothing but the driving itself. */
    public static final Waveform NONE = (time, a) -> {};

    private static final double RINGING = 0.15;

    private Waveforms() {}

    /**
     * A collision as the body feels it: the pulse, and the ringing of the structure, which takes
     * its shape from the pulse and adds nothing to the change of velocity.
     */
    public static Waveform collision(Pulse pulse) {
        return (time, a) -> {
            double u = (time - pulse.start()) / pulse.width();
            double shape = 1 + RINGING * StrictMath.sin(6 * StrictMath.PI * u);
            double rate = pulse.rate(time) * shape;
            a[0] += pulse.x() * rate;
            a[1] += pulse.y() * rate;
            a[2] += pulse.z() * rate;
        };
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
        return (time, a) -> {
            double t = time - at;
            if (t > 0) {
                a[2] += scale * StrictMath.exp(-decay * t) * StrictMath.sin(omega * t);
            }
        };
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
        return (time, a) -> {
            if (time >= landing - fall && time < landing) {
                a[2] -= Units.G;
            } else {
                hits.addTo(time, a);
            }
        };
    }

    /** Two disturbances at once. */
    public static Waveform both(Waveform one, Waveform other) {
        return (time, a) -> {
            one.addTo(time, a);
            other.addTo(time, a);
        };
    }
}
