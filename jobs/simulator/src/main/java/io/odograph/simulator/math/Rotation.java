// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.math;

/** A rotation in space, as of a device against its vehicle. Immutable. */
public final class Rotation {

    /** No rotation: the device's axes are the vehicle's. */
    public static final Rotation NONE = ofQuaternion(1, 0, 0, 0);

    private final double[] m;

    private Rotation(double[] m) {
        this.m = m;
    }

    /** A rotation drawn evenly from all there are: a normalised normal quaternion (Muller 1959). */
    public static Rotation random(Rng rng) {
        return ofQuaternion(rng.gaussian(), rng.gaussian(), rng.gaussian(), rng.gaussian());
    }

    /** A rotation about the vertical axis: a device that lies flat. */
    public static Rotation aboutVertical(double radians) {
        return ofQuaternion(StrictMath.cos(radians / 2), 0, 0, StrictMath.sin(radians / 2));
    }

    /**
     * A rotation about any axis.
     *
     * @param axis three components, not all 0
     * @param radians by the right-hand rule
     */
    public static Rotation about(double[] axis, double radians) {
        double size = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        double s = StrictMath.sin(radians / 2) / size;
        return ofQuaternion(StrictMath.cos(radians / 2), s * axis[0], s * axis[1], s * axis[2]);
    }

    /** The rotation that does the other one first and then this one. */
    public Rotation after(Rotation first) {
        double[] product = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    product[3 * row + column] += m[3 * row + k] * first.m[3 * k + column];
                }
            }
        }
        return new Rotation(product);
    }

    /**
     * Turns a vector in place, without changing its length.
     *
     * @param v three components
     */
    public void apply(double[] v) {
        double x = v[0];
        double y = v[1];
        double z = v[2];
        v[0] = m[0] * x + m[1] * y + m[2] * z;
        v[1] = m[3] * x + m[4] * y + m[5] * z;
        v[2] = m[6] * x + m[7] * y + m[8] * z;
    }

    private static Rotation ofQuaternion(double a, double b, double c, double d) {
        double s = 2 / (a * a + b * b + c * c + d * d);
        return new Rotation(
                new double[] {
                    1 - s * (c * c + d * d),
                    s * (b * c - d * a),
                    s * (b * d + c * a),
                    s * (b * c + d * a),
                    1 - s * (b * b + d * d),
                    s * (c * d - b * a),
                    s * (b * d - c * a),
                    s * (c * d + b * a),
                    1 - s * (b * b + c * c)
                });
    }
}
