// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

/**
 * A window that may still change. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class OpenWindow {

    /** Its size, minutes. */
    public int minutes;

    /** Time zone in which it was opened. */
    public String zone = "UTC";

    /** Its start, ms. */
    public long start;

    /** Its end, ms. */
    public long end;

    /** What it adds up to, but for minutes that are open themselves. */
    public DrivingTotals totals = new DrivingTotals();

    /** Whether it was told in silence. */
    public boolean told;
}
