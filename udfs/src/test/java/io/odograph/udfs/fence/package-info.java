// SPDX-License-Identifier: Apache-2.0
/** Tests of geofences. */
@NullMarked
package io.odograph.udfs.fence;

import org.jspecify.annotations.NullMarked;
