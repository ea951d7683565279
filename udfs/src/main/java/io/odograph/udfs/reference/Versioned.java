// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

/** A record of reference data in one version. */
public interface Versioned {

    /** What it is a version of. */
    String id();

    /** Version, rising. */
    long version();
}
