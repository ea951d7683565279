// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;

/**
 * A record that waits for earlier ones. A state type: components are only ever added.
 *
 * @param record the record
 * @param deadline receive time after which it waits no longer, ms
 */
public record HeldRecord(Telemetry record, long deadline) {}
