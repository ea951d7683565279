// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.SchemaStore;
import io.odograph.common.intake.SingleObjectReader;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceFault;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decodes geofences; {@link GeofenceReader} says what they may be. */
public final class GeofenceDecoder implements ReferenceDecoder<Fence> {

    private static final ReferenceChecks CHECKS =
            new ReferenceChecks(RejectionReason.INVALID_GEOFENCE);

    private final SingleObjectReader<Geofence> reader;

    /** A decoder that lets one record ask for so much. */
    public GeofenceDecoder(DecodeLimits limits) {
        this.reader =
                new SingleObjectReader<>(
                        limits,
                        SchemaStore.released(Geofence.class, Geofence.getClassSchema()),
                        Geofence.getClassSchema());
    }

    @Override
    public ReferenceUpdate<Fence> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException {
        if (value == null) {
            return new ReferenceUpdate<>(CHECKS.withdrawn(key), null);
        }
        Geofence record = reader.read(value);
        CHECKS.identity("fence_id", record.getFenceId(), key, record.getVersion());
        GeofenceReader.Result result = GeofenceReader.read(record);
        // Without the places of the faults: dead letters name none.
        CHECKS.require(
                result.fence() != null,
                result.faults().stream().map(FenceFault::reason).collect(Collectors.joining("; ")));
        return new ReferenceUpdate<>(record.getFenceId(), result.fence());
    }
}
