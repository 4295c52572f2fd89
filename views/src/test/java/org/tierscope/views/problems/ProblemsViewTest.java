package org.tierscope.views.problems;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.GuestError;
import org.tierscope.record.proto.Position;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class ProblemsViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new ProblemsProvider();
    }

    @Test
    void anUncaughtErrorIsListedAndLeadsToItsPlace() {
        int source = context.moment().function(SampleProgram.SUM).orElseThrow().function().getSourceId();
        act(() -> context.session().append(Event.newBuilder().setTimeNanos(context.session().endNanos() + 1)
                .setGuestError(GuestError.newBuilder().setMessage("TypeError: list is not iterable")
                        .setPosition(Position.newBuilder().setSourceId(source).setOffset(5).setLine(1).setColumn(6)))
                .build()));
        assertThat(view.text().orElseThrow()).contains("error").contains("TypeError: list is not iterable");
        clickOn("TypeError: list is not iterable");
        assertThat(context.viewpoint().selection()).get().isInstanceOf(Selection.SourceRange.class);
        picture("problems");
    }
}
