// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import org.jspecify.annotations.Nullable;

/** Pages of a vehicle's last hours, which are only read when something late comes. */
public interface Journal {

    /** Where what was told is kept; all other pages are of a minute. */
    long TOLD = Long.MIN_VALUE;

    /** Holds nothing: what is late cannot be taken in, and all revisions are the first. */
    Journal NONE =
            new Journal() {
                @Override
                public @Nullable JournalPage get(long minute) {
                    return null;
                }

                @Override
                public void put(long minute, JournalPage page) {}

                @Override
                public void remove(long minute) {}
            };

    /** The page of a minute, to be changed at will, or null where there is none. */
    @Nullable JournalPage get(long minute);

    /** Keeps the page as it is now. */
    void put(long minute, JournalPage page);

    /** Removes the page, if there is one. */
    void remove(long minute);
}
