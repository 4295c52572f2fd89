package org.tierscope.session.text;

import java.util.stream.Collectors;
import org.tierscope.record.proto.ExceptionHandler;
import org.tierscope.record.proto.FunctionLoaded;
import org.tierscope.record.proto.Register;
import org.tierscope.session.BytecodeState;
import org.tierscope.session.FunctionState;
import org.tierscope.session.Moment;

/** Bytecode: loop mark, count, pc, instruction, feedback. */
final class BytecodeText {

    private static final int INSTRUCTION_WIDTH = 40;

    private BytecodeText() {
    }

    static void render(Moment moment, Filter filter, Lines out) {
        for (FunctionLoaded function : filter.functions(moment)) {
            out.gap();
            function(moment, function, out);
        }
    }

    private static void function(Moment moment, FunctionLoaded function, Lines out) {
        FunctionState state = moment.function(function.getFunctionId()).orElseThrow();
        out.add("%s  %s  parameters %d, registers %d  %s, calls %s, iterations %s, deopts %s", function.getName(),
                Words.position(moment, function), function.getParameterCount(), function.getRegisterCount(),
                Words.tier(state.tier()), Words.count(state.calls()), Words.count(state.loopIterations()),
                Words.count(state.deopts()));
        String names = function.getRegistersList().stream().filter(r -> !r.getName().isEmpty())
                .map((Register r) -> r.getLabel() + " " + r.getName()).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            out.add("  variables: %s", names);
        }
        BytecodeState bytecode = moment.bytecode(function.getFunctionId()).orElseThrow();
        for (BytecodeState.Line line : bytecode.lines()) {
            String feedback = line.feedback().stream().map(FeedbackText::of).filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
            out.add("%s %6s %5d  %-" + INSTRUCTION_WIDTH + "s %s", line.loopHeader() ? "↻" : " ",
                    bytecode.counted() ? Words.count(line.count()) : "", line.instruction().getPc(),
                    line.instruction().getText(), feedback.isEmpty() ? "" : "; " + feedback);
        }
        for (ExceptionHandler handler : function.getExceptionHandlersList()) {
            out.add("  %s %d–%d → %d in %s", handler.getIsFinally() ? "finally" : "catch", handler.getStart(),
                    handler.getEnd(), handler.getHandler(), Words.register(function, handler.getRegister()));
        }
    }
}
