// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers things in the order in which they first come, equal ones alike. */
final class Interned<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> things = new ArrayList<>();

    int number(T thing) {
        Integer number = numbers.get(thing);
        if (number == null) {
            number = things.size();
            numbers.put(thing, number);
            things.add(thing);
        }
        return number;
    }

    T get(int number) {
        return things.get(number);
    }

    int size() {
        return things.size();
    }

    List<T> all() {
        return things;
    }
}
