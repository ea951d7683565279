/** Writing to InfluxDB: line protocol, the catalogue of measurements, the sink. */
@NullMarked
package io.odograph.common.influx;

import org.jspecify.annotations.NullMarked;
