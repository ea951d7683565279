/**
 * From bytes to validated telemetry or a rejection with its reason, before anything else sees it.
 */
@NullMarked
package io.odograph.common.intake;

import org.jspecify.annotations.NullMarked;
