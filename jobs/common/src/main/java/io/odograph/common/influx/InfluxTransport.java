// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Takes batches to InfluxDB, with as many threads as requests may be under way. */
final class InfluxTransport implements LineTransport {

    private final InfluxHttp http;
    private final PoisonLines.Handler poison;
    private final BatchWriter writer;
    private final ExecutorService threads;

    /**
     * Opens it; connects to nothing yet.
     *
     * @throws IOException if the token or the certificates cannot be read
     */
    InfluxTransport(InfluxConfig config, PoisonLines lines, LongSupplier clock) throws IOException {
        this.http = new InfluxHttp(config, clock);
        this.poison = lines.open();
        this.writer = new BatchWriter(http, poison);
        this.threads =
                Executors.newFixedThreadPool(
                        config.limits().maxInFlight(),
                        task -> {
                            Thread thread = new Thread(task, "influxdb-writer");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public void write(List<LineEntry> batch, Consumer<Outcome> then) {
        threads.execute(() -> then.accept(outcome(batch)));
    }

    /** What is thrown here would vanish with the thread, and the job would wait for ever. */
    private Outcome outcome(List<LineEntry> batch) {
        try {
            return writer.write(batch);
        } catch (RuntimeException e) {
            return new Outcome(List.of(), 0, batch, 0, "", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
        poison.close();
    }
}
