// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.schemas.Propulsion;
import io.odograph.schemas.Rule;
import io.odograph.schemas.VehicleClass;
import io.odograph.schemas.VehicleProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

/** Valid rules and profiles to start from, as they stand on their topics. */
public final class References {

    private References() {}

    /** A rule of the crash detector for all, from the beginning of time. */
    public static Rule rule(String ruleId, long version) {
        Rule rule = new Rule();
        rule.setRuleId(ruleId);
        rule.setVersion(version);
        rule.setDetector("crash");
        rule.setEffectiveFrom(Instant.EPOCH);
        rule.setThresholds(Map.of("delta-v", 10.0 + version));
        return rule;
    }

    /** A profile of a bus. */
    public static VehicleProfile profile(String vehicleId, long version) {
        VehicleProfile profile = new VehicleProfile();
        profile.setVehicleId(vehicleId);
        profile.setVersion(version);
        profile.setVehicleClass(VehicleClass.BUS);
        profile.setPropulsion(Propulsion.HYBRID);
        return profile;
    }

    /** The rule as an Avro single object. */
    public static byte[] bytes(Rule rule) {
        try {
            return array(Rule.getEncoder().encode(rule));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** The profile as an Avro single object. */
    public static byte[] bytes(VehicleProfile profile) {
        try {
            return array(VehicleProfile.getEncoder().encode(profile));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static byte[] array(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
