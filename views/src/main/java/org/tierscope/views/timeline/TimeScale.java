package org.tierscope.views.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps the time span [from, to] onto a row of pixels.
 *
 * @param from nanoseconds at the left edge
 * @param to nanoseconds at the right edge
 * @param left pixel of the left edge
 * @param width pixels, at least 1
 */
record TimeScale(double from, double to, double left, double width) {

    /** The closest look: this many nanoseconds fill the width. */
    static final double SHORTEST = 1_000;

    private static final double PIXELS_PER_TICK = 90;

    /** A mark of the ruler. */
    record Tick(double nanos, String label) {
    }

    TimeScale {
        width = Math.max(1, width);
        to = Math.max(to, from + SHORTEST);
    }

    double x(double nanos) {
        return left + (nanos - from) / (to - from) * width;
    }

    double nanos(double x) {
        return from + (x - left) / width * (to - from);
    }

    double right() {
        return left + width;
    }

    double span() {
        return to - from;
    }

    /** The same time at {@code x}, but {@code factor} times as much of it in sight. */
    TimeScale zoomed(double x, double factor, double end) {
        double pivot = nanos(x);
        double span = Math.clamp(span() * factor, SHORTEST, Math.max(end, SHORTEST));
        double newFrom = pivot - (x - left) / width * span;
        return new TimeScale(newFrom, newFrom + span, left, width).within(end);
    }

    /** Moved by pixels, to the right if positive: earlier times come into sight. */
    TimeScale panned(double pixels, double end) {
        double shift = -pixels / width * span();
        return new TimeScale(from + shift, to + shift, left, width).within(end);
    }

    /** The same span, moved so that it shows nothing before 0 or after {@code end}. */
    TimeScale within(double end) {
        double shift = from < 0 ? -from : Math.min(0, Math.max(end, span()) - to);
        return new TimeScale(from + shift, to + shift, left, width);
    }

    TimeScale placed(double newLeft, double newWidth) {
        return new TimeScale(from, to, newLeft, newWidth);
    }

    /** Round times in sight, far enough apart to be labelled. */
    List<Tick> ticks() {
        double step = niceStep(span() / Math.max(1, width / PIXELS_PER_TICK));
        List<Tick> ticks = new ArrayList<>();
        for (double t = Math.ceil(from / step) * step; t <= to; t += step) {
            ticks.add(new Tick(t, label(t, step)));
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5, 10, 20… that is not below {@code atLeast}. */
    static double niceStep(double atLeast) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * magnitude >= atLeast * 0.999_999) {
                return factor * magnitude;
            }
        }
        return 10 * magnitude;
    }

    /** A time with as many digits as tell it from its neighbours {@code step} away: {@code 1.25 s}, {@code 40 µs}. */
    static String label(double nanos, double step) {
        double unit = nanos >= 1e9 || step >= 1e8 ? 1e9 : nanos >= 1e6 || step >= 1e5 ? 1e6 : 1e3;
        String name = unit == 1e9 ? "s" : unit == 1e6 ? "ms" : "µs";
        int digits = (int) Math.clamp(Math.ceil(-Math.log10(step / unit) - 1e-9), 0, 9);
        return String.format(Locale.ROOT, "%." + digits + "f %s", nanos / unit, name);
    }
}
