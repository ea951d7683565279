// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

/** Kind of drive (VSS Powertrain.Type); constants are only ever added. */
public enum Propulsion {
    /** Not stated. */
    UNKNOWN,
    /** Combustion engine. */
    COMBUSTION,
    /** Both. */
    HYBRID,
    /** Battery. */
    ELECTRIC
}
