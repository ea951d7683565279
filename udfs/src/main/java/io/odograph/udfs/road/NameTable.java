// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.IntList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Names of roads, each kept once. */
final class NameTable {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final IntList begins = new IntList();

    int number(String name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        if (known != null) {
            return known;
        }
        begins.add(bytes.size());
        bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
        return numbers.size() - 1;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Where each name begins, and where the last one ends. */
    int[] begins() {
        int[] all = begins.toArray();
        int[] withEnd = Arrays.copyOf(all, all.length + 1);
        withEnd[all.length] = bytes.size();
        return withEnd;
    }
}
