// SPDX-License-Identifier: Apache-2.0
/** Tests of roads. */
@NullMarked
package io.odograph.udfs.road;

import org.jspecify.annotations.NullMarked;
