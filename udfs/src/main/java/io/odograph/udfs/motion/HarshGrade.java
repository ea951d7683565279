// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/** How harsh something was; constants are only ever added. */
public enum HarshGrade {
    /** Over the threshold. */
    HARSH,
    /** Well over it. */
    SEVERE,
    /** Near to what tyres hold. */
    EXTREME
}
