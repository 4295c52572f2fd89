package org.tierscope.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tierscope.record.proto.Totals;

/** Engine-wide figures over time, made from the totals that the engine samples. */
public enum Counter {
    HEAP_USED("heap used", Unit.BYTES, false, Totals::getHeapUsedBytes),
    HEAP_COMMITTED("heap committed", Unit.BYTES, false, Totals::getHeapCommittedBytes),
    ALLOCATION_RATE("allocated", Unit.BYTES_PER_SECOND, true, Totals::getAllocatedBytes),
    COLLECTIONS("collections", Unit.COUNT, false, Totals::getCollections),
    CODE_SIZE("machine code", Unit.BYTES, false, Totals::getCodeBytes),
    COMPILE_QUEUE("compile queue", Unit.COUNT, false, Totals::getCompileQueue),
    /** Share of one CPU spent compiling. */
    COMPILE_LOAD("compiling", Unit.SHARE, true, totals -> totals.getCompileNanos() / 1e9),
    CALLS("calls", Unit.PER_SECOND, true, Totals::getCalls),
    LOOP_ITERATIONS("loop iterations", Unit.PER_SECOND, true, Totals::getLoopIterations),
    OSR_ENTRIES("OSR entries", Unit.COUNT, false, Totals::getOsrEntries),
    DEOPTS("deoptimizations", Unit.COUNT, false, Totals::getDeopts),
    SHAPES("shapes", Unit.COUNT, false, Totals::getShapes);

    public enum Unit { COUNT, PER_SECOND, BYTES, BYTES_PER_SECOND, SHARE }

    private final String title;
    private final Unit unit;
    private final boolean rate;
    private final ToDoubleFunction<Totals> value;

    Counter(String title, Unit unit, boolean rate, ToDoubleFunction<Totals> value) {
        this.title = title;
        this.unit = unit;
        this.rate = rate;
        this.value = value;
    }

    /** For people. */
    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** A value at a time. */
    public record Point(long nanos, double value) {
    }

    /**
     * The values in [from, to], one before and one after it included, not more than about {@code most} of them: of
     * several samples in one stretch the largest is kept, so that no peak is lost. A rate is taken between two
     * samples and stands at the later one.
     *
     * <p>Time is counted when the work it was spent on is done, often long after it began. What exceeds the time between
     * two samples was therefore spent before the first of them, and is moved there.
     */
    public List<Point> points(List<Timed<Totals>> samples, long from, long to, int most) {
        int first = firstAtOrAfter(samples, from);
        int start = Math.max(rate ? 1 : 0, first - 1);
        List<Point> all = unit == Unit.SHARE ? shares(samples, start, to) : values(samples, start, to);
        return thinned(all, Math.max(2, most));
    }

    private List<Point> values(List<Timed<Totals>> samples, int start, long to) {
        List<Point> all = new ArrayList<>();
        for (int i = start; i < samples.size(); i++) {
            double now = value.applyAsDouble(samples.get(i).value());
            all.add(new Point(samples.get(i).nanos(), rate ? perSecond(samples, i, now) : now));
            if (samples.get(i).nanos() > to) {
                break;
            }
        }
        return all;
    }

    private List<Point> shares(List<Timed<Totals>> samples, int start, long to) {
        List<Point> backwards = new ArrayList<>();
        double excess = 0;
        for (int i = samples.size() - 1; i >= start; i--) {
            double seconds = (samples.get(i).nanos() - samples.get(i - 1).nanos()) / 1e9;
            double spent = perSecond(samples, i, value.applyAsDouble(samples.get(i).value())) * seconds + excess;
            excess = Math.max(0, spent - seconds);
            boolean wanted = i == start || samples.get(i - 1).nanos() <= to;
            if (wanted) {
                backwards.add(new Point(samples.get(i).nanos(), seconds <= 0 ? 0 : (spent - excess) / seconds));
            }
        }
        return backwards.reversed();
    }

    private double perSecond(List<Timed<Totals>> samples, int i, double now) {
        double seconds = (samples.get(i).nanos() - samples.get(i - 1).nanos()) / 1e9;
        return seconds <= 0 ? 0 : Math.max(0, now - value.applyAsDouble(samples.get(i - 1).value())) / seconds;
    }

    private static List<Point> thinned(List<Point> points, int most) {
        if (points.size() <= most) {
            return points;
        }
        List<Point> thinned = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            int start = (int) ((long) k * points.size() / most);
            int end = (int) ((long) (k + 1) * points.size() / most);
            Point largest = points.get(start);
            for (Point point : points.subList(start, end)) {
                largest = point.value() > largest.value() ? point : largest;
            }
            thinned.add(largest);
        }
        return thinned;
    }

    private static int firstAtOrAfter(List<Timed<Totals>> samples, long nanos) {
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (samples.get(middle).nanos() < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
