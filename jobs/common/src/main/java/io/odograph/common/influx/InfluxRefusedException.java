// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;

/** InfluxDB takes no line at all, since an option is wrong; the message names it. */
public final class InfluxRefusedException extends IOException {

    /** Creates the exception; the message must not tell the token. */
    InfluxRefusedException(String message) {
        super(message);
    }
}
