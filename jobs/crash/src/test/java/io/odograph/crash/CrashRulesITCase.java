// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules in the pipeline: which holds, from when, and that the alert says so. */
class CrashRulesITCase {

    private static EmbeddedFlink flink;

    @BeforeAll
    static void startFlink() {
        flink = EmbeddedFlink.start(2, new Configuration());
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void aRuleHoldsFromItsEventTimeOnAndStandsInTheAlert() throws Exception {
        long later = Drive.START + 100_000;
        Rule rule = rule("strict", 3, "acme", null, later, Map.of("crash.impact.delta-v", 50.0));

        CrashRun run = CrashRun.under(List.of(rule), flink, twoImpacts());

        assertThat(run.alerts())
                .extracting(incident -> incident.alert().ruleVersion())
                .containsOnly("defaults");
        assertThat(run.alerts())
                .extracting(incident -> incident.alert().eventTime())
                .containsOnly(Drive.START + 21_010);
    }

    @Test
    void theThresholdsInForceAreThoseOfTheImpactWhateverComesLater() throws Exception {
        long duringTheIncident = Drive.START + 25_000;
        Rule before = rule("band", 1, "acme", null, 0, Map.of("crash.severity.severe", 11.0));
        Rule after =
                rule(
                        "band",
                        2,
                        "acme",
                        null,
                        duringTheIncident,
                        Map.of("crash.impact.delta-v", 50.0));

        CrashRun run = CrashRun.under(List.of(after, before), flink, twoImpacts());

        assertThat(run.alerts()).isNotEmpty();
        assertThat(run.alerts())
                .allSatisfy(
                        incident -> {
                            assertThat(incident.alert().ruleVersion()).isEqualTo("band@1");
                            assertThat(incident.alert().thresholds())
                                    .containsEntry("crash.severity.severe", 11.0)
                                    .containsEntry("crash.impact.delta-v", 8.0);
                            assertThat(incident.alert().severity()).hasToString("HIGH");
                        });
    }

    @Test
    void aRuleOfAnotherTenantOrDeviceKindChangesNothing() throws Exception {
        Map<String, Double> never = Map.of("crash.impact.delta-v", 100.0);
        List<Rule> others =
                List.of(
                        rule("tenant", 1, "other", null, 0, never),
                        rule("phones", 1, null, DeviceKind.PHONE, 0, never));

        assertThat(CrashRun.under(others, flink, twoImpacts()))
                .isEqualTo(CrashRun.under(List.of(), flink, twoImpacts()));
    }

    private static Rule rule(
            String id,
            long version,
            @Nullable String tenant,
            @Nullable DeviceKind kind,
            long from,
            Map<String, Double> thresholds) {
        return new Rule(
                id,
                version,
                CrashJob.NAME,
                tenant,
                null,
                null,
                kind,
                null,
                from,
                Long.MAX_VALUE,
                thresholds);
    }

    private static List<Telemetry> twoImpacts() {
        return Drive.of("car")
                .driving(60, 20)
                .impact(60, 12)
                .driving(60, 100)
                .impact(60, 12)
                .driving(60, 20)
                .records();
    }
}
