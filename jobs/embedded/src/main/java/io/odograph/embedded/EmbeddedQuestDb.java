// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.ServerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time-series database in this process that takes line protocol as InfluxDB 2 does and answers
 * SQL: QuestDB, on a free port of the loopback interface, without its other interfaces and without
 * telemetry.
 *
 * <p>Everything it stores lies in a temporary folder that {@link #close()} deletes.
 */
public final class EmbeddedQuestDb implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /** What breaks goes to a file of its own: the console belongs to others. */
    private static final String LOG_SETTINGS =
            """
            writers=file
            w.file.class=io.questdb.log.LogFileWriter
            w.file.location=%s
            w.file.level=ERROR
            """;

    private final Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;
    private @Nullable ServerMain server;

    private EmbeddedQuestDb(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts a database and returns when it answers.
     *
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedQuestDb start() {
        EmbeddedQuestDb database = new EmbeddedQuestDb(TemporaryFolder.create("odograph-questdb-"));
        try {
            Path settings = Files.createDirectories(database.folder.resolve("conf"));
            Files.writeString(
                    settings.resolve("log.conf"),
                    LOG_SETTINGS.formatted(database.folder.resolve("questdb.log")));
            database.resume();
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw new IllegalStateException("The embedded database did not start", e);
        }
    }

    /** Address of its HTTP interface: writes as to InfluxDB 2, {@code /exec}. */
    public String url() {
        return "http://" + HOST + ":" + port;
    }

    /** Stops it, keeping what it stores, as an outage would. */
    public void pause() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Starts it again, on the same port with what it stored; nothing happens where it runs. */
    public void resume() {
        if (server == null) {
            ServerMain started = new ServerMain(bootstrap());
            server = started;
            started.start();
            port = started.getHttpServerPort();
        }
    }

    /**
     * Runs a statement of SQL.
     *
     * @return the rows that it answers with, whose values are texts, numbers, booleans or null
     * @throws IllegalArgumentException if the database refuses it
     * @throws UncheckedIOException if the database does not answer
     */
    public List<List<@Nullable Object>> sql(String statement) {
        String query = URLEncoder.encode(statement, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/exec?query=" + query)).build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException(response.body());
            }
            return rows(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the database", e);
        }
    }

    /** Returns when all that a table was sent can be read. */
    public void awaitWrites(String table) {
        if (server == null) {
            throw new IllegalStateException("The embedded database is stopped");
        }
        server.awaitTable(table);
    }

    /** Stops it and deletes what it stored; further calls do nothing. */
    @Override
    public void close() {
        pause();
        TemporaryFolder.delete(folder);
    }

    private Bootstrap bootstrap() {
        Map<String, String> settings = new HashMap<>();
        settings.put("QDB_HTTP_BIND_TO", HOST + ":" + port);
        settings.put("QDB_HTTP_MIN_ENABLED", "false");
        settings.put("QDB_PG_ENABLED", "false");
        settings.put("QDB_LINE_TCP_ENABLED", "false");
        settings.put("QDB_TELEMETRY_ENABLED", "false");
        settings.put("QDB_SHARED_WORKER_COUNT", "2");
        PropBootstrapConfiguration configuration =
                new PropBootstrapConfiguration() {
                    @Override
                    public Map<String, String> getEnv() {
                        return settings;
                    }

                    @Override
                    public boolean useSite() {
                        return false;
                    }
                };
        return new Bootstrap(configuration, "-d", folder.toString());
    }

    private static List<List<@Nullable Object>> rows(String answer) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(answer)) {
            while (json.nextToken() != null) {
                if ("dataset".equals(json.currentName())
                        && json.currentToken() == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_ARRAY) {
                        rows.add(row(json));
                    }
                }
            }
        }
        return rows;
    }

    private static List<@Nullable Object> row(JsonParser json) throws IOException {
        List<@Nullable Object> row = new ArrayList<>();
        for (JsonToken token = json.nextToken();
                token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            row.add(
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_TRUE -> true;
                        case VALUE_FALSE -> false;
                        case VALUE_NUMBER_INT -> json.getLongValue();
                        case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                        default -> json.getText();
                    });
        }
        return row;
    }
}
