package org.tierscope.views.counters;

import java.util.Locale;
import org.tierscope.session.Counter;
import org.tierscope.session.text.Words;

/** How counters are written. */
final class Figures {

    private Figures() {
    }

    static String of(Counter.Unit unit, double value) {
        return switch (unit) {
            case COUNT -> Words.count(Math.round(value));
            case PER_SECOND -> Words.count(Math.round(value)) + "/s";
            case BYTES -> Words.bytes(Math.round(value));
            case BYTES_PER_SECOND -> Words.bytes(Math.round(value)) + "/s";
            case SHARE -> String.format(Locale.ROOT, "%.1f%%", value * 100);
        };
    }

    /** The next round number, 1, 2 or 5 with zeros, that a chart up to {@code largest} fits under. */
    static double ceiling(double largest, Counter.Unit unit) {
        double least = switch (unit) {
            case COUNT, PER_SECOND -> 4;
            case BYTES, BYTES_PER_SECOND -> 1000;
            case SHARE -> 0.1;
        };
        double wanted = Math.max(least, largest);
        double magnitude = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 1.5, 2, 3, 5, 7.5}) {
            if (factor * magnitude >= wanted) {
                return factor * magnitude;
            }
        }
        return 10 * magnitude;
    }
}
