// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashEdge.Kind;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * A crash over edges: an impact, then rest, without having driven on between them.
 *
 * <p>What belongs together and whether it came in time is judged by the edges themselves; {@code
 * within} only bounds how long an impact is kept. After a match the search goes on behind it, so
 * that an incident gives one match.
 */
final class CrashPattern {

    static final String IMPACT = "impact";
    static final String REST = "rest";

    private static final String DROVE_ON = "drove-on";

    /** Far longer than any partition stays behind the others, since the watermark may be theirs. */
    private static final Duration CLEAN_UP = Duration.ofDays(1);

    private CrashPattern() {}

    static Pattern<CrashEdge, CrashEdge> of(CrashConfig config) {
        return Pattern.<CrashEdge>begin(IMPACT, AfterMatchSkipStrategy.skipPastLastEvent())
                .where(isA(Kind.IMPACT))
                .notFollowedBy(DROVE_ON)
                .where(isA(Kind.DROVE_ON))
                .followedBy(REST)
                .where(isA(Kind.AT_REST))
                .where(new OfTheSameIncident(config.patternTimeout()))
                .within(Duration.ofMillis(config.patternTimeout()).plus(CLEAN_UP));
    }

    private static SimpleCondition<CrashEdge> isA(Kind kind) {
        return SimpleCondition.of(edge -> edge.kind() == kind);
    }

    /**
     * The rest of this very incident, decided in time: judged by the edges alone, so that it cannot
     * depend on how far the watermark was ahead.
     */
    private static final class OfTheSameIncident extends IterativeCondition<CrashEdge> {

        private final long timeout;

        OfTheSameIncident(long timeout) {
            this.timeout = timeout;
        }

        @Override
        public boolean filter(CrashEdge rest, Context<CrashEdge> match) throws Exception {
            for (CrashEdge impact : match.getEventsForPattern(IMPACT)) {
                if (rest.incident() != impact.incident()
                        || rest.releasedAt() - impact.releasedAt() > timeout) {
                    return false;
                }
            }
            return true;
        }
    }
}
