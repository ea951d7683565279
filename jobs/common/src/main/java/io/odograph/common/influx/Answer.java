// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a server answered to a request.
 *
 * @param status HTTP status, or 0 where no answer came
 * @param retryAfter wait that it asks for, ms, or 0
 * @param location where a redirect leads, without path and query, or the empty string
 * @param body beginning of the body; where no answer came, why
 */
record Answer(int status, long retryAfter, String location, String body) {

    /** What to do with the lines of the request. */
    enum Verdict {
        /** They are in the database. */
        WRITTEN,
        /** Send them again. */
        AGAIN,
        /** At least one of them is refused, or they are too many for one request. */
        REFUSED,
        /** No line would be taken: the configuration is wrong. */
        HOPELESS
    }

    /** Words by which servers say why; nothing else of their text, which quotes the line. */
    private static final List<String> REASONS =
            List.of(
                    "field type conflict",
                    "beyond retention policy",
                    "outside retention",
                    "unable to parse",
                    "failed to parse",
                    "cast error",
                    "max-values-per-tag",
                    "max-series-per-database",
                    "max key length exceeded",
                    "too large");

    /** Stands for an answer that did not come. */
    static Answer none(IOException e) {
        return new Answer(0, 0, "", e.toString());
    }

    /** What to do with the lines of the request. */
    Verdict verdict() {
        return switch (status) {
            case 400, 413, 422 -> Verdict.REFUSED;
            case 0, 408, 425, 429 -> Verdict.AGAIN;
            default -> {
                if (status >= 200 && status < 300) {
                    yield Verdict.WRITTEN;
                }
                yield status >= 500 ? Verdict.AGAIN : Verdict.HOPELESS;
            }
        };
    }

    /** What was wrong, for the log. */
    String trouble() {
        return status == 0 ? "no answer: " + body : "answer " + status;
    }

    /** Why a line is refused, in words that tell no id. */
    String reason() {
        String text = body.toLowerCase(Locale.ROOT);
        return REASONS.stream()
                .filter(text::contains)
                .findFirst()
                .map(reason -> "InfluxDB answers " + status + " to this line alone: " + reason)
                .orElse("InfluxDB answers " + status + " to this line alone");
    }
}
