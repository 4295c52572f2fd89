package org.tierscope.views.timeline;

import java.util.Optional;
import org.tierscope.session.Lane;
import org.tierscope.session.Moment;
import org.tierscope.session.Session;
import org.tierscope.session.text.EventText;
import org.tierscope.session.text.Words;

/** What the timeline says about the thing under the mouse. */
final class TimelineTips {

    private TimelineTips() {
    }

    static Optional<String> of(Session session, TimelineCanvas.Hit hit) {
        if (session == null || hit.row().isEmpty()) {
            return Optional.empty();
        }
        if (hit.mark().isPresent()) {
            return Optional.of(mark(session, hit.mark().get()));
        }
        if (hit.compilation().isPresent()) {
            return Optional.of(compilation(hit.compilation().get()));
        }
        return hit.row().get() instanceof Row.OfFunction function ? tier(function, hit.nanos()) : Optional.empty();
    }

    private static String mark(Session session, Marks.Drawn mark) {
        Moment whole = session.now();
        String what = mark.eventIndex() < 0 ? mark.mark().meaning()
                : EventText.of(whole, session.event(mark.eventIndex())).map(EventText::text)
                        .orElse(mark.mark().meaning());
        if (mark.count() == 1) {
            return Words.time(mark.firstNanos()) + "\n" + what;
        }
        return Words.time(mark.firstNanos()) + " to " + Words.time(mark.lastNanos()) + "\n"
                + Words.count(mark.count()) + " × " + mark.mark().meaning() + "\nfirst: " + what;
    }

    private static String compilation(Lane.CompilationSpan span) {
        return "compilation %d, %s%s\n%s".formatted(span.compilationId(), Words.tier(span.tier()),
                span.osr() ? ", entered at a loop" : "",
                span.endNanos().isEmpty() ? "running"
                        : Words.time(span.endNanos().getAsLong() - span.startNanos())
                                + (span.refused() ? ", refused" : ""));
    }

    private static Optional<String> tier(Row.OfFunction row, double nanos) {
        return row.lane().tiers().stream()
                .filter(span -> span.startNanos() <= nanos && nanos <= span.endNanos()).reduce((a, b) -> b)
                .map(span -> "%s\n%s from %s to %s".formatted(row.label(), Words.tier(span.tier()),
                        Words.time(span.startNanos()), Words.time(span.endNanos())));
    }
}
