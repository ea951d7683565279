// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.account.RecordAccount;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountScoreTest {

    private static final RecordAccount ACCOUNT =
            new RecordAccount(10, 7, 1, 1, new TreeMap<>(Map.of("TRUNCATED", 1L)));

    @Test
    void theSameAccountInBothJobsIsPerfect() {
        AccountScore score = score(ACCOUNT, ACCOUNT);

        assertThat(score.isPerfect()).isTrue();
        assertThat(score.lines())
                .containsExactly(
                        "Records  10 in = 7 used + 1 duplicate + 1 late + 1 dead-lettered",
                        "         1 TRUNCATED",
                        "Account  crash job: balances, as expected",
                        "         speeding job: balances, as expected");
    }

    @Test
    void anAccountThatDoesNotBalanceSpoilsIt() {
        AccountScore score = score(ACCOUNT, new RecordAccount(10, 6, 1, 1, ACCOUNT.deadLettered()));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines())
                .contains("         speeding job: does not balance, 1 records unaccounted for");
    }

    @Test
    void anAccountOtherThanExpectedSpoilsItThoughItBalances() {
        AccountScore score = score(new RecordAccount(10, 8, 0, 1, ACCOUNT.deadLettered()), ACCOUNT);

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines().get(2))
                .startsWith("Account  crash job: balances, but expected was {\"in\":10,\"used\":7");
    }

    private static AccountScore score(RecordAccount crash, RecordAccount speeding) {
        return new AccountScore(
                ACCOUNT, new TreeMap<>(Map.of("crash", crash, "speeding", speeding)));
    }
}
