// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * A server that takes line protocol as InfluxDB does, keeps the newest fields of each point, and
 * answers as it is told.
 */
final class InfluxStub implements AutoCloseable {

    /** What a request was. */
    record Seen(String target, Headers headers, List<String> lines, long nanos) {}

    /** What to do with a request. */
    interface Reply {
        /** Answers. */
        void answer(InfluxStub stub, HttpExchange exchange) throws Exception;
    }

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    final Map<String, LineParser> points = new ConcurrentHashMap<>();
    private final Deque<Reply> script = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Reply otherwise = InfluxStub::accept;

    InfluxStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers the next requests so, in this order. */
    synchronized void next(Reply... replies) {
        script.addAll(List.of(replies));
    }

    /** Answers all requests so that nothing else is said about. */
    void always(Reply reply) {
        otherwise = reply;
    }

    private synchronized Reply reply() {
        Reply next = script.poll();
        return next == null ? otherwise : next;
    }

    private void handle(HttpExchange exchange) {
        try {
            reply().answer(this, exchange);
        } catch (Exception e) {
            // The client is gone, or the server is being stopped.
        } finally {
            exchange.close();
        }
    }

    /** Takes all lines. */
    static void accept(InfluxStub stub, HttpExchange exchange) throws IOException {
        stub.keep(stub.read(exchange));
        exchange.sendResponseHeaders(204, -1);
    }

    /** Takes no line and answers with this status and these headers, by turns name and value. */
    static Reply refuse(int status, String body, String... headers) {
        return (stub, exchange) -> {
            stub.read(exchange);
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    /** Reads some of the body and cuts the connection. */
    static void cut(InfluxStub stub, HttpExchange exchange) throws IOException {
        int some = exchange.getRequestBody().read(new byte[8]);
        stub.seen.add(new Seen("cut", exchange.getRequestHeaders(), List.of("" + some), 0));
    }

    /** Takes the lines and never says so. */
    static void acceptAndCut(InfluxStub stub, HttpExchange exchange) throws IOException {
        stub.keep(stub.read(exchange));
    }

    /** Takes the lines after a while. */
    static Reply slow(long millis) {
        return (stub, exchange) -> {
            List<String> lines = stub.read(exchange);
            Thread.sleep(millis);
            stub.keep(lines);
            exchange.sendResponseHeaders(204, -1);
        };
    }

    /** Refuses requests of more lines as too large. */
    static Reply atMost(int lines) {
        return (stub, exchange) -> {
            List<String> read = stub.read(exchange);
            if (read.size() > lines) {
                send(exchange, 413, "{\"code\":\"request too large\"}");
            } else {
                stub.keep(read);
                exchange.sendResponseHeaders(204, -1);
            }
        };
    }

    /** Refuses lines that hold a text, with all others of their request or but for them. */
    static Reply without(String text, int status, boolean keepOthers) {
        return (stub, exchange) -> {
            List<String> read = stub.read(exchange);
            boolean poisoned = read.stream().anyMatch(line -> line.contains(text));
            if (!poisoned || keepOthers) {
                stub.keep(read.stream().filter(line -> !line.contains(text)).toList());
            }
            if (poisoned) {
                send(exchange, status, "{\"message\":\"unable to parse '" + text + "'\"}");
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The lines of a request. */
    List<String> read(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream raw = exchange.getRequestBody();
                InputStream body = gzip ? new GZIPInputStream(raw) : raw) {
            List<String> lines = List.of(new String(body.readAllBytes(), UTF_8).split("\n"));
            seen.add(
                    new Seen(
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders(),
                            lines,
                            System.nanoTime()));
            return lines;
        }
    }

    /** Keeps lines as a database does: the newest of a point wins. */
    void keep(List<String> lines) {
        for (String line : lines) {
            LineParser parsed = LineParser.parse(line);
            points.put(parsed.measurement() + parsed.tags() + parsed.time(), parsed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
