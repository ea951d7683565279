// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/** A pipeline between an intake and files. */
interface ReplayPipeline {

    /** Name of its job. */
    String name();

    /** Names of its files, that of its alerts first. */
    List<String> files();

    /**
     * Attaches it and what writes its files.
     *
     * @param intake decoded records
     * @param folder where the files go
     * @return records that could not be used
     */
    DataStream<Rejection> attach(DataStream<Intake> intake, OutputFolder folder);
}
