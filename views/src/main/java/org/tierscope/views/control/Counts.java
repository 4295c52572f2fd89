package org.tierscope.views.control;

import java.util.Locale;

/** Numbers in few characters: {@code 950}, {@code 12.3k}, {@code 4.5M}. */
public final class Counts {
    private Counts() {
    }

    public static String brief(long count) {
        if (count < 10_000) {
            return Long.toString(count);
        }
        if (count < 1_000_000) {
            return scaled(count / 1e3, "k");
        }
        return count < 1_000_000_000 ? scaled(count / 1e6, "M") : scaled(count / 1e9, "G");
    }

    private static String scaled(double value, String unit) {
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f%s" : "%.0f%s", value, unit);
    }

    /** Microseconds as a person reads them: {@code 85 µs}, {@code 1.20 ms}, {@code 2.5 s}. */
    public static String micros(long micros) {
        if (micros < 1000) {
            return micros + " µs";
        }
        return micros < 1_000_000 ? String.format(Locale.ROOT, "%.2f ms", micros / 1e3)
                : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }

    /** How hot something is, 0 to 1: by orders of magnitude, since that is how counts differ. */
    public static double heat(long count, long most) {
        return count <= 0 || most <= 0 ? 0 : Math.log1p(count) / Math.log1p(most);
    }
}
