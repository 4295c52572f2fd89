package org.tierscope.views.callstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Position;
import org.tierscope.record.proto.RunPaused;
import org.tierscope.record.proto.StackFrame;
import org.tierscope.record.proto.StateSnapshot;
import org.tierscope.session.Cursor;
import org.tierscope.session.Selection;
import org.tierscope.session.sample.SampleProgram;
import org.tierscope.session.sample.SampleRecording;
import org.tierscope.views.api.ViewProvider;
import org.tierscope.views.testing.ViewTest;

class CallStackViewTest extends ViewTest {

    @Override
    protected ViewProvider provider() {
        return new CallStackProvider();
    }

    @Test
    void saysHowToGetAStack() {
        assertThat(lookup(".empty-title").queryAs(Label.class).getText()).isEqualTo("The program has not been paused");
        picture("call-stack-empty");
    }

    @Test
    void listsTheFramesAndGoesToTheOneThatIsClicked() {
        pause(frame("add", SampleProgram.ADD, 0, 3), frame("sum", SampleProgram.SUM, 25, 9));
        assertThat(lines()).extracting(StackLine::function).containsExactly("add", "sum");
        picture("call-stack");
        clickOn("sum");
        assertThat(context.viewpoint().selection()).contains(new Selection.Bytecode(SampleProgram.SUM, 25));
        useLightTheme();
        picture("call-stack-light");
    }

    @Test
    void framesOfARecursionAreOneLine() {
        StackFrame frame = frame("add", SampleProgram.ADD, 0, 3);
        pause(frame, frame, frame, frame("sum", SampleProgram.SUM, 25, 9));
        assertThat(lines()).extracting(StackLine::times).containsExactly(3, 1);
        assertThat(lines()).extracting(StackLine::depth).containsExactly(0, 3);
    }

    @Test
    void backInTimeThereIsNone() {
        pause(frame("add", SampleProgram.ADD, 0, 3));
        act(() -> context.moveTo(Cursor.at(SampleRecording.DEOPT)));
        assertThat(lookup("#call-stack-list").queryAll()).isEmpty();
    }

    private void pause(StackFrame... frames) {
        act(() -> {
            context.session().append(Event.newBuilder().setTimeNanos(500 * SampleRecording.MILLI)
                    .setRunPaused(RunPaused.newBuilder().setWhy("asked by the user")).build());
            context.session().append(Event.newBuilder().setTimeNanos(500 * SampleRecording.MILLI)
                    .setStateSnapshot(StateSnapshot.newBuilder().setPaused(true).addAllFrames(List.of(frames))).build());
        });
    }

    private static StackFrame frame(String name, int function, int pc, int line) {
        return StackFrame.newBuilder().setFunctionName(name).setFunctionId(function).setPc(pc)
                .setPosition(Position.newBuilder().setSourceId(1).setLine(line).setColumn(10)).build();
    }

    private List<StackLine> lines() {
        ListView<StackLine> list = lookup("#call-stack-list").query();
        return list.getItems();
    }
}
