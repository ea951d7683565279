// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceCells;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.reference.VersionedBook;
import io.odograph.udfs.testing.Fences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cells know of a fence that moves. */
class RouteFencesTest {

    private static final long END = Long.MAX_VALUE;

    /** Cells are about 12 km wide. */
    private static final double FAR = 40_000;

    private KeyedOneInputStreamOperatorTestHarness<String, ReferenceUpdate<Fence>, CellFence>
            harness;

    private int read;
    private final Map<Long, List<Fence>> known = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new RouteFences()),
                        ReferenceUpdate::id,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void eachCellKnowsWhenItsVersionEnds() throws Exception {
        put(at(0, 1), at(1, 2));

        assertThat(versions(at(0, 1))).containsExactly(2L, 1L);
        assertThat(versions(at(1, 2))).contains(2L);
    }

    @Test
    void aVersionThatComesBehindTheNextOneEndsWithThat() throws Exception {
        put(at(1, 2), at(0, 1));

        assertThat(versions(at(0, 1))).containsExactly(2L, 1L);
    }

    @Test
    void aFenceToKeepInThatComesBehindTheNextVersionEndsWithThat() throws Exception {
        Fence keepIn =
                Fences.version(Fences.circle("yard", FenceKind.KEEP_IN, 0, 0, 90), 1, 0, END);
        put(at(1, 2), keepIn);

        assertThat(harness.getSideOutput(RouteFences.EVERYWHERE))
                .extracting(record -> record.getValue().value().version())
                .containsExactly(1L, 2L);
    }

    @Test
    void cellsOfVersionsThatAreNoLongerKeptForgetTheFence() throws Exception {
        for (int i = 0; i < 100; i++) {
            put(at(i, i + 1));
        }

        assertThat(harness.extractOutputValues().subList(read - 8, read))
                .as("the last ones of all")
                .extracting(CellFence::update)
                .extracting(ReferenceUpdate::id)
                .containsOnly("yard");
        assertThat(known).hasSizeLessThanOrEqualTo(FenceBook.MAX_VERSIONS * 4);
        assertThat(versions(at(0, 1))).isEmpty();
        assertThat(versions(at(99, 100))).startsWith(100L);
        assertThat(read).isLessThan(100 * 30);
    }

    @Test
    void aWithdrawalReachesAllThatKnowIt() throws Exception {
        put(at(0, 1), at(1, 2));
        send(new ReferenceUpdate<>("yard", null));

        assertThat(known).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private static Fence at(int place, long version) {
        Fence fence = Fences.circle("yard", FenceKind.KEEP_OUT, place * FAR, 0, 100);
        return Fences.version(fence, version, 0, END);
    }

    private List<Long> versions(Fence fence) {
        List<Long> cells = new ArrayList<>();
        FenceCells.ofFence(fence, cells::add);
        return known.getOrDefault(cells.get(0), List.of()).stream().map(Fence::version).toList();
    }

    private void put(Fence... fences) throws Exception {
        for (Fence fence : fences) {
            send(new ReferenceUpdate<>(fence.id(), fence));
        }
    }

    /** As the cells take it. */
    private void send(ReferenceUpdate<Fence> update) throws Exception {
        harness.processElement(new StreamRecord<>(update));
        List<CellFence> sent = harness.extractOutputValues();
        for (CellFence each : sent.subList(read, sent.size())) {
            Fence fence = each.update().value();
            if (fence == null) {
                known.remove(each.cell());
            } else {
                known.merge(
                        each.cell(),
                        List.of(fence),
                        (before, added) ->
                                VersionedBook.merge(before, fence, FenceBook.MAX_VERSIONS));
            }
        }
        read = sent.size();
    }
}
