// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many items at once; the results stand in the order of the items. */
public final class Parallel {

    /** Items that one task takes, so that tasks cost little beside their work. */
    private static final int BATCH = 8;

    private Parallel() {}

    /**
     * Applies a pure function to every item.
     *
     * @param threads 1 and up; changes nothing but the time it takes
     */
    public static <T, R> List<R> map(List<T> items, int threads, Function<T, R> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<R>>> parts = new ArrayList<>();
            for (int from = 0; from < items.size(); from += BATCH) {
                List<T> part = items.subList(from, Math.min(items.size(), from + BATCH));
                Callable<List<R>> task = () -> part.stream().map(work).toList();
                parts.add(pool.submit(task));
            }
            List<R> results = new ArrayList<>(items.size());
            for (Future<List<R>> part : parts) {
                results.addAll(part.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an episode failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
