package org.tierscope.views.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Log;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeList;
import org.tierscope.views.testing.ViewTest;

class LogViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new LogProvider();
    }

    private void log(Log.Level level, String text) {
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(context.session().endNanos() + 1)
                .setLog(Log.newBuilder().setLevel(level).setText(text)).build()));
    }

    private List<String> lines() {
        CodeList list = lookup("#log-list").query();
        return list.getItems().stream().map(CodeLine::text).toList();
    }

    @Test
    void linesComeInAndWarningsCanBeShownAlone() {
        log(Log.Level.INFO, "started with 2 threads");
        log(Log.Level.WARNING, "the clock went back");
        assertThat(lines()).anyMatch(line -> line.endsWith("started with 2 threads"));
        clickOn("#log-warnings");
        assertThat(lines()).noneMatch(line -> line.contains("threads")).anyMatch(line -> line.contains("clock"));
    }
}
