// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.reference.Versioned;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fence. A state type: components are only ever added.
 *
 * @param terms what it is, when, and when a crossing counts
 * @param scope for which vehicles
 * @param shape where it is
 * @param limit speed limit of a speed zone, or null for other kinds
 */
public record Fence(
        FenceTerms terms, FenceScope scope, FenceShape shape, @Nullable FenceLimit limit)
        implements Versioned, Serializable {

    @Override
    public String id() {
        return terms.id();
    }

    @Override
    public long version() {
        return terms.version();
    }
}
