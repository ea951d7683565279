// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What became of the records, against the ground truth.
 *
 * @param expected what had to become of them
 * @param accounts what did, by job; at least one
 */
record AccountScore(RecordAccount expected, SortedMap<String, RecordAccount> accounts)
        implements Score {

    private boolean isRight(RecordAccount account) {
        return account.balances() && account.equals(expected);
    }

    @Override
    public boolean isPerfect() {
        return accounts.values().stream().allMatch(this::isRight);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        RecordAccount shown = accounts.get(accounts.firstKey());
        lines.add("Records  " + shown);
        shown.deadLettered().forEach((reason, count) -> lines.add(INDENT + count + " " + reason));
        String head = "Account  ";
        for (Map.Entry<String, RecordAccount> job : accounts.entrySet()) {
            lines.add(head + job.getKey() + " job: " + verdict(job.getValue()));
            head = INDENT;
        }
        return lines;
    }

    private String verdict(RecordAccount account) {
        if (!account.balances()) {
            return "does not balance, %d records unaccounted for".formatted(account.unaccounted());
        }
        return isRight(account)
                ? "balances, as expected"
                : "balances, but expected was " + expected.toJson().strip();
    }
}
