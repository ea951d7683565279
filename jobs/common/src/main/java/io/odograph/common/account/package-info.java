/** The record account: every record in is used, duplicate, late or dead-lettered. */
@NullMarked
package io.odograph.common.account;

import org.jspecify.annotations.NullMarked;
