// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What may be driven where and when. */
public interface TrueLimits {

    /**
     * Limit of a key at a time.
     *
     * @param key the key
     * @param time ms since the epoch
     * @return km/h; infinite without limit, NaN where not known
     */
    double kmh(int key, long time);

    /** Whether the limit of a key depends on the time. */
    boolean isTimed(int key);

    /** The limits of a network as they are for a class of vehicles. */
    static TrueLimits of(RoadNetwork network, VehicleClass vehicleClass) {
        return new TrueLimits() {
            @Override
            public double kmh(int key, long time) {
                ZoneId zone = network.region(key >> 1).zone();
                return TrueLimits.kmh(network.limit(key), vehicleClass, zone, time);
            }

            @Override
            public boolean isTimed(int key) {
                return network.limit(key).clauses().stream().anyMatch(c -> c.schedule() != null);
            }
        };
    }

    /** The same, but unknown where the map does not state a limit and it was estimated. */
    static TrueLimits stated(RoadNetwork network, VehicleClass vehicleClass) {
        TrueLimits all = of(network, vehicleClass);
        return new TrueLimits() {
            @Override
            public double kmh(int key, long time) {
                boolean stated = network.limit(key).source().isStated();
                return stated ? all.kmh(key, time) : Double.NaN;
            }

            @Override
            public boolean isTimed(int key) {
                return all.isTimed(key);
            }
        };
    }

    private static double kmh(
            RoadLimit limit, VehicleClass vehicleClass, @Nullable ZoneId zone, long time) {
        double all = limit.kmh();
        double own = Double.NaN;
        for (LimitClause clause : limit.clauses()) {
            if (clause.schedule() != null) {
                if (zone == null) {
                    return Double.NaN;
                }
                Instant instant = Instant.ofEpochMilli(time);
                if (!clause.schedule().contains(LocalDateTime.ofInstant(instant, zone))) {
                    continue;
                }
            }
            if (clause.isForAll()) {
                all = clause.kmh();
            } else if (clause.classes().contains(vehicleClass)) {
                own = Double.isNaN(own) ? clause.kmh() : Math.min(own, clause.kmh());
            }
        }
        if (Double.isNaN(own) || Double.isNaN(all)) {
            return Double.isNaN(own) ? all : own;
        }
        return Math.min(all, own);
    }

    /**
     * The same limits with another one on a way for some time, such as at road works.
     *
     * @param network the network
     * @param wayId the way
     * @param from ms since the epoch, inclusive
     * @param to exclusive
     * @param limit km/h
     */
    default TrueLimits with(RoadNetwork network, long wayId, long from, long to, double limit) {
        TrueLimits these = this;
        return new TrueLimits() {
            @Override
            public double kmh(int key, long time) {
                boolean other = network.wayId(key >> 1) == wayId && time >= from && time < to;
                return other ? limit : these.kmh(key, time);
            }

            @Override
            public boolean isTimed(int key) {
                return network.wayId(key >> 1) == wayId || these.isTimed(key);
            }
        };
    }
}
