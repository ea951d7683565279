// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

/** What the demo has seen of an alert: one revision of it. */
interface SeenAlert {

    /** Identity, the same for every revision. */
    String alertId();

    /** The vehicle. */
    String vehicleId();

    /** When it happened or began, ms since the epoch. */
    long eventTime();

    /** Whether a person wants to hear of it. */
    boolean isNews();

    /** The revision as one line for a person. */
    String line();
}
