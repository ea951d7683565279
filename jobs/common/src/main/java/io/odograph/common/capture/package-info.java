/** Captures of topics: files that hold Kafka records as they stood, broken ones too. */
@NullMarked
package io.odograph.common.capture;

import org.jspecify.annotations.NullMarked;
