// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odograph.driving.score;

import org.jspecify.annotations.NullMarked;
