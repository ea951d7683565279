// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;

/** Makes an environment submit its jobs in one given way, whatever its settings say. */
record OneExecutor(PipelineExecutor executor)
        implements PipelineExecutorServiceLoader, PipelineExecutorFactory {

    static final String NAME = "embedded";

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration settings) {
        return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
        return Stream.of(NAME);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration settings) {
        return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration settings) {
        return executor;
    }
}
