// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes episodes from all reports at once, for comparison: first which reports belong to one,
 * then every number anew from these reports.
 */
final class PlainEpisodes {

    /**
     * A report.
     *
     * @param time ms
     * @param speed km/h, or NaN
     * @param kmh limit, or NaN
     */
    record Report(long time, double speed, double kmh) {

        boolean isKnown() {
            return speed <= 4 || !(Double.isNaN(speed) || Double.isNaN(kmh));
        }

        /** Of floats, as in telemetry. */
        double excess() {
            return Double.isNaN(kmh)
                    ? Double.NEGATIVE_INFINITY
                    : (double) (float) speed - (float) kmh;
        }
    }

    /** An episode that was long enough. */
    record Episode(
            long start,
            long end,
            long toldAt,
            SpeedBand bandAtStart,
            SpeedBand band,
            double peakSpeed,
            double peakExcess,
            long peakTime,
            double speedSeconds,
            double distance,
            int reports,
            int known,
            EndReason reason) {}

    private final SpeedingThresholds t;
    private final List<Report> reports;
    private final List<Episode> found = new ArrayList<>();

    private PlainEpisodes(SpeedingThresholds thresholds, List<Report> reports) {
        this.t = thresholds;
        this.reports = reports;
    }

    static List<Episode> of(SpeedingThresholds thresholds, List<Report> reports) {
        PlainEpisodes plain = new PlainEpisodes(thresholds, reports);
        int next = 0;
        while (next < reports.size()) {
            next = plain.isAbove(next, 0) ? plain.from(next) : next + 1;
        }
        return plain.found;
    }

    private boolean isAbove(int i, double hysteresis) {
        Report r = reports.get(i);
        double tolerance =
                Math.max(t.toleranceAbsolute(), (float) r.kmh() * t.toleranceRelative() / 100);
        return r.isKnown() && r.excess() > Math.max(0, tolerance - hysteresis);
    }

    /** Follows an episode from its first report; returns where to look for the next one. */
    private int from(int first) {
        List<Integer> overs = new ArrayList<>(List.of(first));
        boolean below = false;
        for (int i = first + 1; i < reports.size(); i++) {
            long gap = reports.get(i).time() - reports.get(overs.get(overs.size() - 1)).time();
            if (gap > (below ? t.mergeGap() : t.maxGap()) * 1000) {
                tell(overs, below ? EndReason.BELOW_LIMIT : EndReason.GAP);
                return i;
            }
            if (isAbove(i, below ? 0 : t.hysteresis())) {
                overs.add(i);
                below = false;
            } else if (reports.get(i).isKnown()) {
                below = true;
                if (gap >= t.mergeGap() * 1000) {
                    tell(overs, EndReason.BELOW_LIMIT);
                    return i + 1;
                }
            }
        }
        tell(overs, EndReason.SILENCE);
        return reports.size();
    }

    private void tell(List<Integer> overs, EndReason reason) {
        int toldAt = -1;
        double covered = 0;
        for (int k = 0; k < overs.size(); k++) {
            if (k > 0) {
                long interval = time(overs.get(k)) - time(overs.get(k - 1));
                covered += interval <= 35_000 ? interval : 0;
            }
            if (covered >= t.minDuration() * 1000) {
                toldAt = k;
                break;
            }
        }
        if (toldAt < 0) {
            return;
        }
        int first = overs.get(0);
        int last = overs.get(overs.size() - 1);
        Report peak = reports.get(first);
        double peakSpeed = 0;
        for (int i : overs) {
            peak = reports.get(i).excess() > peak.excess() ? reports.get(i) : peak;
            peakSpeed = Math.max(peakSpeed, (float) reports.get(i).speed());
        }
        List<Report> inside = reports.subList(first, last + 1);
        List<Report> known = inside.stream().filter(Report::isKnown).toList();
        List<Report> moving = inside.stream().filter(r -> !Double.isNaN(r.speed())).toList();
        double speedSeconds = 0;
        for (int i = 1; i < known.size(); i++) {
            double mean =
                    (Math.max(0, known.get(i - 1).excess()) + Math.max(0, known.get(i).excess()))
                            / 2;
            speedSeconds += mean * (known.get(i).time() - known.get(i - 1).time()) / 1000;
        }
        double distance = 0;
        for (int i = 1; i < moving.size(); i++) {
            double mean =
                    ((double) (float) moving.get(i - 1).speed() + (float) moving.get(i).speed())
                            / 2;
            distance += mean / 3.6 * (moving.get(i).time() - moving.get(i - 1).time()) / 1000;
        }
        found.add(
                new Episode(
                        time(first),
                        time(last),
                        time(overs.get(toldAt)),
                        band(overs.subList(0, toldAt + 1)),
                        band(overs),
                        peakSpeed,
                        peak.excess(),
                        peak.time(),
                        speedSeconds,
                        distance,
                        inside.size(),
                        known.size(),
                        reason));
    }

    private long time(int i) {
        return reports.get(i).time();
    }

    private SpeedBand band(List<Integer> overs) {
        if (held(overs, t.severeAbsolute(), t.severeRelative(), false)) {
            return SpeedBand.SEVERE;
        }
        return held(overs, t.majorAbsolute(), t.majorRelative(), true)
                ? SpeedBand.MAJOR
                : SpeedBand.MINOR;
    }

    /** Whether an excess stayed above both bounds for long enough, in reports above alone. */
    private boolean held(List<Integer> overs, double absolute, double relative, boolean orSevere) {
        for (int from = 0; from < overs.size(); from++) {
            for (int to = from;
                    to < overs.size()
                            && isIn(overs.get(to), absolute, relative, orSevere)
                            && (to == from || isOneStretch(overs.get(to - 1), overs.get(to)));
                    to++) {
                if (time(overs.get(to)) - time(overs.get(from)) >= t.bandHold() * 1000) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isIn(int i, double absolute, double relative, boolean orSevere) {
        Report r = reports.get(i);
        boolean in = r.excess() >= absolute && r.excess() >= (float) r.kmh() * relative / 100;
        return in || (orSevere && isIn(i, t.severeAbsolute(), t.severeRelative(), false));
    }

    private boolean isOneStretch(int from, int to) {
        return time(to) - time(from) <= 35_000
                && reports.subList(from + 1, to).stream().noneMatch(Report::isKnown);
    }
}
