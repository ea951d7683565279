// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a real server and spoils some of its requests. */
final class FaultProxy implements AutoCloseable {

    /** What happens to a request. */
    enum Fault {
        /** It goes through. */
        NONE,
        /** 500 instead, as from a full disk. */
        REFUSED,
        /** It goes through, and 500 is answered all the same. */
        DONE_BUT_REFUSED,
        /** It goes through late. */
        SLOW
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final String target;
    private final Fault[] faults;
    private final HttpServer server;

    /** Spoils requests by turns. */
    FaultProxy(String target, Fault... faults) throws IOException {
        this.target = target;
        this.faults = faults;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Fault fault = faults[requests.getAndIncrement() % faults.length];
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            if (fault == Fault.SLOW) {
                Thread.sleep(400);
            }
            int status = fault == Fault.REFUSED ? 500 : forward(exchange, body);
            exchange.sendResponseHeaders(fault == Fault.DONE_BUT_REFUSED ? 500 : status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private int forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
