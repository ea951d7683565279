// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odograph.udfs.driving;

import org.jspecify.annotations.NullMarked;
