// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;

/**
 * The speed limit of a speed zone. A state type: components are only ever added.
 *
 * @param value number in its unit, above 0
 * @param mph whether the unit is mph rather than km/h
 */
public record FenceLimit(float value, boolean mph) implements Serializable {}
