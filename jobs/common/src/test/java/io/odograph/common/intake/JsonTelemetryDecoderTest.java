// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static io.odograph.common.intake.Records.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTelemetryDecoderTest {

    static final TelemetryDecoder JSON =
            new JsonTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);

    private static Telemetry decode(String text) throws RejectedRecordException {
        return JSON.decode(text.getBytes(StandardCharsets.UTF_8), NOW + 300);
    }

    private static RejectedRecordException rejection(String text) {
        return RejectionReasonsTest.rejection(JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A valid object with more fields at its end. */
    private static String with(String fields) {
        return "{\"vehicle_id\": \"v\", \"event_time\": " + NOW + ", " + fields + "}";
    }

    private static void assertMalformed(String text, String message) {
        RejectedRecordException rejected = rejection(text);
        assertThat(rejected.reason()).isEqualTo(RejectionReason.MALFORMED_TEXT);
        assertThat(rejected).hasMessageContaining(message);
    }

    @Test
    void aFullObjectGivesWhatTheAvroRecordGives() throws Exception {
        assertThat(decode(JsonText.of(full())))
                .isEqualTo(
                        new AvroTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT)
                                .decode(Records.bytes(full()), NOW + 300));
    }

    @Test
    void whatIsLeftOutOrNullIsAbsent() throws Exception {
        Telemetry telemetry =
                decode(with("\"trip_id\": null, \"motion\": {\"speed\": 50}, \"phone\": null"));

        assertThat(telemetry.tripId()).isNull();
        assertThat(telemetry.phone()).isNull();
        assertThat(telemetry.deviceKind()).isEqualTo(DeviceKind.UNKNOWN);
        assertThat(telemetry.sequence()).isEqualTo(Telemetry.NO_SEQUENCE);
        assertThat(telemetry.motion().speed()).isEqualTo(50f);
        assertThat(telemetry.motion().speedSource()).isEqualTo(SpeedSource.UNKNOWN);
        assertThat(telemetry.motion().traveledDistance()).isNaN();
        assertThat(decode(with("\"vehicle\": {}")).vehicle().dtcList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1767225600000",
                "\"2026-01-01T00:00:00Z\"",
                "\"2026-01-01T00:00:00.000Z\"",
                "\"2026-01-01T02:00:00+02:00\"",
                "\"2025-12-31T23:30-00:30\""
            })
    void timesAreIsoWithAZoneOrMilliseconds(String time) throws Exception {
        String text = "{\"vehicle_id\": \"v\", \"event_time\": " + time + "}";
        assertThat(decode(text).eventTime()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-01-01T00:00:00\"",
                "\"2026-01-01\"",
                "\"1767225600000\"",
                "\"+999999999-12-31T23:59:59Z\"",
                "1767225600000.5",
                "1.7e12",
                "true"
            })
    void otherTimesAreRefusedWithWhatIsExpected(String time) {
        assertMalformed(
                "{\"vehicle_id\": \"v\", \"event_time\": " + time + "}",
                "event_time is not ISO 8601 time with zone, or whole milliseconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "speed": 50                            | speed is not a field
                    "motion": {"spead": 50}                | motion.spead is not a field
                    "motion": {"speed": "fast"}            | motion.speed is not a number
                    "motion": {"speed": NaN}               | not valid JSON
                    "motion": {"speed": "NaN"}             | motion.speed is not a number
                    "motion": {"speed": Infinity}          | not valid JSON
                    "motion": {"speed": true}              | motion.speed is not a number
                    "motion": {"speed_source": "RADAR"}    | motion.speed_source is not one of [UNKNOWN, WHEEL
                    "motion": {"speed_source": null}       | motion.speed_source is not one of
                    "motion": []                           | motion is not an object
                    "motion": {"speed": 1, "speed": 2}     | motion.speed stands twice
                    "vehicle_id": "w"                      | vehicle_id stands twice
                    "trip_id": 5                           | trip_id is not a string
                    "sequence": "5"                        | sequence is not a whole number
                    "sequence": 5.5                        | sequence is not a whole number
                    "phone": {"is_handled": 1}             | phone.is_handled is not true or false
                    "vehicle": {"dtc_list": "P0301"}       | vehicle.dtc_list is not an array
                    "vehicle": {"dtc_list": [1]}           | vehicle.dtc_list[] is not a string
                    "vehicle": {"dtc_list": null}          | vehicle.dtc_list is not an array
                    "vehicle": {"seat_belts": [{"row": 1}]}| vehicle.seat_belts[].seat is required and missing
                    "position": {"latitude": 1}            | position.longitude is required and missing
                    "a\\nb\\u0000<script>": 1              | a?b??script? is not a field
                    "trip_id": "x", // comment             | not valid JSON
                    "trip_id": "x",                        | not valid JSON
                    'trip_id': 'x'                         | not valid JSON
                    """)
    void whatDoesNotFitTheSchemaIsNamed(String fields, String message) {
        assertMalformed(with(fields), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"text\"", "null", "[{}]"})
    void onlyAnObjectIsARecord(String text) {
        assertMalformed(text, "the text is not an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"vehicle_id\"", "{]", "}", "\u0000", "\ufeff{}", "{\"a\": 1"})
    void brokenTextIsRejected(String text) {
        assertThat(rejection(text).reason()).isEqualTo(RejectionReason.MALFORMED_TEXT);
    }

    @Test
    void whatFollowsTheObjectIsRefused() throws Exception {
        assertMalformed(with("\"trip_id\": \"x\"") + " {}", "text follows the object");
        assertMalformed(with("\"trip_id\": \"x\"") + "}", "not valid JSON");
        assertThat(decode(with("\"trip_id\": \"x\"") + " \r\n").tripId()).isEqualTo("x");
    }

    @Test
    void requiredFieldsAreNamed() {
        assertMalformed("{}", "vehicle_id is required and missing");
        assertMalformed("{\"vehicle_id\": \"v\"}", "event_time is required and missing");
        assertMalformed("{\"vehicle_id\": null}", "vehicle_id is not a string");
    }

    @Test
    void numbersThatDoNotFitTheirTypeAreOutOfRange() {
        for (String fields :
                new String[] {
                    "\"sequence\": 9223372036854775808",
                    "\"position\": {\"latitude\": 1, \"longitude\": 1, \"fix_age\": 2147483648}"
                }) {
            assertThat(rejection(with(fields)).reason()).isEqualTo(RejectionReason.OUT_OF_RANGE);
        }
        assertThat(rejection(with("\"motion\": {\"speed\": 1e400}")).reason())
                .isEqualTo(RejectionReason.NOT_FINITE);
        assertThat(rejection(with("\"motion\": {\"traveled_distance\": 1e400}")).reason())
                .isEqualTo(RejectionReason.NOT_FINITE);
    }

    @Test
    void blankAndEmptyLinesHaveNoValue() {
        assertThat(rejection("").reason()).isEqualTo(RejectionReason.EMPTY_VALUE);
        assertThat(rejection(" \r").reason()).isEqualTo(RejectionReason.EMPTY_VALUE);
        assertThat(RejectionReasonsTest.rejection(JSON, null).reason())
                .isEqualTo(RejectionReason.NULL_VALUE);
    }

    @Test
    void malformedUtf8IsNotReplaced() {
        byte[] text = with("\"trip_id\": \"x\"").getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xFF;

        assertThat(RejectionReasonsTest.rejection(JSON, text).reason())
                .isEqualTo(RejectionReason.INVALID_UTF8);
    }

    @Test
    void sizesAreLimited() throws Exception {
        assertThat(rejection(" ".repeat(256 * 1024 + 1)).reason())
                .isEqualTo(RejectionReason.OVERSIZED);
        assertThat(rejection(with("\"trip_id\": \"" + "\u20ac".repeat(342) + "\"")).reason())
                .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
        assertThat(rejection(with("\"trip_id\": \"" + "\u20ac".repeat(341) + "\"")).reason())
                .isEqualTo(RejectionReason.INVALID_IDENTITY);
        String codes = "\"P0301\",".repeat(11);
        String list =
                "\"vehicle\": {\"dtc_list\": [" + codes.substring(0, codes.length() - 1) + "]}";
        TelemetryDecoder few =
                new JsonTelemetryDecoder(new DecodeLimits(1024, 64, 10), TimeLimits.DEFAULT);
        assertThat(
                        RejectionReasonsTest.rejection(
                                        few, with(list).getBytes(StandardCharsets.UTF_8))
                                .reason())
                .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
        assertThat(decode(with(list)).vehicle().dtcList()).hasSize(11);
    }

    @Test
    void depthIsThatOfTheSchema() {
        assertMalformed(with("\"trip_id\": " + "[".repeat(100_000)), "trip_id is not a string");
        assertMalformed(with("\"other\": " + "{\"a\":".repeat(20_000)), "other is not a field");
    }

    @Test
    void hostileNumbersAndNamesAreCutShort() {
        assertThat(rejection(with("\"sequence\": " + "9".repeat(100_000))).reason())
                .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
        assertThat(rejection(with("\"" + "n".repeat(200_000) + "\": 1")).reason())
                .isEqualTo(RejectionReason.LENGTH_OUT_OF_BOUNDS);
    }

    @Test
    void aRecordCutAnywhereIsRejected() {
        byte[] whole = JsonText.of(full()).getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            assertThat(RejectionReasonsTest.rejection(JSON, Arrays.copyOf(whole, length)).reason())
                    .as("cut to %d bytes", length)
                    .isIn(RejectionReason.MALFORMED_TEXT, RejectionReason.INVALID_UTF8);
        }
    }

    @Test
    void aTypeWithoutATextFormIsABugAndNotARejection() {
        Schema schema =
                SchemaParser.parseSingle(
                        TelemetryRecord.getClassSchema()
                                .toString()
                                .replaceFirst(
                                        "\\{\"name\":\"tenant_id\"",
                                        "{\"name\":\"raw\",\"type\":\"bytes\",\"default\":\"\"},"
                                                + "{\"name\":\"tenant_id\""));
        assertThatThrownBy(
                        () ->
                                new JsonRecordReader(DecodeLimits.DEFAULT)
                                        .read("{\"raw\": \"x\"}", schema))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no text form for BYTES");
    }
}
