// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/**
 * Learns from driving how a device lies in its vehicle: a linear regression of what its three axes
 * show, second by second, on the acceleration along and across the vehicle that changes of speed
 * and of direction show. What is left where both are 0 is gravity, which points up; what belongs to
 * the acceleration along is the forward axis, whose sign is that of a gain of speed; what belongs
 * to the acceleration across is the left axis, and pulls on the same angle. Turning and
 * acceleration need not be kept apart, for the regression does it.
 *
 * <p>It is learned when at least a minute of driving was seen, the standard error of the turn is
 * below {@link #SURE} degrees (the residual of the regression over the spread of its causes, with
 * an allowance for residuals that last, as those of slopes do), the forward axis is as strong as an
 * acceleration must be, and lies across gravity and as the left axis has it. Older driving fades
 * with a half-life of ten minutes. It is forgotten when gravity turns by more than 20 degrees, when
 * somebody handles the device, and when it no longer agrees with speed and direction.
 */
final class MountLearner {

    /** Numbers of {@link MountTrack#sums}. */
    static final int SUMS = 16;

    /** Standard error at which a mount is learned, degrees; 5 are then nearly two of them. */
    static final double SURE = 2.8;

    /** An error at which it is no longer. */
    private static final double UNSURE = 6;

    /** Speed from which seconds count as driving, km/h. */
    private static final float DRIVES = 5;

    private static final int LEAST_SECONDS = 60;

    /** Half-life of ten minutes. */
    private static final double FADES = 0.998845;

    /** How many seconds a residual lasts: of slopes, so many; of what is across, few. */
    private static final double SLOPE_LASTS = 15;

    private static final double RESIDUAL_LASTS = 3;

    /** Share of the residual that is vertical, and tilts what has no gravity to go by. */
    private static final double QUIET = 0.3;

    /** Strength of an axis: 1 but for speeds that come late, smoothed. */
    private static final double WEAKEST = 0.35;

    private static final double STRONGEST = 1.6;

    /** Cosine of the largest angle between the forward axes by speed and by direction, 25 deg. */
    private static final double AGREES = 0.906;

    /** Squared error of the left axis below which the two must fit: 10 degrees. */
    private static final double FITS_FROM = 0.03;

    /** Sine of the largest angle of the forward axis to the horizontal, 25 degrees. */
    private static final double LEVEL = 0.423;

    /** Cosine of the angle by which gravity may turn, 20 degrees. */
    private static final double TURNED = 0.9397;

    private static final float LATE_SHARE = 1 / 8f;

    /** Least gravity that is one, m/s2. */
    private static final double LEAST_GRAVITY = 7;

    /** Largest offset of a sensor without gravity, m/s2. */
    private static final double LARGEST_OFFSET = 2;

    /** What agrees and what does not fades within 100 seconds of driving. */
    private static final float AGREEMENT_FADES = 0.99f;

    /** Sum of squares from which they are compared, m2/s4. */
    private static final float LEAST_SHOWN = 40;

    private static final float LEAST_AGREEMENT = 0.25f;

    /** Tangent of the angle by which it may tilt, 20 degrees: little else shows there. */
    private static final float TILTED = 0.36f;

    /** Tangent of the angle by which it may turn, 35 degrees: slopes show there, too. */
    private static final float SWUNG = 0.7f;

    private MountLearner() {}

    /**
     * Takes a second of driving.
     *
     * @param mount changed
     * @param f means of the device's axes, m/s2
     * @param along acceleration forward by speed, m/s2
     * @param across acceleration to the left by direction, m/s2, or NaN
     * @param speed km/h
     */
    static void learn(MountTrack mount, float[] f, float along, float across, float speed) {
        if (isTurned(mount, f, along, across)) {
            mount.forget();
        }
        if (!(speed >= DRIVES) || Float.isNaN(along) || Float.isNaN(across)) {
            return;
        }
        add(mount.sums, f, along, across);
        mount.seconds++;
        if (mount.learned && !agrees(mount, f, along, across)) {
            mount.forget();
        } else if (mount.seconds >= LEAST_SECONDS) {
            solve(mount);
        }
    }

