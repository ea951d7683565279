// SPDX-License-Identifier: Apache-2.0
/** Where a vehicle's trips begin and end, and how far it went. */
@NullMarked
package io.odograph.udfs.trip;

import org.jspecify.annotations.NullMarked;
