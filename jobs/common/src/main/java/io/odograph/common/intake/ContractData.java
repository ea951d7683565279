// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
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

    private static final ContractData INSTANCE = new ContractData();

    private ContractData() {
        super(TelemetryRecord.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
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
        if (!TelemetryRecord.class.getPackageName().equals(schema.getNamespace())) {
            return null;
        }
        try {
            return Class.forName(schema.getFullName(), false, getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
