// SPDX-License-Identifier: Apache-2.0
/** Which country a road lies in, which clock it goes by, and what the law there says of it. */
@NullMarked
package io.odograph.roads.law;

import org.jspecify.annotations.NullMarked;
