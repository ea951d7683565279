// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.FloorReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph benchmark matching}: map matching beside GraphHopper's. */
@Command(
        name = "matching",
        sortOptions = false,
        description = {
            "Matches the same simulated drives with Odograph and with GraphHopper, in turns in one"
                    + " thread, and compares speed and quality.",
            "The same roads give the same drives and the same quality; speeds are of this machine,"
                    + " ratios less so."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class BenchmarkMatching implements Callable<Integer> {

    private static final int[] INTERVALS = {1, 5, 15, 30};

    private static final Race FULL = new Race(new CpuClock(), 2, 5, 300_000_000);
    private static final Race QUICK = new Race(new CpuClock(), 2, 3, 20_000_000);

    private static final int QUICK_DRIVES = 6;
    private static final int DRIVES = 40;
    private static final int OPENINGS = 9;

    @Spec private CommandSpec spec;

    @Mixin private RoadsOption roads;

    @Option(
            names = "--drives",
            paramLabel = "N",
            description =
                    "Drives of 2 to 40 km (default: " + DRIVES + "; quick: " + QUICK_DRIVES + ").")
    private int drives;

    @Option(names = "--quick", description = "Fewer rounds: figures of a minute, not to be quoted.")
    private boolean quick;

    /** For picocli, which fills the options. */
    public BenchmarkMatching() {}

    @Override
    public Integer call() throws IOException {
        if (drives < 0) {
            throw new ParameterException(spec.commandLine(), "--drives must be 1 or more");
        }
        int wanted = quick ? QUICK_DRIVES : DRIVES;
        try (MatchingTrial trial =
                MatchingTrial.of(roads.file(spec), drives > 0 ? drives : wanted)) {
            return run(trial, quick ? QUICK : FULL) ? 0 : 1;
        }
    }

    private boolean run(MatchingTrial trial, Race race) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(MatchingReport.head(trial, race));
        out.flush();
        List<MatchingResult> results = new ArrayList<>();
        for (int interval : INTERVALS) {
            MatchingResult result = MatchingResult.of(trial, interval, race);
            results.add(result);
            out.println(MatchingReport.table(result));
            out.flush();
        }
        out.println(MatchingReport.state(results));
        out.println(
                MatchingReport.openings(trial.openOdograph(OPENINGS), trial.openHopper(OPENINGS)));
        List<Floor> floors = MatchingFloors.of(results, trial.network().edgeCount());
        out.print(FloorReport.text(floors));
        out.flush();
        return floors.stream().allMatch(Floor::met);
    }
}
