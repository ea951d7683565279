// SPDX-License-Identifier: Apache-2.0
/** What is known of vehicles beforehand, and the rules that hold for them. */
@NullMarked
package io.odograph.udfs.reference;

import org.jspecify.annotations.NullMarked;
