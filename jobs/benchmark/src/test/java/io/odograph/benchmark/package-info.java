// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.odograph.benchmark;

import org.jspecify.annotations.NullMarked;
