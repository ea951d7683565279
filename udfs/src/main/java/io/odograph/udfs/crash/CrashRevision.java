// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/**
 * One revision of an incident's alert.
 *
 * @param number from 1
 * @param stage how far the incident has been judged
 * @param reason what decided this revision
 * @param over whether no more revisions follow
 * @param first the edge that opened the incident
 * @param edge the edge that decided this revision
 */
public record CrashRevision(
        int number,
        CrashStage stage,
        CrashReason reason,
        boolean over,
        CrashEdge first,
        CrashEdge edge) {}
