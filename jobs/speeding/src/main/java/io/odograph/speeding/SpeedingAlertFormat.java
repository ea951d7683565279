// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static io.odograph.common.alert.AlertHeaders.known;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.LimitProvenance;
import io.odograph.schemas.LimitShare;
import io.odograph.schemas.RoadClass;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.SpeedUnit;
import io.odograph.schemas.SpeedingAlert;
import io.odograph.schemas.SpeedingBand;
import io.odograph.schemas.SpeedingEndReason;
import io.odograph.schemas.VehicleClass;
import io.odograph.udfs.speeding.EffectiveLimit;
import io.odograph.udfs.speeding.EndReason;
import io.odograph.udfs.speeding.SeenLimit;
import io.odograph.udfs.speeding.SpeedingFacts;
import java.time.Instant;
import org.apache.avro.Schema;

/**
 * Episodes as {@link SpeedingAlert}s, key = vehicle id.
 *
 * @param positionGrid width of the cells that positions were moved to the centres of, m; 0 where
 *     they were not
 */
public record SpeedingAlertFormat(double positionGrid) implements OutputFormat<SpeedingEpisode> {

    @Override
    public Schema schema() {
        return SpeedingAlert.getClassSchema();
    }

    @Override
    public SpeedingAlert toAvro(SpeedingEpisode episode) {
        SpeedingFacts facts = episode.facts();
        EndReason end = facts.endReason();
        return SpeedingAlert.newBuilder()
                .setHeader(AlertHeaders.toAvro(episode.alert()))
                .setBand(SpeedingBand.valueOf(facts.band().name()))
                .setStartTime(Instant.ofEpochMilli(facts.start()))
                .setEndTime(end == null ? null : Instant.ofEpochMilli(facts.end()))
                .setEndReason(
                        end == null
                                ? SpeedingEndReason.UNKNOWN
                                : SpeedingEndReason.valueOf(end.name()))
                .setDuration(facts.duration())
                .setDistance(facts.distance())
                .setPeakSpeed(facts.peakSpeed())
                .setPeakExcess(facts.peakExcess())
                .setMeanExcess(facts.meanExcess())
                .setExcessIntegral(facts.speedSeconds())
                .setPeakTime(Instant.ofEpochMilli(facts.peakTime()))
                .setPeakLimit(decimal(facts.peakLimit().kmh()))
                .setPeakSpeedSource(SpeedSource.valueOf(facts.peakSource().name()))
                .setPeakPosition(AlertHeaders.toAvro(ReportSpeeding.position(facts.peakPlace())))
                .setLimits(facts.limits().stream().map(this::limit).toList())
                .setRoadClass(
                        facts.roadClass() == null
                                ? RoadClass.UNKNOWN
                                : RoadClass.valueOf(facts.roadClass().name()))
                .setWayId(facts.wayId() == EffectiveLimit.NO_WAY ? null : facts.wayId())
                .setRoadName(facts.roadName())
                .setCountry(facts.country().isEmpty() ? null : facts.country())
                .setVehicleClass(VehicleClass.valueOf(facts.vehicleClass().name()))
                .setMatchedShare(facts.matchedShare())
                .setMatchConfidence(facts.matchConfidence())
                .setIsTest(facts.test())
                .setNetworkVersion(facts.roadVersion())
                .setPositionCoarsened(isCoarse())
                .setPositionGrid(isCoarse() ? positionGrid : null)
                .build();
    }

    private boolean isCoarse() {
        return positionGrid > 0;
    }

    private LimitShare limit(SeenLimit limit) {
        return LimitShare.newBuilder()
                .setLimit(decimal(limit.kmh()))
                .setPostedValue(known(decimal(limit.value())))
                .setPostedUnit(unit(limit))
                .setProvenance(LimitProvenance.valueOf(limit.provenance().name()))
                .setConfidence(decimal(limit.confidence()))
                // An override is somewhere: its name would tell where the vehicle was.
                .setOverrideId(isCoarse() ? null : limit.overrideId())
                .setShare(limit.share())
                .build();
    }

    /** The number that a person would read in it: 0.98, where a cast makes 0.98000002 of it. */
    static double decimal(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    private static SpeedUnit unit(SeenLimit limit) {
        if (Float.isNaN(limit.value())) {
            return SpeedUnit.UNKNOWN;
        }
        return limit.mph() ? SpeedUnit.MILES_PER_HOUR : SpeedUnit.KM_PER_HOUR;
    }

    @Override
    public String key(SpeedingEpisode episode) {
        return episode.alert().vehicleId();
    }

    @Override
    public CloudEvent event(SpeedingEpisode episode) {
        return AlertHeaders.event(episode.alert(), SpeedingJob.NAME);
    }
}
