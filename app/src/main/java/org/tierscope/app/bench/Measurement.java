package org.tierscope.app.bench;

/**
 * One run of one program.
 *
 * @param millis wall time from the start of the program to its end, without the start of the process
 * @param baselineMicros time spent making baseline code
 * @param optimizingMicros time spent making optimized code
 * @param output what the program printed
 */
public record Measurement(double millis, double baselineMicros, double optimizingMicros, String output) {
    /** The faster of two runs: what disturbs a run only ever makes it slower. */
    Measurement best(Measurement other) {
        return other.millis < millis ? other : this;
    }
}
