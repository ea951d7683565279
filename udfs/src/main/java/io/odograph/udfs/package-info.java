/**
 * The driving science: plain Java without Flink, thread-safe, deterministic. Nothing here reads a
 * clock, draws a random number or depends on iteration order.
 */
@NullMarked
package io.odograph.udfs;

import org.jspecify.annotations.NullMarked;
