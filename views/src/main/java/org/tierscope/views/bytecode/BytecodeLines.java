package org.tierscope.views.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.record.proto.FeedbackSlot;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Instruction;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.Selection;
import org.tierscope.session.Transition;
import org.tierscope.views.control.CodeLine;
import org.tierscope.views.control.CodeSpan;
import org.tierscope.views.control.CodeTokens;
import org.tierscope.views.control.Counts;
import org.tierscope.views.control.EventMark;

/** The bytecode of a function as lines: each instruction, and below it what it has seen. */
final class BytecodeLines {
    private static final int TEXT_COLUMN = 6;
    private static final int WIDEST_TEXT = 40;

    private final FunctionLoaded function;
    private final Map<Integer, List<CodeSpan>> tokens = new HashMap<>();

    /** Made once per function: its text does not change, only counts and feedback do. */
    BytecodeLines(FunctionLoaded function) {
        this.function = function;
        function.getInstructionsList().forEach(
                instruction -> tokens.put(instruction.getPc(), CodeTokens.bytecode(instruction.getText())));
    }

    boolean isOf(FunctionLoaded other) {
        return function == other;
    }

    /** @param transitions OSR entries and deoptimizations of any function */
    List<CodeLine> at(BytecodeState bytecode, List<Transition> transitions) {
        int functionId = bytecode.function().getFunctionId();
        Map<Integer, EventMark> marks = marks(functionId, transitions);
        long most = bytecode.lines().stream().mapToLong(BytecodeState.Line::count).max().orElse(0);
        int countColumn = TEXT_COLUMN + Math.min(WIDEST_TEXT,
                bytecode.lines().stream().mapToInt(line -> line.instruction().getText().length()).max().orElse(0)) + 1;
        List<CodeLine> lines = new ArrayList<>();
        for (BytecodeState.Line line : bytecode.lines()) {
            Instruction instruction = line.instruction();
            Selection target = new Selection.Bytecode(functionId, instruction.getPc());
            CodeLine.Builder builder = CodeLine.of(instruction.getPc())
                    .add("%3d ".formatted(instruction.getPc()), "code-muted")
                    .add(line.loopHeader() ? "⟳" : " ", "code-osr")
                    .column(TEXT_COLUMN - 1)
                    .addAll(tokens.get(instruction.getPc()))
                    .heat(bytecode.counted() ? Counts.heat(line.count(), most) : -1)
                    .mark(marks.get(instruction.getPc()))
                    .target(target);
            if (bytecode.counted() && line.count() > 0) {
                builder.column(countColumn).add("%7s".formatted(Counts.brief(line.count())), "code-number");
            }
            lines.add(builder.build());
            for (FeedbackSlot slot : line.feedback()) {
                String seen = FeedbackText.of(slot);
                if (!seen.isEmpty()) {
                    lines.add(CodeLine.of("feedback " + slot.getSlot())
                            .column(TEXT_COLUMN + 2).add(seen, "code-type")
                            .tooltip(slot.getLabel() + ": " + seen).target(target).build());
                }
            }
        }
        return lines;
    }

    /** A deoptimization outweighs an OSR entry at the same place. */
    private static Map<Integer, EventMark> marks(int functionId, List<Transition> transitions) {
        Map<Integer, EventMark> marks = new HashMap<>();
        for (Transition transition : transitions) {
            switch (transition) {
                case Transition.Osr osr -> {
                    if (osr.event().getFunctionId() == functionId) {
                        marks.putIfAbsent(osr.event().getPc(), EventMark.OSR);
                    }
                }
                case Transition.Deopt deopt -> {
                    if (deopt.event().getAtFunctionId() == functionId) {
                        marks.put(deopt.event().getAtPc(), EventMark.DEOPT);
                    }
                }
            }
        }
        return marks;
    }
}
