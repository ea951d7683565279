// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static io.odograph.common.alert.AlertHeaders.known;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.CrashEvidence;
import io.odograph.schemas.EvidenceSample;
import io.odograph.schemas.ImuBurst;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashRecording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Recordings around incidents as {@link CrashEvidence}, key = vehicle id. */
public final class CrashEvidenceFormat implements OutputFormat<CrashEdge> {

    @Override
    public Schema schema() {
        return CrashEvidence.getClassSchema();
    }

    @Override
    public CrashEvidence toAvro(CrashEdge edge) {
        CrashRecording recording = Objects.requireNonNull(edge.recording());
        return CrashEvidence.newBuilder()
                .setAlertId(ReportCrash.alertId(edge))
                .setVehicleId(edge.vehicleId())
                .setTenantId(edge.tenantId())
                .setEventTime(Instant.ofEpochMilli(edge.incident()))
                .setDetectedAt(Instant.ofEpochMilli(edge.releasedAt()))
                .setTimeline(recording.samples().stream().map(CrashEvidenceFormat::sample).toList())
                .setImuBurst(burst(recording.burst()))
                .setImuBurstCut(recording.burstCut())
                .build();
    }

    private static EvidenceSample sample(CrashRecording.Sample sample) {
        return EvidenceSample.newBuilder()
                .setTime(Instant.ofEpochMilli(sample.time()))
                .setSpeed(known(sample.speed()))
                .setLatitude(known(sample.latitude()))
                .setLongitude(known(sample.longitude()))
                .setHeading(known(sample.heading()))
                .setAccelerationLongitudinal(known(sample.forward()))
                .setAccelerationLateral(known(sample.left()))
                .build();
    }

    private static @Nullable ImuBurst burst(io.odograph.udfs.telemetry.@Nullable ImuBurst burst) {
        return burst == null
                ? null
                : ImuBurst.newBuilder()
                        .setStart(Instant.ofEpochMilli(burst.start()))
                        .setRate(burst.rate())
                        .setRange(known(burst.range()))
                        .setFrame(AxesFrame.valueOf(burst.frame().name()))
                        .setGravityIncluded(burst.gravityIncluded())
                        .setX(list(burst.x()))
                        .setY(list(burst.y()))
                        .setZ(list(burst.z()))
                        .build();
    }

    private static List<Float> list(float[] samples) {
        List<Float> list = new ArrayList<>(samples.length);
        for (float sample : samples) {
            list.add(sample);
        }
        return list;
    }

    @Override
    public String key(CrashEdge edge) {
        return edge.vehicleId();
    }

    @Override
    public CloudEvent event(CrashEdge edge) {
        return new CloudEvent(
                ReportCrash.alertId(edge),
                "/odograph/" + CrashJob.NAME,
                "io.odograph.alert.crash.evidence",
                edge.releasedAt());
    }
}
