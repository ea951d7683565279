// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.driving.score.PmmlHead.DataField;
import io.odograph.driving.score.PmmlHead.Interval;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.score.Dated;
import io.odograph.udfs.score.Exposure;
import io.odograph.udfs.score.ModelResult;
import io.odograph.udfs.score.RiskModel;
import io.odograph.udfs.score.ScoreFactor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pmml4s.PmmlException;
import org.pmml4s.model.Model;

/**
 * A model of a PMML file, whose inputs are {@link ScoreFactor}s by their names. A factor that is
 * not known is a missing value, for which the model may name a replacement; one outside the
 * intervals of its field makes the model have no result, as nobody fitted it there.
 */
final class PmmlModel implements RiskModel {

    /** More digits may differ between processors, as the exponential function does. */
    private static final MathContext DIGITS = new MathContext(9);

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,64}");

    /** An input and the values that it is for. */
    private record Input(ScoreFactor factor, DataField field) {}

    private final PmmlHead head;
    private final Model model;
    private final String output;
    private final List<Input> inputs;

    private PmmlModel(PmmlHead head, Model model, List<Input> inputs) {
        this.head = head;
        this.model = model;
        this.inputs = inputs;
        output = model.outputNames()[model.predictedValueIndex()];
    }

    /**
     * Reads a model.
     *
     * @param file the file
     * @param problems takes why it cannot be used
     * @return the model, or null if it cannot be used
     */
    static @Nullable PmmlModel read(byte[] file, List<String> problems) {
        List<String> found = new ArrayList<>();
        PmmlHead head = PmmlHead.read(file, found);
        List<Input> inputs = head == null ? List.of() : check(head, found);
        PmmlModel read =
                head == null || !found.isEmpty() ? null : evaluable(file, head, inputs, found);
        problems.addAll(found);
        return found.isEmpty() ? read : null;
    }

    private static @Nullable PmmlModel evaluable(
            byte[] file, PmmlHead head, List<Input> inputs, List<String> problems) {
        try {
            PmmlModel model = new PmmlModel(head, Model.fromBytes(file), inputs);
            // What it does not support it says when it is used first.
            model.evaluate(new Exposure());
            model.evaluate(typical());
            return model;
        } catch (Exception e) {
            problems.add("cannot be evaluated: " + e);
            return null;
        }
    }

    /** An hour of driving, of which everything is known. */
    private static Exposure typical() {
        DrivingTotals totals = new DrivingTotals();
        totals.distance = 60_000_000;
        totals.moving = 3_600_000;
        totals.phoneKnown = totals.moving;
        totals.beltKnown = totals.moving;
        totals.maxSpeed = 100;
        return Exposure.of(totals);
    }

    private static List<Input> check(PmmlHead head, List<String> problems) {
        if (!NAME.matcher(head.name()).matches()) {
            problems.add("modelName: must be 1 to 64 letters, digits, dots and dashes");
        }
        if (head.version() < 1 || head.version() > Dated.MOST_VERSION) {
            problems.add(
                    "Header/modelVersion: must be a whole number of 1 to " + Dated.MOST_VERSION);
        }
        if (!head.function().equals("regression")) {
            problems.add(
                    "functionName: must be regression, whose result is a number, is \""
                            + head.function()
                            + '"');
        }
        List<Input> inputs = new ArrayList<>();
        for (String name : head.inputs()) {
            ScoreFactor factor = ScoreFactor.of(name);
            DataField field = head.field(name);
            if (factor == null) {
                problems.add("MiningField " + name + ": must be one of " + ScoreFactor.labels());
            } else if (field == null || !field.isNumber()) {
                problems.add("DataField " + name + ": must be continuous, double or float");
            } else {
                inputs.add(new Input(factor, field));
                check(factor, field, problems);
            }
        }
        if (head.inputs().isEmpty()) {
            problems.add("MiningSchema: must have an active field");
        }
        return inputs;
    }

    private static void check(ScoreFactor factor, DataField field, List<String> problems) {
        for (Interval interval : field.intervals()) {
            boolean above = Double.isFinite(interval.most()) && interval.most() > factor.most();
            boolean below = Double.isFinite(interval.least()) && interval.least() < 0;
            if (above || below) {
                problems.add(
                        "DataField "
                                + factor.label()
                                + ": its interval "
                                + interval
                                + " is not within 0 to "
                                + factor.most()
                                + ", which it can be; is it in another unit?");
            }
        }
    }

    /** Name of the model. */
    String name() {
        return head.name();
    }

    @Override
    public long version() {
        return head.version();
    }

    @Override
    public long effectiveFrom() {
        return head.effectiveFrom();
    }

    @Override
    public ModelResult evaluate(Exposure exposure) {
        Map<String, Object> values = new HashMap<>();
        for (Input input : inputs) {
            double value = input.factor().value(exposure);
            if (!Double.isNaN(value)) {
                if (!input.field().has(value)) {
                    return result(Double.NaN);
                }
                values.put(input.factor().label(), value);
            }
        }
        try {
            Object predicted = model.predict(values).get(output);
            return result(predicted instanceof Number number ? number.doubleValue() : Double.NaN);
        } catch (Exception e) {
            // Declared by none of its methods: such as a value that the model refuses.
            if (e instanceof PmmlException) {
                return result(Double.NaN);
            }
            throw e;
        }
    }

    private ModelResult result(double value) {
        boolean isNumber = Double.isFinite(value);
        return new ModelResult(
                head.name(),
                head.version(),
                isNumber ? new BigDecimal(value).round(DIGITS).doubleValue() : Double.NaN);
    }
}
