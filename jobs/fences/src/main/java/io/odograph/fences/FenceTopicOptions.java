// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The topic that a command reads or writes. */
final class FenceTopicOptions {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "Kafka brokers.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = "reference.geofences",
            description = "Topic of the fences (default: ${DEFAULT-VALUE}).")
    private String topic;

    @Option(
            names = "--client-properties",
            paramLabel = "FILE",
            description = "Further settings of the Kafka clients, such as of security.")
    private @Nullable Path clientProperties;

    /** Whether brokers are given. */
    boolean isGiven() {
        return bootstrapServers != null;
    }

    /**
     * The topic.
     *
     * @throws ParameterException if no brokers are given
     * @throws IOException if the further settings cannot be read
     */
    FenceTopic topic(CommandSpec spec) throws IOException {
        if (bootstrapServers == null) {
            throw new ParameterException(spec.commandLine(), "--bootstrap-servers is missing");
        }
        Properties settings = new Properties();
        if (clientProperties != null) {
            try (Reader reader = Files.newBufferedReader(clientProperties)) {
                settings.load(reader);
            }
        }
        settings.put("bootstrap.servers", bootstrapServers);
        return new FenceTopic(topic, settings);
    }
}
