// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordAccountTest {

    private static final RecordAccount ACCOUNT =
            new RecordAccount(
                    1234, 1200, 20, 3, new TreeMap<>(Map.of("TRUNCATED", 10L, "EMPTY_VALUE", 1L)));

    @Test
    void isReadFromAJobsAccumulators() {
        Map<String, Object> accumulators = new HashMap<>();
        accumulators.put("account.in", 1234L);
        accumulators.put("account.used", 1200L);
        accumulators.put("account.duplicate", 20L);
        accumulators.put("account.late", 3L);
        accumulators.put("account.dead-lettered", 11L);
        accumulators.put("account.dead-lettered.TRUNCATED", 10L);
        accumulators.put("account.dead-lettered.EMPTY_VALUE", 1L);
        accumulators.put("account.dead-lettered.OVERSIZED", 0L);
        accumulators.put("something else", "text");

        assertThat(RecordAccount.of(accumulators)).isEqualTo(ACCOUNT);
    }

    @Test
    void countsNothingBeforeAJobHasReported() {
        assertThat(RecordAccount.of(Map.of()))
                .isEqualTo(new RecordAccount(0, 0, 0, 0, new TreeMap<>()));
    }

    @Test
    void balancesOnlyWhenEveryRecordIsFoundOnce() {
        assertThat(ACCOUNT.balances()).isTrue();

        RecordAccount lost = new RecordAccount(1235, 1200, 20, 3, ACCOUNT.deadLettered());
        assertThat(lost.balances()).isFalse();
        assertThat(lost.unaccounted()).isEqualTo(1);

        RecordAccount twice = new RecordAccount(1234, 1200, 20, 4, ACCOUNT.deadLettered());
        assertThat(twice.balances()).isFalse();
        assertThat(twice.unaccounted()).isEqualTo(-1);
    }

    @Test
    void jsonHasItsKeysInAFixedOrder() {
        assertThat(ACCOUNT.toJson())
                .isEqualTo(
                        "{\"in\":1234,\"used\":1200,\"duplicate\":20,\"late\":3,"
                                + "\"dead_lettered\":11,\"dead_lettered_by_reason\":"
                                + "{\"EMPTY_VALUE\":1,\"TRUNCATED\":10}}\n");
    }

    @Test
    void comesBackFromItsJson() {
        assertThat(RecordAccount.parse(ACCOUNT.toJson())).isEqualTo(ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"in\":1}"})
    void otherTextIsNoAccount(String text) {
        assertThatThrownBy(() -> RecordAccount.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAsASum() {
        assertThat(ACCOUNT)
                .hasToString("1,234 in = 1,200 used + 20 duplicate + 3 late + 11 dead-lettered");
    }
}
