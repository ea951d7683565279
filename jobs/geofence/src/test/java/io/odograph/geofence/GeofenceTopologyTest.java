// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.testing.GoldenUids;
import io.odograph.udfs.fence.Fence;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class GeofenceTopologyTest {

    private final StreamExecutionEnvironment env =
            StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());

    @Test
    void everyOperatorHasTheUidThatSavepointsKnow() {
        build(source().uid("test-source"));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/geofence-pipeline.uids"));
    }

    @Test
    void fencesByCellHaveUidsOfTheirOwn() {
        ConfigReader reader = new ConfigReader(new Configuration());
        DataStream<ReferenceUpdate<Fence>> fences =
                env.fromData(
                                TypeInformation.of(new TypeHint<ReferenceUpdate<Fence>>() {}),
                                new ReferenceUpdate<>("none", null))
                        .uid("test-fences");
        GeofencePipeline.build(
                new GeofencePipeline.Inputs(
                        source().uid("test-source"), ReferenceStreams.NONE, fences),
                GeofenceConfig.read(reader));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/geofence-cells-pipeline.uids"));
    }

    @Test
    void anOperatorWithoutAUidFailsTheStart() {
        build(source());

        assertThatThrownBy(() -> env.getStreamGraph(false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UID");
    }

    @Test
    void parallelismMayGrowToTheFixedKeyGroups() {
        assertThat(env.getMaxParallelism()).isEqualTo(JobSettings.MAX_PARALLELISM);
    }

    private SingleOutputStreamOperator<Intake> source() {
        return env.fromData(TypeInformation.of(Intake.class), new Intake(null, null));
    }

    private static void build(DataStream<Intake> intake) {
        ConfigReader reader = new ConfigReader(new Configuration());
        GeofencePipeline.build(new GeofencePipeline.Inputs(intake), GeofenceConfig.read(reader));
    }
}
