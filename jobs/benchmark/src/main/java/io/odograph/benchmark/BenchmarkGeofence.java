// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.evaluate.TextTable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code odograph benchmark geofence}: the geofence pipeline with very many fences. */
@Command(
        name = "geofence",
        sortOptions = false,
        description = {
            "Runs vehicles among fences through the geofence pipeline on a Flink cluster in this"
                    + " process, without Kafka: with few fences in every task, and with many by"
                    + " cell.",
            "A million fences want a heap of 8 GB: ODOGRAPH_JAVA_OPTS=-Xmx8g."
        })
public final class BenchmarkGeofence implements Callable<Integer> {

    private static final int PARALLELISM = 2;
    private static final int TENANTS = 100;
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int VEHICLES = 100_000;
    private static final int SECONDS = 30;
    private static final int QUICK_MANY = 20_000;
    private static final int QUICK_VEHICLES = 2_000;
    private static final int QUICK_SECONDS = 10;

    @Spec private CommandSpec spec;

    @Option(names = "--quick", description = "Few fences, vehicles and seconds: not to be quoted.")
    private boolean quick;

    /** For picocli, which fills the options. */
    public BenchmarkGeofence() {}

    @Override
    public Integer call() throws Exception {
        int vehicles = quick ? QUICK_VEHICLES : VEHICLES;
        long records = (long) vehicles * (quick ? QUICK_SECONDS : SECONDS);
        TextTable table =
                new TextTable(
                        format("%,d vehicles, %,d records", vehicles, records),
                        "fences",
                        "start, s",
                        "records/s",
                        "alerts",
                        "heap, MB");
        try (EmbeddedFlink flink = EmbeddedFlink.start(PARALLELISM, new Configuration())) {
            race(flink, false, new GeofenceLoad(quick ? QUICK_VEHICLES : FEW, vehicles, TENANTS))
                    .addTo(table, "in every task", records);
            race(flink, true, new GeofenceLoad(quick ? QUICK_VEHICLES : FEW, vehicles, TENANTS))
                    .addTo(table, "by cell", records);
            race(flink, true, new GeofenceLoad(quick ? QUICK_MANY : MANY, vehicles, TENANTS))
                    .addTo(table, "by cell", records);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        out.flush();
        return 0;
    }

    /** One record shows what starting costs, fences included; it is taken off. */
    private Result race(EmbeddedFlink flink, boolean byCell, GeofenceLoad load) throws Exception {
        GeofenceRace race = new GeofenceRace(flink, PARALLELISM, byCell);
        long records = (long) load.vehicles() * (quick ? QUICK_SECONDS : SECONDS);
        // The first run compiles.
        race.run(load, records / 10);
        GeofenceRace.Run start = race.run(load, 1);
        return new Result(load, start, race.run(load, records));
    }

    private record Result(GeofenceLoad load, GeofenceRace.Run start, GeofenceRace.Run run) {

        void addTo(TextTable table, String name, long records) {
            table.add(
                    name,
                    format("%,d", load.fences()),
                    format("%.1f", start.seconds()),
                    format("%,.0f", records / (run.seconds() - start.seconds())),
                    format("%,d", run.alerts()),
                    format("%,d", run.heap() / 1_000_000));
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
