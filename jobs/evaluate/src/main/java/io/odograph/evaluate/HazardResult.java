// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of all harmless events of one kind.
 *
 * @param scenario their kind
 * @param per1000Hours assumed rate, or NaN where the hours are real ones
 * @param floor whether not one may raise an alert
 * @param episodes how many were shown
 * @param hours vehicle-hours that they stand for
 * @param suspected incidents that were told of
 * @param alarms of those, confirmed or left without contact at any time
 * @param examples the first that were told of
 */
record HazardResult(
        String scenario,
        double per1000Hours,
        boolean floor,
        int episodes,
        double hours,
        int suspected,
        int alarms,
        List<String> examples) {

    /** Examples that are kept. */
    private static final int EXAMPLES = 3;

    /** Counts the incidents of episodes; the i-th list is that of the i-th episode. */
    static HazardResult of(
            String scenario,
            double per1000Hours,
            boolean floor,
            double hours,
            List<List<Incident>> episodes) {
        int suspected = 0;
        int alarms = 0;
        List<String> examples = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            List<Incident> incidents = episodes.get(i);
            suspected += incidents.size();
            alarms += (int) incidents.stream().filter(Incident::wasAlarm).count();
            if (!incidents.isEmpty() && examples.size() < EXAMPLES) {
                examples.add(scenario + "/" + i + ": " + incidents.get(0).describe());
            }
        }
        return new HazardResult(
                scenario,
                per1000Hours,
                floor,
                episodes.size(),
                hours,
                suspected,
                alarms,
                List.copyOf(examples));
    }

    /** Suspected incidents per 1,000 vehicle-hours. */
    double suspectedRate() {
        return suspected * 1000 / hours;
    }

    /** Its 95 % interval. */
    Interval suspectedInterval() {
        return Interval.poisson(suspected).times(1000 / hours);
    }

    /** Alarms per 1,000 vehicle-hours. */
    double alarmRate() {
        return alarms * 1000 / hours;
    }

    /** Its 95 % interval. */
    Interval alarmInterval() {
        return Interval.poisson(alarms).times(1000 / hours);
    }
}
