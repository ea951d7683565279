// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags of a way or relation.
 *
 * @param all values by key
 */
public record Tags(Map<String, String> all) {

    /** Copies them. */
    public Tags {
        all = Map.copyOf(all);
    }

    /** Tags from keys and values in turn. */
    public static Tags of(String... keysAndValues) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new Tags(all);
    }

    /** Value of a key, or null. */
    public @Nullable String get(String key) {
        return all.get(key);
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return all.containsKey(key);
    }

    /** Whether the key has one of these values. */
    public boolean is(String key, String... values) {
        String value = all.get(key);
        if (value != null) {
            for (String candidate : values) {
                if (candidate.equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }
}
