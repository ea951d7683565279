// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.jspecify.annotations.Nullable;

/**
 * A rule or profile as it was last heard of.
 *
 * @param <T> rule or profile
 * @param id rule id or vehicle id
 * @param value a version of it, or null where it was withdrawn
 */
public record ReferenceUpdate<T>(String id, @Nullable T value) {}
