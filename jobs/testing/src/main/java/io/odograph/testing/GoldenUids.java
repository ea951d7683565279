// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * Compares the operators of a job with the list that is checked in. A savepoint finds its state by
 * uid, so a uid that changes or goes loses state; the list makes that a decision.
 */
public final class GoldenUids {

    private GoldenUids() {}

    /**
     * Asserts that the graph has exactly the listed operators.
     *
     * @param env environment in which the job was built; fails if any operator has no uid
     * @param golden file with one line per operator: uid, a tab, name
     */
    public static void assertMatch(StreamExecutionEnvironment env, Path golden) {
        List<String> operators =
                env.getStreamGraph(false).getStreamNodes().stream()
                        .map(GoldenUids::line)
                        .sorted()
                        .toList();
        try {
            assertThat(operators).isEqualTo(Files.readAllLines(golden));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the list of uids " + golden, e);
        }
    }

    private static String line(StreamNode node) {
        return node.getTransformationUID() + "\t" + node.getOperatorName();
    }
}
