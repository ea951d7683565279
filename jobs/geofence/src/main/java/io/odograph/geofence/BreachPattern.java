// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachEdge.Kind;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * Two edges of a breach, the second right behind the first; the second is the next revision of the
 * alert. So of a breach that lasts for weeks no more than its last edge is kept, and of one that is
 * over nothing.
 *
 * <p>What belongs together is judged by the edges themselves. {@code within} only bounds how long
 * an edge waits for its next one, which the detector never lets happen. It is between two edges,
 * not from the first to the last: for the latter Flink would order a timer for every edge, of which
 * a breach has thousands, and hold each until its time.
 */
final class BreachPattern {

    static final String KNOWN = "known";
    static final String NEXT = "next";

    /**
     * Longer than the detector is ever quiet, also where the watermark runs ahead: it tells what
     * lasts within 30 days of the vehicle's time, and silence ends it within the retention of the
     * vehicle clock, at most 60 days.
     */
    private static final Duration CLEAN_UP = Duration.ofDays(120);

    private BreachPattern() {}

    static Pattern<BreachEdge, BreachEdge> of() {
        return Pattern.<BreachEdge>begin(KNOWN, AfterMatchSkipStrategy.noSkip())
                .where(SimpleCondition.of(BreachPattern::isFollowed))
                .followedBy(NEXT)
                .where(new RightBehind())
                .within(CLEAN_UP, WithinType.PREVIOUS_AND_CURRENT);
    }

    private static boolean isFollowed(BreachEdge edge) {
        return edge.kind() != Kind.END && edge.kind() != Kind.PASSAGE;
    }

    private static final class RightBehind extends IterativeCondition<BreachEdge> {

        @Override
        public boolean filter(BreachEdge edge, Context<BreachEdge> match) throws Exception {
            for (BreachEdge known : match.getEventsForPattern(KNOWN)) {
                if (!edge.isNextTo(known)) {
                    return false;
                }
            }
            return true;
        }
    }
}
