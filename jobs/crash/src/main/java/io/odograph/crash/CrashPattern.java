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
 * <p>Durations are judged in event time by the condition; {@code within} is receive time and only
 * bounds how long an impact is kept, since a vehicle out of coverage reports its rest much later.
 * After a match the search goes on behind it, so that an incident gives one match.
 */
final class CrashPattern {

    static final String IMPACT = "impact";
    static final String REST = "rest";

    private static final String DROVE_ON = "drove-on";

    private CrashPattern() {}

    static Pattern<CrashEdge, CrashEdge> of(CrashConfig config) {
        return Pattern.<CrashEdge>begin(IMPACT, AfterMatchSkipStrategy.skipPastLastEvent())
                .where(isA(Kind.IMPACT))
                .notFollowedBy(DROVE_ON)
                .where(isA(Kind.DROVE_ON))
                .followedBy(REST)
                .where(isA(Kind.AT_REST))
                .where(new SoonAfterImpact(config.thresholds().confirmWithin()))
                .within(Duration.ofMillis(config.patternTimeout()));
    }

    private static SimpleCondition<CrashEdge> isA(Kind kind) {
        return SimpleCondition.of(edge -> edge.kind() == kind);
    }

    /** Keeps an impact whose incident ended without a word from taking the rest of a later one. */
    private static final class SoonAfterImpact extends IterativeCondition<CrashEdge> {

        private final long within;

        SoonAfterImpact(long within) {
            this.within = within;
        }

        @Override
        public boolean filter(CrashEdge rest, Context<CrashEdge> match) throws Exception {
            for (CrashEdge impact : match.getEventsForPattern(IMPACT)) {
                long after = rest.time() - impact.time();
                if (after < 0 || after > within) {
                    return false;
                }
            }
            return true;
        }
    }
}
