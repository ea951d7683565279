// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.transport.Upload;
import java.util.List;

/** Finds places in a vehicle's uploads. */
final class Uploads {

    private Uploads() {}

    /** Index of the first upload measured at or after a time, at most the last but one. */
    static int indexAt(List<Upload> uploads, double time) {
        int i = 0;
        while (i < uploads.size() - 2 && uploads.get(i).time() < time) {
            i++;
        }
        return i;
    }
}
