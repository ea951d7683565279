/** Tests of writing to InfluxDB. */
@NullMarked
package io.odograph.common.influx;

import org.jspecify.annotations.NullMarked;
