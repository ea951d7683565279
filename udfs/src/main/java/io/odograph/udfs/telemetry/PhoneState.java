// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * What a reporting phone says of itself.
 *
 * @param handled whether a person holds or moves it, or null where not known
 * @param screenOn whether the screen is on and unlocked, or null where not known
 * @param inCall whether a call is under way, or null where not known
 */
public record PhoneState(
        @Nullable Boolean handled, @Nullable Boolean screenOn, @Nullable Boolean inCall) {}
