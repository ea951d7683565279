// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the tables in which vehicles and devices were recorded; nothing but numbers is kept. */
final class Recordings {

    /** A time as a whole-second trip log states it. */
    record Second(String trip, double time, double speed, double latitude, double longitude) {}

    private Recordings() {}

    /** Lines of a gzip file. */
    static List<String> lines(Path file) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Files of a folder whose names match, in their order; none where there is no folder. */
    static List<Path> files(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern name = Pattern.compile(pattern);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * One channel of a laboratory crash test: time in s from the impact and acceleration in g, both
     * by white space. The mean before the impact, the sensor's offset, is taken out.
     */
    static Channel channel(List<String> lines) {
        double[] times = new double[lines.size()];
        double[] values = new double[lines.size()];
        double sum = 0;
        int before = 0;
        for (int i = 0; i < times.length; i++) {
            String[] cells = lines.get(i).strip().split("\\s+", -1);
            times[i] = Double.parseDouble(cells[0]);
            values[i] = Double.parseDouble(cells[1]);
            sum += times[i] < 0 ? values[i] : 0;
            before += times[i] < 0 ? 1 : 0;
        }
        double offset = before == 0 ? 0 : sum / before;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - offset) * Channel.G;
        }
        return new Channel(times, values);
    }

    /**
     * A phone's accelerometer: time in s and three axes in m/s2 by comma, with or without heads.
     */
    static PhoneLog phone(List<String> lines) {
        List<double[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("\"")) {
                rows.add(Stream.of(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray());
            }
        }
        double seconds = rows.get(rows.size() - 1)[0] - rows.get(0)[0];
        float rate = (float) ((rows.size() - 1) / seconds);
        return new PhoneLog(rate, axis(rows, 1), axis(rows, 2), axis(rows, 3));
    }

    private static float[] axis(List<double[]> rows, int axis) {
        float[] samples = new float[rows.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) rows.get(i)[axis];
        }
        return samples;
    }

    /**
     * A log of satellite positions once a second: semicolons, decimal commas, columns by their
     * names; rows that are marked as not valid are left out.
     */
    static List<Second> trips(List<String> lines) {
        List<String> heads = List.of(lines.get(0).split(";", -1));
        int trip = column(heads, "TRIP");
        int time = column(heads, "TIME_ACUM");
        int speed = column(heads, "SPD_KMH");
        int latitude = column(heads, "LAT");
        int longitude = column(heads, "LONG");
        int valid = column(heads, "VALID_TIME");
        List<Second> seconds = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            if (cells[valid].equals("Yes") && !cells[speed].isBlank()) {
                seconds.add(
                        new Second(
                                cells[trip],
                                decimal(cells[time]),
                                decimal(cells[speed]),
                                decimal(cells[latitude]),
                                decimal(cells[longitude])));
            }
        }
        return seconds;
    }

    /**
     * A log of a vehicle's bus: commas, units in the heads, about two rows for each second that the
     * engine has run; the last row of a second counts.
     */
    static List<Second> bus(List<String> lines) {
        List<String> heads = List.of(lines.get(0).split(",", -1));
        int time = column(heads, "ENGINE_RUN_TINE ()");
        int speed = column(heads, "VEHICLE_SPEED ()");
        List<Second> seconds = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length <= Math.max(time, speed)) {
                continue;
            }
            Second second =
                    new Second(
                            "",
                            Double.parseDouble(cells[time]),
                            Double.parseDouble(cells[speed]),
                            Double.NaN,
                            Double.NaN);
            int last = seconds.size() - 1;
            if (last >= 0 && seconds.get(last).time() >= second.time()) {
                seconds.remove(last);
            }
            seconds.add(second);
        }
        return seconds;
    }

    private static int column(List<String> heads, String name) {
        int index = heads.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + name);
        }
        return index;
    }

    private static double decimal(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
