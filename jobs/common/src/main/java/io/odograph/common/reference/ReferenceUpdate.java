// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.jspecify.annotations.Nullable;

/**
 * A record of reference data as it was last heard of.
 *
 * @param <T> rule, profile or override
 * @param id rule id, vehicle id or override id
 * @param value a version of it, or null where it was withdrawn
 */
public record ReferenceUpdate<T>(String id, @Nullable T value) {}
