// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.account;

/**
 * Names of the record account. Every record that a job reads ends in exactly one of used,
 * duplicate, late and dead-lettered, so that {@code in} equals their sum once nothing waits any
 * more.
 *
 * <p>Each name is a Flink accumulator (exact within one attempt of a job, read by replay and demo)
 * and a metric counter of the operator (group {@code account}).
 */
public final class Account {

    /** Records read. */
    public static final String IN = "account.in";

    /** Records that a detector saw. */
    public static final String USED = "account.used";

    /** Records that had been seen before. */
    public static final String DUPLICATE = "account.duplicate";

    /** Records that arrived after their place in the vehicle's time had passed. */
    public static final String LATE = "account.late";

    /** Records that could not be used. */
    public static final String DEAD_LETTERED = "account.dead-lettered";

    private Account() {}
}
