// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph demo}: the whole way, from raw telemetry to alerts on a topic. */
@Command(
        name = "demo",
        description =
                "Plays sample data through a real Kafka and Flink in this process, prints each alert"
                        + " as it happens, compares with the ground truth, and asks the database how"
                        + " the vehicles were driven.%n",
        sortOptions = false,
        footer = {
            "",
            "Exit code: 0 every crash and every episode of speeding was found, nothing false,"
                    + " every record accounted for as expected; 1 otherwise; 2 wrongly asked,"
                    + " nothing started."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;
    private static final long PATIENCE_SECONDS = 30;

    @Spec private CommandSpec spec;

    @Option(
            names = "--speed-up",
            defaultValue = "40",
            paramLabel = "N",
            description = "How much faster than recorded to play. Default: 40.")
    private double speedUp;

    @Option(
            names = "--stay",
            description = "Stay up after the scoreboard, with addresses printed, until Ctrl-C.")
    private boolean stay;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder that 'odograph simulate' made, with roads.odo. Default: sample-data.")
    private @Nullable Path data;

    private volatile boolean stopping;

    @Override
    public Integer call() throws Exception {
        Screen screen =
                new Screen(spec.commandLine().getOut(), Boolean.getBoolean("odograph.terminal"));
        Demo demo = new Demo(load(), speedUp, stay, screen);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(stopOnSignal(Thread.currentThread(), stopped));
        try {
            return demo.run() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (Exception e) {
            // What was interrupted on purpose complains in many ways, none of which matters.
            if (stopping) {
                screen.clearStatus();
                return INTERRUPTED;
            }
            throw e;
        } finally {
            stopped.countDown();
        }
    }

    /** Ctrl-C: lets the demo close what it started before the process ends. */
    private Thread stopOnSignal(Thread demo, CountDownLatch stopped) {
        return new Thread(
                () -> {
                    if (stopped.getCount() == 0) {
                        return;
                    }
                    stopping = true;
                    demo.interrupt();
                    try {
                        stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop-demo");
    }

    private SampleData load() {
        if (!(speedUp > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "--speed-up " + speedUp + ": must be above 0");
        }
        try {
            return SampleData.load(data != null ? data : defaultData());
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Path defaultData() {
        return Path.of(System.getProperty("odograph.root", ""), "sample-data");
    }
}
