// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odograph.udfs.score;

import org.jspecify.annotations.NullMarked;
