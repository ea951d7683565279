// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.tags.Highway;
import io.odograph.roads.tags.RoadAccess;
import io.odograph.roads.tags.StatedLimits;
import java.util.HashMap;
import java.util.Map;

/**
 * All that the tags of a way say but its name; shared by the many ways that are alike.
 *
 * @param highway sort of road
 * @param access who may drive it in which directions
 * @param limits what is stated of its limits
 * @param legalTags tags on which the law depends, without those that state anything of speeds
 * @param typeTags those that state a zone or type on which the law depends
 */
record WayTraits(
        Highway highway,
        RoadAccess access,
        StatedLimits limits,
        Map<String, String> legalTags,
        Map<String, String> typeTags) {

    /** All that the law depends on. */
    Map<String, String> allLegalTags() {
        if (typeTags.isEmpty()) {
            return legalTags;
        }
        Map<String, String> all = new HashMap<>(legalTags);
        all.putAll(typeTags);
        return Map.copyOf(all);
    }
}
