// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.udfs.motion.MountTrack;

/**
 * How a loose device lies in its vehicle: turned at random; in a third of the drives somebody takes
 * it up after 20 minutes or so and puts it down in another way, and in a third it slips by 30
 * degrees or more without saying so.
 */
final class Mounting {

    private static final double EARLIEST = 20.5 * 60;
    private static final double LATEST = 22.5 * 60;

    private final Rotation first;
    private final Rotation then;
    private final Rng hand;
    private final int changes;
    private final int taken;

    /** A device in the drive of this number. */
    Mounting(Rng rng, int drive) {
        first = Rotation.random(rng);
        hand = rng.fork("hand");
        boolean taking = drive % 3 == 1;
        boolean slipping = drive % 3 == 2;
        double angle = rng.uniform(-Math.PI, Math.PI);
        double[] level = {StrictMath.cos(angle), StrictMath.sin(angle), 0};
        Rotation slip = first.after(Rotation.about(level, rng.uniform(0.53, 1.4)));
        then = taking ? Rotation.random(rng) : slip;
        double at = rng.uniform(EARLIEST, LATEST);
        changes = taking || slipping ? (int) at : Integer.MAX_VALUE;
        taken = taking ? 5 + rng.below(11) : 0;
    }

    /** Second in which it begins to lie in another way. */
    int changes() {
        return changes;
    }

    /** Whether somebody holds it in a second. */
    boolean isHandled(int second) {
        return second >= changes && second < changes + taken;
    }

    /** Second from which it lies as it does to the end. */
    int settled() {
        return changes == Integer.MAX_VALUE ? 0 : changes + taken;
    }

    /** Turns a vector of vehicle axes into those of the device. */
    void turn(double[] v, int second) {
        if (isHandled(second)) {
            Rotation.random(hand).apply(v);
            v[0] += 3 * hand.gaussian();
        } else {
            (second < changes ? first : then).apply(v);
        }
    }

    /** Angle by which what was learned is off, degrees: the larger one of forward and up. */
    double error(MountTrack mount, int second) {
        double[] forward = {1, 0, 0};
        double[] up = {0, 0, 1};
        (second < changes ? first : then).apply(forward);
        (second < changes ? first : then).apply(up);
        double along =
                forward[0] * mount.forwardX
                        + forward[1] * mount.forwardY
                        + forward[2] * mount.forwardZ;
        double upward = up[0] * mount.upX + up[1] * mount.upY + up[2] * mount.upZ;
        return StrictMath.toDegrees(StrictMath.acos(Math.min(1, Math.min(along, upward))));
    }
}
