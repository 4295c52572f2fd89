package org.tierscope.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;

/**
 * What a recording costs a program: the best run without one and the best with one, all tiers, everything recorded.
 *
 * @param program the file
 * @param without a recording
 * @param with a recording, graphs of all passes and listings included
 */
record RecordingCost(Path program, Measurement without, Measurement with) {
    private static final String COLUMNS = "%-20s %11s %11s %7s %12s %12s %7s";
    static final String HEADING = String.format(
            COLUMNS, "one round at", "without", "recorded", "ratio", "compiling", "recorded", "ratio");
    static final String UNITS = String.format(COLUMNS, "full speed", "ms", "ms", "", "ms", "ms", "");

    /** Measures a program both ways, {@code runs} times in turns. */
    static RecordingCost of(Path program, EngineUnderTest engine, EngineOptions options, int runs)
            throws IOException, InterruptedException {
        Measurement without = null;
        Measurement with = null;
        for (int run = 0; run < runs; run++) {
            Measurement plain = engine.measure(program, Tier.OPTIMIZING, options);
            Measurement recorded = engine.measureRecorded(program, options);
            without = without == null ? plain : without.best(plain);
            with = with == null ? recorded : with.best(recorded);
        }
        return new RecordingCost(program, without, with);
    }

    String name() {
        return program.getFileName().toString().replaceFirst("\\.js$", "");
    }

    /** Time of a round at full speed with a recording over that without. */
    double peakRatio() {
        return with.peakMillis() / without.peakMillis();
    }

    /** Time spent compiling with a recording over that without; 1 where nothing was compiled. */
    double compilingRatio() {
        return without.compilingMillis() == 0 ? 1 : with.compilingMillis() / without.compilingMillis();
    }

    boolean outputsAgree() {
        return without.output().equals(with.output());
    }

    /** One line of the table under {@link #HEADING}. */
    String row() {
        return String.format(Locale.ROOT, "%-20s %11.3f %11.3f %7.2f %12.2f %12.2f %7.2f%s",
                name(), without.peakMillis(), with.peakMillis(), peakRatio(), without.compilingMillis(),
                with.compilingMillis(), compilingRatio(), outputsAgree() ? "" : "  OUTPUTS DIFFER");
    }

    Map<String, Object> json() {
        var map = new LinkedHashMap<String, Object>();
        map.put("program", name());
        map.put("peakMillis", without.peakMillis());
        map.put("recordedPeakMillis", with.peakMillis());
        map.put("compilingMillis", without.compilingMillis());
        map.put("recordedCompilingMillis", with.compilingMillis());
        map.put("outputsAgree", outputsAgree());
        return map;
    }
}
