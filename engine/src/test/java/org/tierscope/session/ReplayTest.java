package org.tierscope.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.session.sample.SampleRecording;

/** A moment read back from a whole recording is what a session that ended there would say. */
class ReplayTest {

    private static final List<Event> EVENTS = SampleRecording.events();
    private final Session whole = SampleRecording.session();

    @Test
    void everyMomentIsWhatWasKnownThen() {
        EVENTS.stream().mapToLong(Event::getTimeNanos).distinct().forEach(nanos -> {
            Session until = new Session();
            EVENTS.stream().filter(event -> event.getTimeNanos() <= nanos).forEach(until::append);
            assertSame(whole.at(nanos), until.at(nanos));
        });
    }

    private static void assertSame(Moment replayed, Moment lived) {
        assertThat(replayed.run()).isEqualTo(lived.run());
        assertThat(replayed.sources()).isEqualTo(lived.sources());
        assertThat(replayed.functions()).isEqualTo(lived.functions());
        assertThat(replayed.lanes()).isEqualTo(lived.lanes());
        assertThat(replayed.compilations()).isEqualTo(lived.compilations());
        assertThat(replayed.transitions()).isEqualTo(lived.transitions());
        assertThat(replayed.shapes()).isEqualTo(lived.shapes());
        assertThat(replayed.totals()).isEqualTo(lived.totals());
        assertThat(replayed.collections()).isEqualTo(lived.collections());
        assertThat(replayed.problems()).isEqualTo(lived.problems());
        assertThat(replayed.consoleText()).isEqualTo(lived.consoleText());
        for (FunctionState function : lived.functions()) {
            assertThat(replayed.bytecode(function.id())).isEqualTo(lived.bytecode(function.id()));
            assertThat(replayed.codesOf(function.id())).isEqualTo(lived.codesOf(function.id()));
            assertThat(replayed.bestCodeOf(function.id())).isEqualTo(lived.bestCodeOf(function.id()));
            assertThat(Links.of(replayed, new Selection.Function(function.id())))
                    .isEqualTo(Links.of(lived, new Selection.Function(function.id())));
        }
    }
}
