// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odograph.driving;

import org.jspecify.annotations.NullMarked;
