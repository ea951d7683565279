// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link VehicleOperator}s and holds what they are made from.
 *
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
final class VehicleOperatorFactory<S, E> extends AbstractStreamOperatorFactory<E> {

    /**
     * What an operator is told of reference data.
     *
     * @param detector name of the detector that the rules are for
     * @param initialRules rules in force before the input has said anything
     * @param initialLimits overrides of speed limits before the input has said anything
     * @param initialFences fences before the input has said anything
     * @param fixedProfiles profiles by vehicle id where there is no input of them
     * @param hasProfiles whether there is an input of profiles
     * @param hasRules whether there is an input of rules, behind that of profiles
     * @param hasLimits whether there is an input of overrides of speed limits, behind those
     * @param hasFences whether there is an input of fences, behind those
     */
    record References(
            String detector,
            ReferenceSnapshot<Rule> initialRules,
            ReferenceSnapshot<LimitOverride> initialLimits,
            ReferenceSnapshot<Fence> initialFences,
            Map<String, VehicleProfile> fixedProfiles,
            boolean hasProfiles,
            boolean hasRules,
            boolean hasLimits,
            boolean hasFences)
            implements Serializable {

        static References of(ReferenceStreams streams) {
            return new References(
                    streams.detector(),
                    streams.rules().initial(),
                    streams.limits().initial(),
                    streams.fences().initial(),
                    streams.fixedProfiles(),
                    streams.profiles() != null,
                    streams.rules().updates() != null,
                    streams.limits().updates() != null,
                    streams.fences().updates() != null);
        }

        /** The profile of the current vehicle, where profiles are known at all. */
        @Nullable ValueState<VehicleProfile> profiles(
                KeyedStateStore states, Supplier<String> vehicleId) {
            if (hasProfiles) {
                return states.getState(PROFILE);
            }
            return fixedProfiles.isEmpty() ? null : new FixedProfiles(fixedProfiles, vehicleId);
        }

        boolean mayHaveRules() {
            return hasRules || !initialRules.values().isEmpty();
        }

        boolean mayHaveLimits() {
            return hasLimits || !initialLimits.values().isEmpty();
        }

        boolean mayHaveFences() {
            return hasFences || !initialFences.values().isEmpty();
        }

        int inputs() {
            return 1
                    + (hasProfiles ? 1 : 0)
                    + (hasRules ? 1 : 0)
                    + (hasLimits ? 1 : 0)
                    + (hasFences ? 1 : 0);
        }
    }

    private static final ValueStateDescriptor<VehicleProfile> PROFILE =
            new ValueStateDescriptor<>("profile", TypeInformation.of(VehicleProfile.class));

    final VehicleClock clock;
    final long receiveDisorder;
    final Detector<S, E> detector;
    final TypeInformation<S> detectorState;
    final References references;

    VehicleOperatorFactory(
            ClockConfig clock,
            Detector<S, E> detector,
            TypeInformation<S> detectorState,
            References references) {
        this.clock = new VehicleClock(clock.limits());
        this.receiveDisorder = clock.receiveDisorder();
        this.detector = detector;
        this.detectorState = detectorState;
        this.references = references;
    }

    /** Type of the state: the clock's and the detector's, together. */
    TypeInformation<Tuple2<ClockState, S>> stateType() {
        return new TupleTypeInfo<>(TypeInformation.of(ClockState.class), detectorState);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as declared by Flink
    public <T extends StreamOperator<E>> T createStreamOperator(
            StreamOperatorParameters<E> parameters) {
        return (T) new VehicleOperator<>(parameters, this);
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared by Flink
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return VehicleOperator.class;
    }
}
