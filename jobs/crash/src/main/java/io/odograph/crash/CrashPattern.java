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
 * An incident over its edges: an impact, then whatever follows it, until its end. Each edge gives a
 * match that begins with the impact and ends with that edge, and so a chance to revise the alert.
 *
 * <p>What belongs together is judged by the edges themselves. The end frees everything that is
 * kept; {@code within} only bounds how long an incident without one is, which the detector never
 * lets happen.
 */
final class CrashPattern {

    static final String IMPACT = "impact";
    static final String FOLLOWING = "following";

    /** Far longer than any partition stays behind the others, since the watermark may be theirs. */
    private static final Duration CLEAN_UP = Duration.ofDays(1);

    private CrashPattern() {}

    static Pattern<CrashEdge, CrashEdge> of(CrashConfig config) {
        return Pattern.<CrashEdge>begin(IMPACT, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(edge -> edge.kind() == Kind.IMPACT))
                .followedBy(FOLLOWING)
                .where(new OfTheSameIncident())
                .oneOrMore()
                .optional()
                .until(new EndOfTheSameIncident())
                .within(Duration.ofMillis(config.settings().keepOpen()).plus(CLEAN_UP));
    }

    private static final class OfTheSameIncident extends IterativeCondition<CrashEdge> {

        @Override
        public boolean filter(CrashEdge edge, Context<CrashEdge> match) throws Exception {
            return edge.kind() != Kind.IMPACT && isOfTheSameIncident(edge, match);
        }
    }

    private static final class EndOfTheSameIncident extends IterativeCondition<CrashEdge> {

        @Override
        public boolean filter(CrashEdge edge, Context<CrashEdge> match) throws Exception {
            return edge.kind() == Kind.END && isOfTheSameIncident(edge, match);
        }
    }

    private static boolean isOfTheSameIncident(
            CrashEdge edge, IterativeCondition.Context<CrashEdge> match) throws Exception {
        for (CrashEdge impact : match.getEventsForPattern(IMPACT)) {
            if (edge.incident() != impact.incident()) {
                return false;
            }
        }
        return true;
    }
}
