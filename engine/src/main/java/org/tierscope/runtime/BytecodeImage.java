package org.tierscope.runtime;

import java.util.List;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.OperandKind;
import org.tierscope.feedback.FeedbackLayout;

/**
 * Bytecode as the interpreter's handlers read it: 32-bit words outside Java's heap, at the same word offsets as in
 * {@link FunctionInfo#code}, behind the function's constants. Most words are the same; those that name a place hold the distance to it
 * in bytes, from the instruction: to the target of a jump, to a constant. Functions among the constants are their cells.
 */
public final class BytecodeImage {
    private BytecodeImage() {}

    /** Makes the image of a function that has none yet, and what else handlers find in front of its feedback vector. */
    public static void ensure(Vm vm, FunctionInfo function) {
        long feedback = function.feedback();
        if (Mem.getLong(feedback + FeedbackLayout.IMAGE) == 0) {
            Mem.putInt(feedback + FeedbackLayout.FLAGS, function.cellFlags());
            Mem.putLong(feedback + FeedbackLayout.GLOBAL_OBJECT, function.realm().globalObject());
            Mem.putLong(feedback + FeedbackLayout.LITERALS, function.realm().literals());
            Mem.putLong(feedback + FeedbackLayout.IMAGE, make(vm, function));
        }
    }

    private static long make(Vm vm, FunctionInfo function) {
        int[] code = function.code();
        long[] constants = function.constants();
        long start = vm.arena().allocate(8L * constants.length + 4L * code.length);
        for (int i = 0; i < constants.length; i++) {
            FunctionInfo nested = function.nested(i);
            Mem.putLong(start + 8L * i, nested == null ? constants[i] : nested.cell());
        }
        long image = start + 8L * constants.length;
        for (int pc = 0; pc < code.length; ) {
            Opcode opcode = Opcode.of(code[pc]);
            List<OperandKind> operands = opcode.operands();
            Mem.putInt(image + 4L * pc, code[pc]);
            for (int n = 1; n <= operands.size(); n++) {
                int operand = code[pc + n];
                int word = switch (operands.get(n - 1)) {
                    case TARGET -> 4 * (operand - pc);
                    case CONSTANT -> 8 * (operand - constants.length) - 4 * pc;
                    default -> operand;
                };
                Mem.putInt(image + 4L * (pc + n), word);
            }
            pc += opcode.length();
        }
        return image;
    }
}
