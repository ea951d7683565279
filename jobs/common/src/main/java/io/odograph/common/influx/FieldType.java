// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

/** Type of a field, which a bucket fixes with the first line that has the field. */
public enum FieldType {
    /** Whole number of 64 bits. */
    INTEGER,
    /** Number with a fraction. */
    DECIMAL,
    /** True or false. */
    FLAG,
    /** Text of up to 64 KiB. */
    TEXT
}
