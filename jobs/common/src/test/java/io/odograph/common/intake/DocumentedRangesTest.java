// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.TelemetryIntakeTest.accepted;
import static io.odograph.common.intake.TelemetryIntakeTest.assertRejected;
import static io.odograph.schemas.RejectionReason.IMPOSSIBLE_POSITION;
import static io.odograph.schemas.RejectionReason.IMU_SPAN_INVALID;
import static io.odograph.schemas.RejectionReason.NOT_FINITE;
import static io.odograph.schemas.RejectionReason.OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The docs of the contract are the ranges that are enforced, to the last bit. */
class DocumentedRangesTest {

    /** A numeric field whose doc states a range. */
    record Documented(List<String> path, Schema type, double min, double max) {

        void set(TelemetryRecord record, double value) {
            IndexedRecord at = record;
            for (String group : path.subList(0, path.size() - 1)) {
                Object inner = at.get(at.getSchema().getField(group).pos());
                at = (IndexedRecord) (inner instanceof List<?> list ? list.get(0) : inner);
            }
            Object typed =
                    switch (type.getType()) {
                        case INT -> (int) value;
                        case FLOAT -> (float) value;
                        default -> value;
                    };
            at.put(at.getSchema().getField(path.get(path.size() - 1)).pos(), typed);
        }

        /** The next value outside that the field's type can hold. */
        double below() {
            return switch (type.getType()) {
                case INT -> min - 1;
                case FLOAT -> Math.nextDown((float) min);
                default -> Math.nextDown(min);
            };
        }

        double above() {
            return switch (type.getType()) {
                case INT -> max + 1;
                case FLOAT -> Math.nextUp((float) max);
                default -> Math.nextUp(max);
            };
        }

        @Override
        public String toString() {
            return String.join(".", path);
        }
    }

    static Stream<Documented> documentedRanges() {
        List<Documented> found = new ArrayList<>();
        collect(TelemetryRecord.getClassSchema(), List.of(), found);
        return found.stream();
    }

    private static void collect(Schema schema, List<String> path, List<Documented> into) {
        Pattern range = Pattern.compile(" (-?[0-9.]+(?:e[0-9]+)?)\\.\\.(-?[0-9]+(?:e[0-9]+)?)");
        for (Schema.Field field : schema.getFields()) {
            List<String> here = new ArrayList<>(path);
            here.add(field.name());
            Schema type = present(field.schema());
            Matcher matcher = range.matcher(field.doc());
            if (type.getType() == Schema.Type.RECORD) {
                collect(type, here, into);
            } else if (type.getType() != Schema.Type.STRING && matcher.find()) {
                into.add(
                        new Documented(
                                List.copyOf(here),
                                type,
                                Double.parseDouble(matcher.group(1)),
                                Double.parseDouble(matcher.group(2))));
            }
        }
    }

    private static Schema present(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> present(schema.getTypes().get(1));
            case ARRAY -> present(schema.getElementType());
            default -> schema;
        };
    }

    @Test
    void everyNumericFieldWithoutADocumentedRangeHasATestOfItsOwn() {
        List<String> numeric = new ArrayList<>();
        collectNumeric(TelemetryRecord.getClassSchema(), "", numeric);
        documentedRanges().forEach(field -> numeric.remove(field.toString()));

        assertThat(numeric)
                .containsExactly(
                        "event_time",
                        "received_at",
                        "sequence",
                        "imu_burst.start",
                        "imu_burst.range",
                        "imu_burst.x",
                        "imu_burst.y",
                        "imu_burst.z");
    }

    private static void collectNumeric(Schema schema, String path, List<String> into) {
        for (Schema.Field field : schema.getFields()) {
            Schema type = present(field.schema());
            switch (type.getType()) {
                case RECORD -> collectNumeric(type, path + field.name() + ".", into);
                case INT, LONG, FLOAT, DOUBLE -> into.add(path + field.name());
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documentedRanges")
    void aValueIsAcceptedWithinItsDocumentedRangeOnly(Documented field) throws Exception {
        boolean burst = field.path().contains("imu_burst");
        boolean place = field.toString().matches("position\\.l.*");
        RejectionReason reason =
                burst ? IMU_SPAN_INVALID : place ? IMPOSSIBLE_POSITION : OUT_OF_RANGE;

        assertThat(accepted(record -> field.set(record, field.min()))).isNotNull();
        assertThat(accepted(record -> field.set(record, field.max()))).isNotNull();
        assertRejected(reason, field.toString(), r -> field.set(r, field.below()));
        assertRejected(reason, field.toString(), r -> field.set(r, field.above()));
    }

    @ParameterizedTest
    @MethodSource("documentedRanges")
    void noNumberMayBeNanOrInfinite(Documented field) {
        if (field.type().getType() == Schema.Type.INT) {
            return;
        }
        for (double value :
                new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertRejected(NOT_FINITE, field.toString(), r -> field.set(r, value));
        }
    }
}
