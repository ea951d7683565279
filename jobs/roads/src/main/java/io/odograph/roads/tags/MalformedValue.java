// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

/**
 * A value of a speed tag that says nothing that can be relied on.
 *
 * @param wayId way that has it
 * @param key of the tag
 * @param value of the tag
 */
public record MalformedValue(long wayId, String key, String value) {}
