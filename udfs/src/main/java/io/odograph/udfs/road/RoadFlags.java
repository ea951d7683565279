// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** What a road is besides its class, as bits. */
public final class RoadFlags {

    /** Slip road: links roads, as OpenStreetMap's {@code _link} classes. */
    public static final int RAMP = 1;

    /** Part of a roundabout. */
    public static final int ROUNDABOUT = 2;

    /** On a bridge. */
    public static final int BRIDGE = 4;

    /** In a tunnel. */
    public static final int TUNNEL = 8;

    /** Not for everybody: private, customers, destination. */
    public static final int RESTRICTED = 16;

    /** All of them. */
    static final int ALL = 31;

    private RoadFlags() {}
}
