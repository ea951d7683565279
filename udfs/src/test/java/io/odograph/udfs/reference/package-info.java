// SPDX-License-Identifier: Apache-2.0
/** Tests of rules and profiles. */
@NullMarked
package io.odograph.udfs.reference;

import org.jspecify.annotations.NullMarked;
