// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

    /** Example of RFC 9562, appendix A.4. */
    @Test
    void theExampleOfTheStandardComesOut() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(NameBasedUuid.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void theSameIncidentHasTheSameIdAndAnyOtherAnother() {
        UUID id = NameBasedUuid.ofAlert("CRASH", "acme", "car-1", 1_000);

        assertThat(NameBasedUuid.ofAlert("CRASH", "acme", "car-1", 1_000)).isEqualTo(id);
        assertThat(NameBasedUuid.ofAlert("SPEEDING", "acme", "car-1", 1_000)).isNotEqualTo(id);
        assertThat(NameBasedUuid.ofAlert("CRASH", "", "car-1", 1_000)).isNotEqualTo(id);
        assertThat(NameBasedUuid.ofAlert("CRASH", "acme", "car-2", 1_000)).isNotEqualTo(id);
        assertThat(NameBasedUuid.ofAlert("CRASH", "acme", "car-1", 1_001)).isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }
}
