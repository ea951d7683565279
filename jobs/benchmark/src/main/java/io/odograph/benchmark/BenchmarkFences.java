// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.FloorReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code odograph benchmark fences}: the index of fences beside those of others. */
@Command(
        name = "fences",
        sortOptions = false,
        description = {
            "Looks the same positions up among the same fences with Odograph, JTS, S2 and H3, in"
                    + " turns in one thread, and compares speed, memory and answers.",
            "The answers are the same every time; speeds are of this machine, ratios less so."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class BenchmarkFences implements Callable<Integer> {

    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final List<Integer> QUICK_SIZES = List.of(1_000, 10_000);

    private static final int POSITIONS = 100_000;
    private static final int QUICK_POSITIONS = 10_000;

    private static final Race FULL = new Race(new CpuClock(), 2, 5, 300_000_000);
    private static final Race QUICK = new Race(new CpuClock(), 1, 3, 20_000_000);

    @Spec private CommandSpec spec;

    @Option(
            names = "--quick",
            description = "Few fences and rounds: figures of seconds, not to be quoted.")
    private boolean quick;

    /** For picocli, which fills the options. */
    public BenchmarkFences() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Race race = quick ? QUICK : FULL;
        int positions = quick ? QUICK_POSITIONS : POSITIONS;
        out.println(FencesReport.head(positions, race));
        out.flush();
        List<FencesResult> results = new ArrayList<>();
        for (int size : quick ? QUICK_SIZES : SIZES) {
            FencesResult result = FencesResult.of(size, positions, race);
            results.add(result);
            out.println(FencesReport.table(result));
            out.flush();
        }
        List<Floor> floors = FencesReport.floors(results);
        out.print(FloorReport.text(floors));
        out.flush();
        return floors.stream().allMatch(Floor::met) ? 0 : 1;
    }
}
