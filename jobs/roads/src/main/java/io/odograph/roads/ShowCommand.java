// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadFileException;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph roads show}: explains the limits at a place. */
@Command(
        name = "show",
        sortOptions = false,
        description = "Explains which roads are near a place, and their limits.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a road near",
            "1:there is none, or the file cannot be read",
            "2:wrong usage, or no road file"
        })
public final class ShowCommand implements Callable<Integer> {

    private static final double REACH = 100;
    private static final int SHOWN = 6;

    /** Beyond it a vehicle does not drive along the road. */
    private static final double MOST_TURN = 60;

    private static final Pattern PLACE =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?),\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Road file.")
    private Path file;

    @Option(
            names = "--at",
            paramLabel = "LAT,LON",
            required = true,
            description = "The place, degrees.")
    private String at;

    @Option(
            names = "--heading",
            paramLabel = "DEG",
            description = "Only directions within 60 degrees, clockwise from north.")
    private @Nullable Double heading;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            description = "Tell what holds for a vehicle: ${COMPLETION-CANDIDATES}.")
    private @Nullable VehicleClass vehicleClass;

    @Option(
            names = "--time",
            paramLabel = "ISO",
            description =
                    "Tell what holds at a time, such as 2026-03-01T23:00 on the road's clock, or"
                            + " with an offset.")
    private @Nullable String time;

    /** For picocli, which fills the options. */
    public ShowCommand() {}

    @Override
    public Integer call() throws IOException {
        double[] place = parsedPlace();
        if (heading != null && !(heading >= 0 && heading <= 360)) {
            throw new ParameterException(
                    spec.commandLine(), "--heading: " + heading + " is not from 0 to 360");
        }
        TemporalAccessor when = parsedTime();
        RoadNetwork network = open();
        List<NearRoads.Near> near =
                new NearRoads(network, place[0], place[1])
                        .within(REACH).stream()
                                .filter(road -> heading == null || road.turn(heading) <= MOST_TURN)
                                .limit(SHOWN)
                                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (near.isEmpty()) {
            out.printf("no road within %.0f m%n", REACH);
        }
        near.forEach(road -> explain(network, road, when, out));
        out.flush();
        return near.isEmpty() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void explain(
            RoadNetwork network,
            NearRoads.Near road,
            @Nullable TemporalAccessor when,
            PrintWriter out) {
        RoadLimit limit = network.limit(road.key());
        Region region = network.region(road.key() >> 1);
        out.println(RoadText.road(network, road));
        out.println("         " + RoadText.limit(limit));
        for (LimitClause clause : limit.clauses()) {
            out.println("         " + RoadText.clause(clause));
        }
        if (vehicleClass != null || when != null) {
            VehicleClass vehicle = vehicleClass == null ? VehicleClass.UNKNOWN : vehicleClass;
            out.println(
                    "         => "
                            + RoadText.holding(
                                    network, road.key(), vehicle, local(when, region.zone()))
                            + (when == null ? "" : " " + clock(region)));
        }
    }

    private static String clock(Region region) {
        return "(" + (region.zone() == null ? "no time zone known" : region.zone().getId()) + ")";
    }

    private double[] parsedPlace() {
        Matcher matcher = PLACE.matcher(at);
        if (matcher.matches()) {
            double latitude = Double.parseDouble(matcher.group(1));
            double longitude = Double.parseDouble(matcher.group(2));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                return new double[] {latitude, longitude};
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--at: " + at + " is not LAT,LON, such as 49.41,8.69");
    }

    private RoadNetwork open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not a file");
        }
        try {
            return RoadNetwork.open(file);
        } catch (RoadFileException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private @Nullable TemporalAccessor parsedTime() {
        try {
            return time == null
                    ? null
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            time, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--time: " + time + " is not a time such as 2026-03-01T23:00",
                    e);
        }
    }

    /** On the road's clock; null where a time with an offset meets a road without one. */
    private static @Nullable LocalDateTime local(
            @Nullable TemporalAccessor when, @Nullable ZoneId zone) {
        if (when instanceof OffsetDateTime instant) {
            return zone == null ? null : instant.atZoneSameInstant(zone).toLocalDateTime();
        }
        return (LocalDateTime) when;
    }
}
