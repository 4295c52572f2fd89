package org.tierscope.session.text;

import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Pass;

/** The graph of each optimizing compilation, after its last pass or after the one that was asked for. */
final class SsaText {

    private SsaText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        moment.compilations().stream()
                .filter(c -> moment.function(c.started().getFunctionId()).filter(f -> filter.shows(f.function()))
                        .isPresent())
                .forEach(compilation -> compilation.passes().reversed().stream().filter(filter::shows).findFirst()
                        .ifPresent(pass -> graph(moment, compilation, pass, out)));
    }

    private static void graph(Moment moment, CompilationState compilation, Pass pass, Lines out) {
        out.gap();
        out.add("%s after %s", title(moment, compilation), pass.name());
        GraphText.of(pass.graph()).forEach(line -> out.add("%s", line));
    }

    /** {@code sum, compilation 5, optimizing, entered at loop 6}. */
    static String title(Moment moment, CompilationState compilation) {
        return "%s, compilation %d, %s%s".formatted(Words.function(moment, compilation.started().getFunctionId()),
                compilation.id(), Words.tier(compilation.started().getTier()),
                compilation.isOsr() ? ", entered at loop " + compilation.started().getOsrPc() : "");
    }
}
