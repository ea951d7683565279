// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * An episode over its edges: its start, then each rise of its band, then its end. Each edge gives a
 * match that begins with the start and ends with that edge, and so a revision of the alert.
 *
 * <p>What belongs together is judged by the edges themselves. A second end, from {@link
 * RepeatEnds}, frees everything that is kept; {@code within} only bounds how long an episode
 * without one is, which the detector never lets happen.
 */
final class SpeedingPattern {

    static final String START = "start";
    static final String FOLLOWING = "following";

    /**
     * Far longer than anybody drives above the limit without a break, also where the watermark is
     * that of partitions that are ahead.
     */
    private static final Duration CLEAN_UP = Duration.ofDays(2);

    private SpeedingPattern() {}

    static Pattern<SpeedingEdge, SpeedingEdge> of() {
        return Pattern.<SpeedingEdge>begin(START, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(edge -> edge.kind() == Kind.START))
                .followedBy(FOLLOWING)
                .where(new OfTheSameEpisode())
                .oneOrMore()
                .optional()
                .until(new BehindItsEnd())
                .within(CLEAN_UP);
    }

    private static final class OfTheSameEpisode extends IterativeCondition<SpeedingEdge> {

        @Override
        public boolean filter(SpeedingEdge edge, Context<SpeedingEdge> match) throws Exception {
            return edge.kind() != Kind.START && isOfTheSameEpisode(edge, match);
        }
    }

    private static final class BehindItsEnd extends IterativeCondition<SpeedingEdge> {

        @Override
        public boolean filter(SpeedingEdge edge, Context<SpeedingEdge> match) throws Exception {
            if (edge.kind() != Kind.END || !isOfTheSameEpisode(edge, match)) {
                return false;
            }
            for (SpeedingEdge before : match.getEventsForPattern(FOLLOWING)) {
                if (before.kind() == Kind.END) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isOfTheSameEpisode(
            SpeedingEdge edge, IterativeCondition.Context<SpeedingEdge> match) throws Exception {
        for (SpeedingEdge start : match.getEventsForPattern(START)) {
            if (edge.episode() != start.episode()) {
                return false;
            }
        }
        return true;
    }
}
