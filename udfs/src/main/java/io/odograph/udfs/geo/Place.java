// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.geo;

import java.io.Serializable;

/**
 * Where something happened, WGS 84. A state type: components are only ever added.
 *
 * @param latitude degrees
 * @param longitude degrees
 * @param accuracy m within which the true place lies where the position was made coarse on purpose;
 *     otherwise NaN
 */
public record Place(double latitude, double longitude, double accuracy) implements Serializable {}
