/** What all alerts share. */
@NullMarked
package io.odograph.common.alert;

import org.jspecify.annotations.NullMarked;
