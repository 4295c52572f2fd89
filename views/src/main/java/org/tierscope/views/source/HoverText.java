package org.tierscope.views.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.MovedValue;
import org.tierscope.record.proto.RegisterValue;
import org.tierscope.record.proto.SourceLoaded;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;
import org.tierscope.session.Transition;
import org.tierscope.session.text.FeedbackText;
import org.tierscope.session.text.Words;
import org.tierscope.views.control.Counts;

/** What can be said of a place in the source: the value of a variable, and what the operations there have seen. */
final class HoverText {
    private static final int MOST_SITES = 6;

    private HoverText() {
    }

    /** Empty if nothing is known of the place. */
    static String of(Moment moment, SourceLoaded source, int offset) {
        List<String> lines = new ArrayList<>();
        Optional<FunctionState> function = innermost(moment, source, offset);
        function.ifPresent(f -> {
            String name = identifier(source.getText(), offset);
            if (!name.isEmpty()) {
                value(moment, f, name).ifPresent(lines::add);
                named(moment, source, name).ifPresent(lines::add);
            }
            moment.bytecode(f.id()).ifPresent(bytecode -> lines.addAll(sites(bytecode, source.getText(), offset)));
        });
        return String.join("\n", lines);
    }

    private static Optional<FunctionState> innermost(Moment moment, SourceLoaded source, int offset) {
        return moment.functions().stream().filter(state -> contains(state.function(), source, offset))
                .min(Comparator.comparingInt(state -> state.function().getEnd() - state.function().getStart()));
    }

    private static boolean contains(FunctionLoaded function, SourceLoaded source, int offset) {
        return function.getSourceId() == source.getSourceId() && function.getStart() <= offset && offset < function.getEnd();
    }

    /** The word at a place; empty if there is none. */
    static String identifier(String text, int offset) {
        int start = offset;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        int end = offset;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return start < end && Character.isJavaIdentifierStart(text.charAt(start)) ? text.substring(start, end) : "";
    }

    /** The value of a variable now, if the program is paused; else at the last change of tiers that tells it. */
    private static Optional<String> value(Moment moment, FunctionState function, String name) {
        Optional<String> now = moment.stack().filter(stack -> stack.getPaused()).flatMap(stack -> stack.getFramesList().stream()
                .filter(frame -> frame.getFunctionId() == function.id())
                .flatMap(frame -> frame.getValuesList().stream())
                .filter(value -> value.getName().equals(name)).map(RegisterValue::getValue)
                .map(value -> name + " = " + value.getDisplay()).findFirst());
        return now.or(() -> moment.transitions().reversed().stream()
                .flatMap(transition -> values(transition, function.id())
                        .filter(value -> value.getName().equals(name))
                        .map(value -> "%s was %s at %s (%s)".formatted(name, value.getValue().getDisplay(),
                                Words.time(transition.nanos()),
                                transition instanceof Transition.Osr ? "on-stack replacement" : "deoptimization")))
                .findFirst());
    }

    private static Stream<MovedValue> values(Transition transition, int functionId) {
        return switch (transition) {
            case Transition.Osr osr when osr.functionId() == functionId -> osr.event().getValuesList().stream();
            case Transition.Osr osr -> Stream.of();
            case Transition.Deopt deopt -> deopt.event().getFramesList().stream()
                    .filter(frame -> frame.getFunctionId() == functionId).flatMap(frame -> frame.getValuesList().stream());
        };
    }

    /** A word that is a function's name: its tier. */
    private static Optional<String> named(Moment moment, SourceLoaded source, String name) {
        return moment.functions().stream().filter(state -> state.name().equals(name)
                && state.function().getSourceId() == source.getSourceId()).findFirst()
                .map(state -> "function %s: %s, %s calls%s".formatted(name, Words.tier(state.tier()),
                        Counts.brief(state.calls()), state.deopts() == 0 ? "" : ", " + state.deopts() + " deopts"));
    }

    /** Feedback of the smallest pieces of source around the place. */
    private static List<String> sites(BytecodeState bytecode, String text, int offset) {
        List<BytecodeState.Line> around = bytecode.lines().stream().filter(line -> !line.feedback().isEmpty()
                && line.instruction().getSourceStart() <= offset && offset < line.instruction().getSourceEnd()).toList();
        int smallest = around.stream().mapToInt(HoverText::length).min().orElse(0);
        return around.stream().filter(line -> length(line) == smallest).limit(MOST_SITES)
                .flatMap(line -> line.feedback().stream().map(slot -> "%s: %s %s".formatted(
                        code(text, line), slot.getLabel(), FeedbackText.of(slot))))
                .toList();
    }

    private static int length(BytecodeState.Line line) {
        return line.instruction().getSourceEnd() - line.instruction().getSourceStart();
    }

    private static String code(String text, BytecodeState.Line line) {
        String code = text.substring(line.instruction().getSourceStart(),
                Math.min(text.length(), line.instruction().getSourceEnd())).replaceAll("\\s+", " ");
        return code.length() <= 40 ? code : code.substring(0, 39) + "…";
    }
}
