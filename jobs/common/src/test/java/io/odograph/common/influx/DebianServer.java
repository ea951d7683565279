// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A database server from a package of Debian, unpacked below target without being installed. */
final class DebianServer implements AutoCloseable {

    private static final Path PACKAGES = Path.of("target/servers");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> command;
    private final String ready;
    private final Path log;
    final String url;
    private @Nullable Process process;

    private DebianServer(String url, List<String> command, String ready, Path log) {
        this.url = url;
        this.command = command;
        this.ready = ready;
        this.log = log;
    }

    /** The program of a package, or null where it cannot be had here. */
    static @Nullable Path program(String debianPackage, String program) throws Exception {
        Path unpacked = PACKAGES.resolve(debianPackage);
        Path binary = unpacked.resolve("usr/bin").resolve(program).toAbsolutePath();
        if (!Files.isExecutable(binary)) {
            Files.createDirectories(unpacked);
            String script =
                    "apt-get download "
                            + debianPackage
                            + " && dpkg -x "
                            + debianPackage
                            + "_*.deb "
                            + unpacked.toAbsolutePath();
            Process shell =
                    new ProcessBuilder("sh", "-c", script)
                            .directory(PACKAGES.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(PACKAGES.resolve(debianPackage + ".log").toFile())
                            .start();
            if (!shell.waitFor(3, TimeUnit.MINUTES)) {
                shell.destroyForcibly();
            }
        }
        return Files.isExecutable(binary) ? binary : null;
    }

    /** InfluxDB 1 with an empty database. */
    static DebianServer influxDb(Path influxd, Path folder, String database) throws Exception {
        int port = freePort();
        Path config =
                Files.writeString(
                        folder.resolve("influxdb.conf"),
                        """
                        reporting-disabled = true
                        bind-address = "127.0.0.1:%2$d"
                        [meta]
                          dir = "%1$s/meta"
                        [data]
                          dir = "%1$s/data"
                          wal-dir = "%1$s/wal"
                          query-log-enabled = false
                        [http]
                          bind-address = "127.0.0.1:%3$d"
                          log-enabled = false
                        """
                                .formatted(folder.toAbsolutePath(), freePort(), port));
        DebianServer server =
                new DebianServer(
                        "http://127.0.0.1:" + port,
                        List.of(influxd.toString(), "run", "-config", config.toString()),
                        "/ping",
                        folder.resolve("log"));
        server.start();
        server.send("POST", "/query?q=" + encode("CREATE DATABASE " + database));
        return server;
    }

    /** VictoriaMetrics, which keeps one of several samples of the same millisecond. */
    static DebianServer victoriaMetrics(Path program, Path folder) throws Exception {
        int port = freePort();
        DebianServer server =
                new DebianServer(
                        "http://127.0.0.1:" + port,
                        List.of(
                                program.toString(),
                                "-httpListenAddr=127.0.0.1:" + port,
                                "-storageDataPath=" + folder.resolve("data"),
                                "-retentionPeriod=100y",
                                "-dedup.minScrapeInterval=1ms"),
                        "/health",
                        folder.resolve("log"));
        server.start();
        return server;
    }

    /** Starts it on its port with what it stored, and returns when it answers. */
    void start() throws Exception {
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        for (int i = 0; i < 600; i++) {
            try {
                send("GET", ready);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("Does not start: " + Files.readString(log));
    }

    /** As kill -9 does. */
    void kill() throws Exception {
        end(Process::destroyForcibly);
    }

    /** As an operator does, so that it may write what it holds in memory. */
    void stop() throws Exception {
        end(
                running -> {
                    running.destroy();
                    return running;
                });
    }

    private void end(Function<Process, Process> how) throws Exception {
        if (process != null) {
            how.apply(process).waitFor(60, TimeUnit.SECONDS);
        }
    }

    /** Sends a request and returns the body of its answer. */
    String send(String method, String path) throws Exception {
        return send(method, path, "");
    }

    /** Sends a request with a body and returns the body of its answer. */
    String send(String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .timeout(Duration.ofMinutes(1))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        kill();
    }
}
