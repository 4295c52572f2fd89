package org.tierscope.app.measure;

import java.util.Locale;

/**
 * One line of the report.
 *
 * @param limit what is promised, in the same unit
 * @param atLeast whether more is better
 */
public record Figure(String what, double value, String unit, double limit, boolean atLeast) {

    static Figure atMost(String what, double value, String unit, double limit) {
        return new Figure(what, value, unit, limit, false);
    }

    static Figure atLeast(String what, double value, String unit, double limit) {
        return new Figure(what, value, unit, limit, true);
    }

    public boolean holds() {
        return atLeast ? value >= limit : value <= limit;
    }

    /** {@code ok      0.84 s   at most 1.5 s   launch to a usable window}. */
    public String line() {
        return String.format(Locale.ROOT, "%-6s %10.2f %-4s  %s %.2f %-4s  %s", holds() ? "ok" : "MISSED", value, unit,
                atLeast ? "at least" : "at most ", limit, unit, what);
    }
}