    /** Follows gravity over seconds; whether it is no longer where it was. */
    private static boolean isTurned(MountTrack mount, float[] f, float along, float across) {
        float u = mount.learned && !Float.isNaN(along) ? along : 0;
        float w = mount.learned && !Float.isNaN(across) ? across : 0;
        float x = f[0] - mount.forwardX * u - leftX(mount) * w;
        float y = f[1] - mount.forwardY * u - leftY(mount) * w;
        float z = f[2] - mount.forwardZ * u - leftZ(mount) * w;
        if (Float.isNaN(mount.lateX)) {
            mount.lateX = x;
            mount.lateY = y;
            mount.lateZ = z;
            return false;
        }
        mount.lateX += LATE_SHARE * (x - mount.lateX);
        mount.lateY += LATE_SHARE * (y - mount.lateY);
        mount.lateZ += LATE_SHARE * (z - mount.lateZ);
        double n = mount.sums[0];
        if (n < 1) {
            return false;
        }
        double gx = mount.sums[6] / n;
        double gy = mount.sums[7] / n;
        double gz = mount.sums[8] / n;
        double late = size(mount.lateX, mount.lateY, mount.lateZ);
        double mean = size(gx, gy, gz);
        double product = gx * mount.lateX + gy * mount.lateY + gz * mount.lateZ;
        return mean > LEAST_GRAVITY && product < TURNED * mean * late;
    }

