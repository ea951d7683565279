// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

/** A model beside the scorecard, in a version. Serves one thread. */
public interface RiskModel extends Dated {

    /** What the model says of a stretch of driving. */
    ModelResult evaluate(Exposure exposure);
}
