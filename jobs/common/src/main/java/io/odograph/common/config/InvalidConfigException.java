// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.config;

import java.util.List;

/** The configuration cannot be used; tells every problem at once. */
public final class InvalidConfigException extends IllegalArgumentException {

    private final List<String> problems;

    /** Creates the exception from at least one problem, each naming an option. */
    public InvalidConfigException(List<String> problems) {
        super(
                "Invalid configuration, "
                        + problems.size()
                        + (problems.size() == 1 ? " problem:" : " problems:")
                        + "\n  - "
                        + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order in which the options are declared. */
    public List<String> problems() {
        return problems;
    }
}
