// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Avro's view of the generated contract classes, and of no others.
 *
 * <p>Avro refuses to load a class by the name in a schema unless a setting of the whole JVM trusts
 * it. A job cannot rely on such a setting, and must not change it under others: this model finds
 * the classes of the contracts' own package itself, and no class for any other name. Thread-safe.
 */
public final class ContractData extends SpecificData {

    private static final String PACKAGE = TelemetryRecord.class.getPackageName();
    private static final ContractData INSTANCE = new ContractData();

    private final ConcurrentMap<String, Class<?>> classes = new ConcurrentHashMap<>();

    private ContractData() {
        super(TelemetryRecord.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        addLogicalTypeConversion(new TimeConversions.DateConversion());
    }

    /** The model, to be given to Avro's readers and writers of contract classes. */
    public static ContractData model() {
        return INSTANCE;
    }

    /** Class of a schema, or null where it is none of the contracts' types. */
    @Override
    @SuppressWarnings("rawtypes") // as declared by Avro
    public @Nullable Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> contractClass(schema);
            default -> super.getClass(schema);
        };
    }

    private @Nullable Class<?> contractClass(Schema schema) {
        boolean contract = PACKAGE.equals(schema.getNamespace());
        return contract ? classes.computeIfAbsent(schema.getFullName(), this::load) : null;
    }

    private @Nullable Class<?> load(String name) {
        try {
            return Class.forName(name, false, getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
