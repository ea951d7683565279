// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.alert.Alert;
import io.odograph.udfs.speeding.SpeedingFacts;

/**
 * One revision of an episode as the job judged it; becomes a {@code SpeedingAlert} on the way out.
 *
 * @param alert what every alert begins with
 * @param facts what is known
 */
public record SpeedingEpisode(Alert alert, SpeedingFacts facts) {}
