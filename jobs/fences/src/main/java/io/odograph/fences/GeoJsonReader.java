// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads fences from GeoJSON (RFC 7946).
 *
 * @param version version of the features that state none
 */
record GeoJsonReader(long version) {

    /** Names under which older GeoJSON states what the RFC made the only one. */
    private static final Set<String> WGS84 =
            Set.of(
                    "urn:ogc:def:crs:OGC:1.3:CRS84",
                    "urn:ogc:def:crs:OGC::CRS84",
                    "urn:ogc:def:crs:EPSG::4326",
                    "EPSG:4326",
                    "OGC:CRS84");

    /**
     * The fences of a text.
     *
     * @throws FenceFileException if it has no features
     */
    List<StatedFence> read(JsonNode root) throws FenceFileException {
        List<JsonNode> features = new ArrayList<>();
        switch (root.path("type").asText()) {
            case "FeatureCollection" -> {
                if (!root.path("features").isArray()) {
                    throw new FenceFileException("the FeatureCollection has no array of features");
                }
                root.path("features").forEach(features::add);
            }
            case "Feature" -> features.add(root);
            default ->
                    throw new FenceFileException(
                            "it is no GeoJSON FeatureCollection or Feature; JSON Lines need a name"
                                    + " that ends in .jsonl");
        }
        checkReferenceSystem(root);
        List<StatedFence> fences = new ArrayList<>();
        for (JsonNode feature : features) {
            checkReferenceSystem(feature);
            checkReferenceSystem(feature.path("geometry"));
            fences.add(new FeatureReader(fences.size() + 1, feature, version).read());
        }
        return fences;
    }

    private static void checkReferenceSystem(JsonNode node) throws FenceFileException {
        JsonNode system = node.path("crs");
        String name = system.path("properties").path("name").asText();
        if (!system.isMissingNode() && !WGS84.contains(name)) {
            throw new FenceFileException(
                    "its coordinates are of "
                            + (name.isEmpty() ? "an unknown reference system" : name)
                            + "; convert them to WGS 84 longitude and latitude, which GeoJSON has"
                            + " (RFC 7946)");
        }
    }
}
