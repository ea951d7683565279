// SPDX-License-Identifier: Apache-2.0
/** Roads: the network with its limits as one memory-mapped file, and which road a vehicle is on. */
@NullMarked
package io.odograph.udfs.road;

import org.jspecify.annotations.NullMarked;
