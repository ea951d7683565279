// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a road network was made from.
 *
 * @param source name of the file
 * @param dataTime as of when the data is, or null where the file does not say
 * @param attribution whose the data is and under which licence it may be used
 */
public record RoadOrigin(String source, @Nullable Instant dataTime, String attribution) {}
