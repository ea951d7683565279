// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.trip.TripFacts;
import java.util.function.Consumer;

/** Tells what is new, in its next revision, and what has turned out not to have been. */
final class Teller implements DrivingFold.Facts {

    private final DrivingMemory memory;
    private final Journal journal;
    private final long at;
    private final long keeps;
    private final Consumer<DrivingOutput> edges;

    /**
     * A teller of one moment.
     *
     * @param memory the vehicle
     * @param journal where it is kept what was told
     * @param at receive time, ms
     * @param keeps how long it is kept, ms of the vehicle's time
     * @param edges takes what is told
     */
    Teller(
            DrivingMemory memory,
            Journal journal,
            long at,
            long keeps,
            Consumer<DrivingOutput> edges) {
        this.memory = memory;
        this.journal = journal;
        this.at = at;
        this.keeps = keeps;
        this.edges = edges;
    }

    @Override
    public void window(WindowFacts window) {
        tell(DrivingOutput.of(window));
    }

    @Override
    public void trip(TripFacts trip) {
        tell(DrivingOutput.of(trip));
    }

    @Override
    public void harsh(HarshEvent event) {
        tell(DrivingOutput.of(event));
    }

    private void tell(DrivingOutput output) {
        JournalPage page = told();
        tell(output, list(page), memory.lastTime);
        list(page).forgetBefore(memory.lastTime - keeps);
        journal.put(Journal.TOLD, page);
    }

    /** Tells what has changed in a stretch of time that was gone through again. */
    void tellAgain(Retelling retelling) {
        JournalPage page = told();
        ToldList list = list(page);
        for (int i = 0; i < list.count; i++) {
            boolean gone =
                    list.toldAt[i] >= retelling.since()
                            && list.digest[i] != 0
                            && !retelling.has(list.what[i], list.start[i]);
            if (gone) {
                list.tellAgain(i, 0, memory.lastTime);
                emit(
                        DrivingOutput.gone(list.kind(i), list.part(i), list.start[i]),
                        list.revision[i]);
            }
        }
        for (Retelling.Again again : retelling.all()) {
            tell(again.output(), list, again.at());
        }
        journal.put(Journal.TOLD, page);
    }

    private void tell(DrivingOutput output, ToldList list, long time) {
        int what = ToldList.what(output);
        long digest = Digest.of(output);
        int known = list.find(what, output.start());
        if (known < 0) {
            list.add(what, output.start(), 1, digest, time);
            emit(output, 1);
        } else if (list.digest[known] != digest) {
            list.tellAgain(known, digest, time);
            emit(output, list.revision[known]);
        } else {
            list.toldAt[known] = time;
        }
    }

    private JournalPage told() {
        JournalPage page = journal.get(Journal.TOLD);
        return page == null ? new JournalPage() : page;
    }

    private static ToldList list(JournalPage page) {
        ToldList list = page.told;
        if (list == null) {
            list = new ToldList();
            page.told = list;
        }
        return list;
    }

    private void emit(DrivingOutput output, int revision) {
        edges.accept(output.of(memory, revision, at));
    }
}
