// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.Serializable;
import java.util.List;

/** Where lines go that InfluxDB does not take. */
@FunctionalInterface
public interface PoisonLines extends Serializable {

    /** Opens it, once for each writer. */
    Handler open();

    /** Keeps lines that InfluxDB does not take. */
    @FunctionalInterface
    interface Handler extends AutoCloseable {

        /**
         * Keeps these lines; they are safe when it returns. May be called by several threads at
         * once, and again with the same lines after a failure.
         *
         * @throws Exception if they could not be kept, which fails the job
         */
        void reject(List<RejectedLine> lines) throws Exception;

        @Override
        default void close() {}
    }
}
