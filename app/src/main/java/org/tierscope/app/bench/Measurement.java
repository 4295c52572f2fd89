package org.tierscope.app.bench;

import java.util.List;

/**
 * One run of one program.
 *
 * @param millis wall time from the start of the program to its end, without the start of the process
 * @param rounds the times that the program took of its own rounds, in milliseconds; empty where it takes none
 * @param baseline what making baseline code took
 * @param optimizing what making optimized code took
 * @param output what the program printed, without the times
 */
record Measurement(
        double millis, List<Double> rounds, Compiling baseline, Compiling optimizing, String output) {
    /** How a benchmark program starts the line with the times of its rounds. */
    private static final String TIMES = "#times ";
    /** How long the first time is that users wait through. */
    private static final double EARLY_MILLIS = 2000;

    /** Takes the times out of what a program printed. */
    static Measurement of(double millis, Compiling baseline, Compiling optimizing, String printed) {
        var output = new StringBuilder();
        List<Double> rounds = List.of();
        for (String line : printed.lines().toList()) {
            if (line.startsWith(TIMES)) {
                rounds = List.of(line.substring(TIMES.length()).trim().split(" ")).stream()
                        .map(Double::valueOf)
                        .toList();
            } else {
                output.append(line).append('\n');
            }
        }
        return new Measurement(millis, rounds, baseline, optimizing, output.toString());
    }

    /**
     * Time of one round at full speed, in milliseconds: the median of the last third of the rounds. The whole run
     * where the program has no rounds.
     */
    public double peakMillis() {
        if (rounds.isEmpty()) {
            return millis;
        }
        var late = rounds.subList(rounds.size() - (rounds.size() + 2) / 3, rounds.size());
        return late.stream().sorted().skip(late.size() / 2).findFirst().orElseThrow();
    }

    /** Time spent compiling, in both compilers. */
    double compilingMillis() {
        return baseline.millis() + optimizing.millis();
    }

    /**
     * What warming up cost, in milliseconds: how much longer all rounds took than they would have at full speed.
     */
    public double warmUpMillis() {
        double total = rounds.stream().mapToDouble(Double::doubleValue).sum();
        return Math.max(0, total - rounds.size() * peakMillis());
    }

    /**
     * Time of an average round of those that began in the first two seconds, warming up included, in milliseconds; the whole run where
     * the program has no rounds.
     */
    public double earlyMillis() {
        double total = 0;
        int count = 0;
        for (double round : rounds) {
            if (total >= EARLY_MILLIS) {
                break;
            }
            total += round;
            count++;
        }
        return count == 0 ? millis : total / count;
    }

    /** The run with the faster rounds: what disturbs a run only ever makes it slower. */
    Measurement best(Measurement other) {
        return other.peakMillis() < peakMillis() ? other : this;
    }
}
