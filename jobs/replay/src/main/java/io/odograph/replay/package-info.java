/** The pipelines over recordings: files in, files out, without Kafka. */
@NullMarked
package io.odograph.replay;

import org.jspecify.annotations.NullMarked;
