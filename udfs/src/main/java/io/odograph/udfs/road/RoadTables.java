// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.reference.VehicleClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The small tables of a road network: most roads share few limits and regions.
 *
 * @param origin what it was made from
 * @param firstRow number of the southernmost row of the grid
 * @param regions regions that edges refer to
 * @param limits limits that edges refer to; the first one is {@link RoadLimit#UNKNOWN}
 */
record RoadTables(RoadOrigin origin, int firstRow, List<Region> regions, List<RoadLimit> limits) {

    RoadTables {
        regions = List.copyOf(regions);
        limits = List.copyOf(limits);
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(origin.source());
            out.writeUTF(origin.dataTime() == null ? "" : origin.dataTime().toString());
            out.writeUTF(origin.attribution());
            out.writeInt(firstRow);
            out.writeInt(regions.size());
            for (Region region : regions) {
                out.writeUTF(region.country());
                out.writeUTF(region.zone() == null ? "" : region.zone().getId());
            }
            out.writeInt(limits.size());
            for (RoadLimit limit : limits) {
                write(limit, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IOException or an unchecked exception if it is something else
     */
    static RoadTables of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        String source = in.readUTF();
        String time = in.readUTF();
        RoadOrigin origin =
                new RoadOrigin(source, time.isEmpty() ? null : Instant.parse(time), in.readUTF());
        int firstRow = in.readInt();
        List<Region> regions = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String country = in.readUTF();
            String zone = in.readUTF();
            regions.add(new Region(country, zone.isEmpty() ? null : ZoneId.of(zone)));
        }
        List<RoadLimit> limits = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            limits.add(readLimit(in));
        }
        return new RoadTables(origin, firstRow, regions, limits);
    }

    private static void write(RoadLimit limit, DataOutputStream out) throws IOException {
        out.writeUTF(limit.kind().name());
        out.writeFloat(limit.value());
        out.writeBoolean(limit.mph());
        out.writeUTF(limit.source().name());
        out.writeFloat(limit.confidence());
        out.writeFloat(limit.upperBound());
        out.writeInt(limit.clauses().size());
        for (LimitClause clause : limit.clauses()) {
            out.writeUTF(clause.kind().name());
            out.writeFloat(clause.value());
            out.writeBoolean(clause.mph());
            out.writeInt(clause.classes().size());
            for (VehicleClass vehicleClass : new TreeSet<>(clause.classes())) {
                out.writeUTF(vehicleClass.name());
            }
            write(clause.schedule(), out);
            out.writeUTF(clause.source().name());
        }
    }

    private static void write(@Nullable Schedule schedule, DataOutputStream out)
            throws IOException {
        out.writeInt(schedule == null ? 0 : schedule.periods().size());
        if (schedule != null) {
            for (Schedule.Period period : schedule.periods()) {
                out.writeInt(period.fromDay());
                out.writeInt(period.toDay());
                out.writeInt(period.weekdays());
                out.writeInt(period.fromMinute());
                out.writeInt(period.toMinute());
            }
        }
    }

    private static RoadLimit readLimit(DataInputStream in) throws IOException {
        LimitKind kind = LimitKind.valueOf(in.readUTF());
        float value = in.readFloat();
        boolean mph = in.readBoolean();
        LimitSource source = LimitSource.valueOf(in.readUTF());
        float confidence = in.readFloat();
        float upperBound = in.readFloat();
        List<LimitClause> clauses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            clauses.add(readClause(in));
        }
        return new RoadLimit(kind, value, mph, source, confidence, upperBound, clauses);
    }

    private static LimitClause readClause(DataInputStream in) throws IOException {
        LimitKind kind = LimitKind.valueOf(in.readUTF());
        float value = in.readFloat();
        boolean mph = in.readBoolean();
        Set<VehicleClass> classes = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.add(VehicleClass.valueOf(in.readUTF()));
        }
        Schedule schedule = readSchedule(in);
        return new LimitClause(
                kind, value, mph, classes, schedule, LimitSource.valueOf(in.readUTF()));
    }

    private static @Nullable Schedule readSchedule(DataInputStream in) throws IOException {
        List<Schedule.Period> periods = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            periods.add(
                    new Schedule.Period(
                            in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt()));
        }
        return periods.isEmpty() ? null : new Schedule(periods);
    }
}
