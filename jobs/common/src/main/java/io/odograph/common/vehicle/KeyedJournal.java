// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.udfs.driving.Journal;
import io.odograph.udfs.driving.JournalPage;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the current vehicle, in a state of its own, since it is rarely read. Pages are
 * copied on their way in and out: the state on the heap would hand out what it holds.
 */
final class KeyedJournal implements Journal {

    private final MapState<Long, JournalPage> pages;
    private final TypeSerializer<JournalPage> serializer;

    KeyedJournal(KeyedStateStore states) {
        TypeInformation<JournalPage> type = TypeInformation.of(JournalPage.class);
        pages = states.getMapState(new MapStateDescriptor<>("journal", Types.LONG, type));
        serializer = type.createSerializer(new SerializerConfigImpl());
    }

    @Override
    public @Nullable JournalPage get(long minute) {
        try {
            JournalPage page = pages.get(minute);
            return page == null ? null : serializer.copy(page);
        } catch (Exception e) {
            throw new FlinkRuntimeException("cannot read the journal of a vehicle", e);
        }
    }

    @Override
    public void put(long minute, JournalPage page) {
        try {
            pages.put(minute, serializer.copy(page));
        } catch (Exception e) {
            throw new FlinkRuntimeException("cannot write the journal of a vehicle", e);
        }
    }

    @Override
    public void remove(long minute) {
        try {
            pages.remove(minute);
        } catch (Exception e) {
            throw new FlinkRuntimeException("cannot write the journal of a vehicle", e);
        }
    }

    /** The vehicle is forgotten. */
    void clear() {
        pages.clear();
    }
}
