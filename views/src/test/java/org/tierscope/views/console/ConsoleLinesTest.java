package org.tierscope.views.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tierscope.record.proto.ConsoleOutput;
import org.tierscope.record.proto.EvalResult;
import org.tierscope.record.proto.Event;
import org.tierscope.record.proto.Value;
import org.tierscope.session.Problem;
import org.tierscope.session.Session;
import org.tierscope.views.control.CodeLine;

class ConsoleLinesTest {
    private final Session session = new Session();
    private final ConsoleLines lines = new ConsoleLines();

    @Test
    void piecesBecomeLines() {
        print("a", ConsoleOutput.Stream.OUT);
        print("b\n\nc\nd", ConsoleOutput.Stream.OUT);
        assertThat(texts()).containsExactly("ab", "", "c", "d");
        print("e\n", ConsoleOutput.Stream.OUT);
        assertThat(texts()).containsExactly("ab", "", "c", "de");
    }

    @Test
    void errorsHaveTheirOwnColour() {
        print("fine\n", ConsoleOutput.Stream.OUT);
        print("bad\n", ConsoleOutput.Stream.ERR);
        lines.update(session.now());
        assertThat(lines.lines().get(0).spans().getFirst().style()).isEmpty();
        assertThat(lines.lines().get(1).spans().getFirst().style()).isEqualTo("code-deopt");
    }

    @Test
    void problemsComeLast() {
        session.report(Problem.Severity.ERROR, "the engine died");
        print("out\n", ConsoleOutput.Stream.OUT);
        assertThat(texts()).containsExactly("out", "the engine died");
    }

    @Test
    void goingBackInTimeTakesLinesAway() {
        session.append(event(10, "first\n"));
        session.append(event(20, "second\n"));
        assertThat(texts()).containsExactly("first", "second");
        lines.update(session.at(15));
        assertThat(lines.lines()).extracting(CodeLine::text).containsExactly("first");
    }

    @Test
    void answersStandWhereTheyCame() {
        print("before", ConsoleOutput.Stream.OUT);
        answer(EvalResult.newBuilder().setText("1 + 1").setValue(Value.newBuilder().setDisplay("2")));
        print("after\n", ConsoleOutput.Stream.OUT);
        answer(EvalResult.newBuilder().setText("no()").setError("ReferenceError: no is not defined\n    at prompt:1:1"));
        assertThat(texts()).containsExactly("before", "› 1 + 1", "‹ 2", "after", "› no()",
                "‹ ReferenceError: no is not defined", "      at prompt:1:1");
    }

    private void answer(EvalResult.Builder result) {
        session.append(Event.newBuilder().setEvalResult(result).build());
    }

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 0; i < ConsoleLines.MOST_LINES + 1500; i++) {
            print("line " + i + "\n", ConsoleOutput.Stream.OUT);
        }
        List<String> texts = texts();
        assertThat(texts.size()).isBetween(ConsoleLines.MOST_LINES / 2, ConsoleLines.MOST_LINES);
        assertThat(texts.getLast()).isEqualTo("line " + (ConsoleLines.MOST_LINES + 1499));
    }

    private void print(String text, ConsoleOutput.Stream stream) {
        session.append(Event.newBuilder()
                .setConsoleOutput(ConsoleOutput.newBuilder().setStream(stream).setText(text)).build());
    }

    private static Event event(long nanos, String text) {
        return Event.newBuilder().setTimeNanos(nanos)
                .setConsoleOutput(ConsoleOutput.newBuilder().setText(text)).build();
    }

    private List<String> texts() {
        lines.update(session.now());
        return lines.lines().stream().map(CodeLine::text).toList();
    }
}
