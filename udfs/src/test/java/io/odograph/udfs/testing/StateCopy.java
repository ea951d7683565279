// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies state the way a savepoint does: through public fields and constructors without arguments,
 * and nothing else. Records and other values that cannot change are shared.
 */
public final class StateCopy {

    private StateCopy() {}

    /** A copy that shares nothing that changes. */
    @SuppressWarnings("unchecked")
    public static <T> T of(T state) {
        try {
            return (T) copy(state);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("not a state type", e);
        }
    }

    private static Object copy(Object value) throws ReflectiveOperationException {
        Object copy = value.getClass().getConstructor().newInstance();
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                if (!Modifier.isPublic(field.getModifiers())) {
                    throw new NoSuchFieldException(field + " is not public");
                }
                field.set(copy, copyOf(field.get(value)));
            }
        }
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value)
            throws ReflectiveOperationException {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copies = new ArrayList<>(list.size());
            for (Object element : list) {
                copies.add(copyOf(element));
            }
            return copies;
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            Object copy = Array.newInstance(value.getClass().getComponentType(), length);
            System.arraycopy(value, 0, copy, 0, length);
            return copy;
        }
        return value != null && changes(value.getClass()) ? copy(value) : value;
    }

    private static boolean changes(Class<?> type) {
        return type.getName().startsWith("io.odograph.") && !type.isRecord() && !type.isEnum();
    }
}
