// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.udfs.score.Dated;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a PMML file says of itself: name, version, since when, and which fields with which values it
 * is for. Read apart from the model, without document types and entities, so that a file that asks
 * for another one is refused before anything evaluates it.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/GeneralStructure.html">PMML 4.4.1</a>
 */
final class PmmlHead {

    /** Name of the extension of the header that says since when the model is in force. */
    static final String EFFECTIVE_FROM = "effective_from";

    /** An interval of a field. */
    record Interval(double least, double most, boolean isOpenBelow, boolean isOpenAbove) {

        boolean has(double value) {
            return (isOpenBelow ? value > least : value >= least)
                    && (isOpenAbove ? value < most : value <= most);
        }

        @Override
        public String toString() {
            return (isOpenBelow ? "]" : "[") + least + ", " + most + (isOpenAbove ? "[" : "]");
        }
    }

    /** A field of the data dictionary. */
    record DataField(String type, String kind, List<Interval> intervals) {

        boolean isNumber() {
            return kind.equals("continuous")
                    && List.of("double", "float", "integer").contains(type);
        }

        boolean has(double value) {
            return intervals.isEmpty() || intervals.stream().anyMatch(one -> one.has(value));
        }
    }

    private final List<String> problems;
    private final Map<String, DataField> fields = new LinkedHashMap<>();
    private final List<String> inputs = new ArrayList<>();
    private String name = "";
    private String function = "";
    private long version;
    private long effectiveFrom = Dated.BY_RULE;

    private PmmlHead(List<String> problems) {
        this.problems = problems;
    }

    /** Reads the head of a file; null if it is none. */
    static @Nullable PmmlHead read(byte[] file, List<String> problems) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        PmmlHead head = new PmmlHead(problems);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            head.read(xml);
        } catch (XMLStreamException e) {
            problems.add(
                    "line " + e.getLocation().getLineNumber() + ": is not XML: " + e.getMessage());
            return null;
        }
        return head;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int depth = 0;
        String field = "";
        String within = "";
        boolean ofModel = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                problems.add("must not have a document type");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                if (depth == 1 && !element.equals("PMML")) {
                    problems.add("its root must be PMML, is " + element);
                } else if (depth == 2) {
                    within = element;
                    ofModel = xml.getAttributeValue(null, "functionName") != null;
                    section(xml, element, ofModel);
                } else if (depth == 3 && within.equals("Header")) {
                    extension(xml, element);
                } else if (depth == 3 && within.equals("DataDictionary")) {
                    field = attribute(xml, "name");
                    dataField(xml, element, field);
                } else if (depth == 4 && within.equals("DataDictionary")) {
                    interval(xml, element, field);
                } else if (depth == 4 && ofModel && element.equals("MiningField")) {
                    input(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void section(XMLStreamReader xml, String element, boolean isModel) {
        if (element.equals("Header")) {
            version = version(attribute(xml, "modelVersion"));
        } else if (isModel && function.isEmpty()) {
            name = attribute(xml, "modelName");
            function = attribute(xml, "functionName");
        } else if (isModel) {
            problems.add("must have one model, has another: " + element);
        }
    }

    private static long version(String text) {
        return text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
    }

    private void extension(XMLStreamReader xml, String element) {
        if (element.equals("Extension") && attribute(xml, "name").equals(EFFECTIVE_FROM)) {
            String value = attribute(xml, "value");
            try {
                effectiveFrom = Instant.parse(value).toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                problems.add(
                        "Header/Extension "
                                + EFFECTIVE_FROM
                                + ": must be a time such as 2026-01-01T00:00:00Z, is "
                                + value);
            }
        }
    }

    private void dataField(XMLStreamReader xml, String element, String field) {
        if (element.equals("DataField")) {
            fields.put(
                    field,
                    new DataField(
                            attribute(xml, "dataType"),
                            attribute(xml, "optype"),
                            new ArrayList<>()));
        }
    }

    private void interval(XMLStreamReader xml, String element, String of) {
        DataField field = fields.get(of);
        if (element.equals("Interval") && field != null) {
            String closure = attribute(xml, "closure");
            field.intervals()
                    .add(
                            new Interval(
                                    margin(xml, "leftMargin", Double.NEGATIVE_INFINITY, of),
                                    margin(xml, "rightMargin", Double.POSITIVE_INFINITY, of),
                                    closure.startsWith("open"),
                                    closure.endsWith("Open")));
        }
    }

    private double margin(XMLStreamReader xml, String margin, double otherwise, String of) {
        String text = attribute(xml, margin);
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            problems.add("DataField " + of + ": its " + margin + " is no number: " + text);
            return otherwise;
        }
    }

    private void input(XMLStreamReader xml) {
        String usage = attribute(xml, "usageType");
        if (usage.isEmpty() || usage.equals("active")) {
            inputs.add(attribute(xml, "name"));
        }
    }

    private static String attribute(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    /** Name of the model, or empty. */
    String name() {
        return name;
    }

    /** What the model does, such as regression, or empty where there is no model. */
    String function() {
        return function;
    }

    /** Version, or 0. */
    long version() {
        return version;
    }

    /** Event time from which it is in force, ms. */
    long effectiveFrom() {
        return effectiveFrom;
    }

    /** Names of the fields that it needs. */
    List<String> inputs() {
        return inputs;
    }

    /** A field of the data dictionary, or null. */
    @Nullable DataField field(String named) {
        return fields.get(named);
    }
}