    private static void add(double[] sums, float[] f, double u, double w) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] *= FADES;
        }
        sums[0] += 1;
        sums[1] += u;
        sums[2] += w;
        sums[3] += u * u;
        sums[4] += u * w;
        sums[5] += w * w;
        for (int i = 0; i < 3; i++) {
            sums[6 + i] += f[i];
            sums[9 + i] += u * f[i];
            sums[12 + i] += w * f[i];
            sums[15] += (double) f[i] * f[i];
        }
    }

    /** Whether the device shows what speed and direction show, and nothing of it elsewhere. */
    private static boolean agrees(MountTrack mount, float[] f, float u, float w) {
        float forward = mount.forward(f[0], f[1], f[2]);
        float left = mount.left(f[0], f[1], f[2]);
        float up = mount.up(f[0], f[1], f[2]);
        float fades = AGREEMENT_FADES;
        mount.shownAlong = fades * mount.shownAlong + u * u;
        mount.shownAcross = fades * mount.shownAcross + w * w;
        mount.agreedAlong = fades * mount.agreedAlong + u * forward;
        mount.agreedAcross = fades * mount.agreedAcross + w * left;
        mount.tiltAlong = fades * mount.tiltAlong + u * up;
        mount.tiltAcross = fades * mount.tiltAcross + w * up;
        mount.swing = fades * mount.swing + u * left - w * forward;
        float shown = mount.shownAlong + mount.shownAcross;
        float agreed = mount.agreedAlong + mount.agreedAcross;
        if (shown < LEAST_SHOWN) {
            return true;
        }
        return agreed >= LEAST_AGREEMENT * shown
                && Math.abs(mount.swing) <= SWUNG * agreed
                && isLevel(mount.tiltAlong, mount.agreedAlong, mount.shownAlong)
                && isLevel(mount.tiltAcross, mount.agreedAcross, mount.shownAcross);
    }

    private static boolean isLevel(float tilt, float agreed, float shown) {
        float least = Math.max(agreed, LEAST_AGREEMENT * shown);
        return shown < LEAST_SHOWN || Math.abs(tilt) <= TILTED * least;
    }

    private static void solve(MountTrack mount) {
        double[] s = mount.sums;
        double n = s[0];
        double uu = s[3] - s[1] * s[1] / n;
        double uw = s[4] - s[1] * s[2] / n;
        double ww = s[5] - s[2] * s[2] / n;
        double det = uu * ww - uw * uw;
        if (!(det > 1e-6 * uu * ww) || !(uu > 0)) {
            return;
        }
        double[] ahead = new double[3];
        double[] aside = new double[3];
        double[] rest = new double[3];
        double residual = s[15];
        for (int i = 0; i < 3; i++) {
            double uf = s[9 + i] - s[1] * s[6 + i] / n;
            double wf = s[12 + i] - s[2] * s[6 + i] / n;
            ahead[i] = (ww * uf - uw * wf) / det;
            aside[i] = (uu * wf - uw * uf) / det;
            rest[i] = (s[6 + i] - ahead[i] * s[1] - aside[i] * s[2]) / n;
            residual -= s[6 + i] * s[6 + i] / n + ahead[i] * uf + aside[i] * wf;
        }
        double variance = Math.max(residual, 0) / (3 * n);
        double strength = size(ahead[0], ahead[1], ahead[2]);
        boolean plausible = strength >= WEAKEST && strength <= STRONGEST;
        double size = size(rest[0], rest[1], rest[2]);
        mount.gravity = size > LEAST_GRAVITY;
        double[] up = mount.gravity ? rest.clone() : cross(ahead, aside);
        plausible &= mount.gravity || size < LARGEST_OFFSET;
        plausible &= normalise(up);
        double turn = variance * RESIDUAL_LASTS / ((uu + ww) * strength * strength);
        double tilt = variance * SLOPE_LASTS / (n * size * size);
        if (!mount.gravity) {
            tilt = variance * QUIET / (Math.min(uu, ww) * strength * strength);
        }
        mount.error = (float) StrictMath.toDegrees(Math.sqrt(turn + tilt));
        double doubt = variance * RESIDUAL_LASTS / (ww * strength * strength);
        plausible &= take(mount, up, ahead, aside, uu, ww, doubt <= FITS_FROM);
        mount.restX = (float) rest[0];
        mount.restY = (float) rest[1];
        mount.restZ = (float) rest[2];
        boolean sure = mount.error <= (mount.learned ? UNSURE : SURE);
        mount.learned = plausible && sure;
    }

    /** Sets the axes; whether those by speed and by direction fit each other. */
    private static boolean take(
            MountTrack mount,
            double[] up,
            double[] ahead,
            double[] aside,
            double uu,
            double ww,
            boolean mustFit) {
        double rises = up[0] * ahead[0] + up[1] * ahead[1] + up[2] * ahead[2];
        double[] bySpeed = new double[3];
        for (int i = 0; i < 3; i++) {
            bySpeed[i] = ahead[i] - rises * up[i];
        }
        double[] byDirection = cross(aside, up);
        double[] forward = new double[3];
        for (int i = 0; i < 3; i++) {
            forward[i] = uu * bySpeed[i] + ww * byDirection[i];
        }
        double sizes =
                size(bySpeed[0], bySpeed[1], bySpeed[2])
                        * size(byDirection[0], byDirection[1], byDirection[2]);
        double product = 0;
        for (int i = 0; i < 3; i++) {
            product += bySpeed[i] * byDirection[i];
        }
        boolean fits = normalise(forward) && (!mustFit || product >= AGREES * sizes);
        mount.upX = (float) up[0];
        mount.upY = (float) up[1];
        mount.upZ = (float) up[2];
        mount.forwardX = (float) forward[0];
        mount.forwardY = (float) forward[1];
        mount.forwardZ = (float) forward[2];
        return fits && Math.abs(rises) <= LEVEL * size(ahead[0], ahead[1], ahead[2]);
    }

    private static float leftX(MountTrack mount) {
        return mount.upY * mount.forwardZ - mount.upZ * mount.forwardY;
    }

    private static float leftY(MountTrack mount) {
        return mount.upZ * mount.forwardX - mount.upX * mount.forwardZ;
    }

    private static float leftZ(MountTrack mount) {
        return mount.upX * mount.forwardY - mount.upY * mount.forwardX;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }

    /** Makes the size 1; whether there is one. */
    private static boolean normalise(double[] v) {
        double size = size(v[0], v[1], v[2]);
        for (int i = 0; i < 3 && size > 0; i++) {
            v[i] /= size;
        }
        return size > 0;
    }

    private static double size(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
