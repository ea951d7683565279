// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.testing.StateCopy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps pages as a savepoint would. */
final class MapJournal implements Journal {

    final Map<Long, JournalPage> pages = new HashMap<>();

    @Override
    public @Nullable JournalPage get(long minute) {
        JournalPage page = pages.get(minute);
        return page == null ? null : StateCopy.of(page);
    }

    @Override
    public void put(long minute, JournalPage page) {
        pages.put(minute, StateCopy.of(page));
    }

    @Override
    public void remove(long minute) {
        pages.remove(minute);
    }
}
