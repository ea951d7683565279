// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.capture.Captured;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Says that nobody need wait for the watermarks of a source. */
final class IdleFromTheStart implements WatermarkGenerator<Captured> {

    @Override
    public void onEvent(Captured event, long timestamp, WatermarkOutput output) {
        // A watermark would make the source count again.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.markIdle();
    }
}
