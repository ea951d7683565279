// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogSettingsTest {

    @Test
    void zonesThatThisJavaDoesNotKnowAreNoErrorOfTheUser() {
        assertThat(LoggerFactory.getLogger("net.iakovlev.timeshape.Index").isErrorEnabled())
                .isFalse();
        assertThat(LoggerFactory.getLogger("net.iakovlev.timeshape").isErrorEnabled()).isTrue();
    }
}
