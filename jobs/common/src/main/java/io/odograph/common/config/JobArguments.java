// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/** Command-line arguments of a job: {@code --config FILE} and {@code --option value}. */
public final class JobArguments {

    private static final String CONFIG = "config";

    private JobArguments() {}

    /**
     * Reads the properties file named by {@code --config}, if any, then the options given as
     * arguments, which win.
     *
     * @throws InvalidConfigException if an argument is no option or the file cannot be read
     */
    public static Configuration parse(String... args) {
        List<String> problems = new ArrayList<>();
        ParameterTool arguments = fromArgs(args, problems);
        ParameterTool merged = arguments;
        if (arguments.has(CONFIG)) {
            String file = arguments.get(CONFIG);
            try {
                merged = ParameterTool.fromPropertiesFile(file).mergeWith(arguments);
            } catch (IOException e) {
                problems.add("config: cannot read " + file + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        Configuration configuration = merged.getConfiguration();
        configuration.removeKey(CONFIG);
        return configuration;
    }

    private static ParameterTool fromArgs(String[] args, List<String> problems) {
        try {
            return ParameterTool.fromArgs(args);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return ParameterTool.fromArgs(new String[0]);
        }
    }
}
