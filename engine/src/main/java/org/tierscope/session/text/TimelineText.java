package org.tierscope.session.text;

import java.util.Optional;
import org.tierscope.record.proto.Event;
import org.tierscope.session.CompilationState;
import org.tierscope.session.Moment;
import org.tierscope.session.Timed;

/** One line for each event that changes something: time, function, what. */
final class TimelineText {

    private TimelineText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        for (Timed<Event> event : moment.session().events()) {
            if (event.nanos() > moment.nanos()) {
                break;
            }
            EventText.of(moment, event.value())
                    .filter(text -> isShown(moment, filter, text))
                    .ifPresent(text -> out.add("%14s  %-12s %s", Words.millis(event.nanos()),
                            text.functionId() == 0 ? "" : Words.function(moment, text.functionId()), text.text()));
        }
    }

    private static boolean isShown(Moment moment, Filter filter, EventText text) {
        if (text.functionId() == 0) {
            return filter.function().isEmpty();
        }
        return moment.function(text.functionId()).filter(f -> filter.shows(f.function())).isPresent();
    }
}
