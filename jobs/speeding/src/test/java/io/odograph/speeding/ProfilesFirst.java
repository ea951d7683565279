// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.intake.Intake;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.reference.VehicleProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Holds the telemetry of a test back until its profiles have been sent on their way. */
final class ProfilesFirst implements MapFunction<Intake, Intake> {

    private static final Map<String, CountDownLatch> SENT = new ConcurrentHashMap<>();

    /** Longer than Flink keeps a record in a buffer. */
    private static final long ON_THEIR_WAY = 1_500;

    private final String name = UUID.randomUUID().toString();
    private final int profiles;
    private transient boolean open;

    ProfilesFirst(int profiles) {
        this.profiles = profiles;
        SENT.put(name, new CountDownLatch(profiles));
    }

    DataStream<ReferenceUpdate<VehicleProfile>> stream(
            StreamExecutionEnvironment env, List<VehicleProfile> profiles) {
        String gate = name;
        return env.fromData(profiles, TypeInformation.of(VehicleProfile.class))
                .uid("test-profiles")
                .setParallelism(1)
                .map(
                        profile -> {
                            SENT.get(gate).countDown();
                            return new ReferenceUpdate<>(profile.vehicleId(), profile);
                        })
                .returns(TypeInformation.of(new TypeHint<ReferenceUpdate<VehicleProfile>>() {}))
                .uid("test-profile-updates")
                .setParallelism(1);
    }

    @Override
    public Intake map(Intake intake) throws Exception {
        if (!open && profiles > 0) {
            SENT.get(name).await();
            TimeUnit.MILLISECONDS.sleep(ON_THEIR_WAY);
        }
        open = true;
        return intake;
    }
}
