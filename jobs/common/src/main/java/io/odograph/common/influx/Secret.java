// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A token or password, or where a task manager finds it. Never tells it but by {@link #read}.
 *
 * <p>From a file or the environment it does not travel with the job, and a file is read again at
 * each start of the sink, so that a token can be exchanged.
 */
public final class Secret implements Serializable {

    private final String option;
    private final String value;
    private final String file;
    private final String environment;

    /**
     * Creates it.
     *
     * @param option option that it can be given by; with "-file" behind it, the option of its file
     * @param value the secret itself, or the empty string
     * @param file file that holds it, or the empty string
     * @param environment environment variable that holds it where neither is given
     */
    Secret(String option, String value, String file, String environment) {
        this.option = option;
        this.value = value;
        this.file = file;
        this.environment = environment;
    }

    /**
     * The secret, or the empty string where none is set.
     *
     * @throws IOException if its file cannot be read or holds none
     */
    String read() throws IOException {
        if (!value.isEmpty()) {
            return value;
        }
        if (file.isEmpty()) {
            String variable = System.getenv(environment);
            return variable == null ? "" : checked(variable.strip(), environment);
        }
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new IOException("it is empty");
            }
            return checked(content, option + "-file");
        } catch (IOException e) {
            throw new IOException(option + "-file: cannot use " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where it can be set, for messages. */
    String places() {
        return option + ", " + option + "-file or the environment variable " + environment;
    }

    /** It becomes part of a header; the client's own complaint would quote it. */
    private static String checked(String secret, String place) throws IOException {
        if (!isPrintable(secret)) {
            throw new IOException(place + " holds characters that no header can carry");
        }
        return secret;
    }

    /** Whether a header can carry it. */
    static boolean isPrintable(String secret) {
        return secret.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    @Override
    public String toString() {
        return "secret of " + option;
    }
}
