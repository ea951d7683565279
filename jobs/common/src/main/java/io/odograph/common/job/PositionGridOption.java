// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.job;

import io.odograph.common.config.ConfigReader;
import org.apache.flink.configuration.ConfigOption;

/** The option that says how coarse the positions of alerts are. */
public final class PositionGridOption {

    /** Below this, cells hide less than the receiver's own error. */
    private static final double FINEST = 10;

    private PositionGridOption() {}

    /** Width of the cells, m, or 0 for positions as measured; problems stay with the reader. */
    public static double read(ConfigReader reader, ConfigOption<Double> option) {
        double grid = reader.number(option, 0, 100_000);
        if (grid > 0 && grid < FINEST) {
            reader.problem(option.key() + ": must be 0 or at least " + FINEST + ", is " + grid);
        }
        return grid;
    }
}
