// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.testing.GoldenUids;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class DrivingTopologyTest {

    @Test
    void everyOperatorHasTheUidThatSavepointsKnow() {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        var intake =
                env.fromData(TypeInformation.of(Intake.class), new Intake(null, null))
                        .uid("test-source");

        DrivingPipeline.build(
                new DrivingPipeline.Inputs(intake, ReferenceStreams.NONE),
                DrivingConfig.read(new ConfigReader(new Configuration())));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/driving-pipeline.uids"));
    }
}
