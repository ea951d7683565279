// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.alert.Alert;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashReason;
import io.odograph.udfs.crash.CrashStage;

/**
 * One revision of a crash as the job judged it; becomes a {@code CrashAlert} on the way out.
 *
 * @param alert what every alert begins with
 * @param stage how far it has been judged
 * @param reason what decided this revision
 * @param facts what is known
 */
public record CrashIncident(Alert alert, CrashStage stage, CrashReason reason, CrashFacts facts) {}
