// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.Serializable;

/**
 * How an element becomes a line. The line must depend on the element alone: then writing it again
 * changes nothing, which is what makes the sink effectively once.
 *
 * @param <T> type of the stream
 */
@FunctionalInterface
public interface LineFormat<T> extends Serializable {

    /**
     * Writes one line: {@code line.begin(..).tag(..).field(..).at(..)}.
     *
     * @param element the element
     * @param line where to write
     */
    void write(T element, LineWriter line);
}
