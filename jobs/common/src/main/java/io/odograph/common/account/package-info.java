/** The account of records: whatever came in is found again as used or as not, with the reason. */
@NullMarked
package io.odograph.common.account;

import org.jspecify.annotations.NullMarked;
