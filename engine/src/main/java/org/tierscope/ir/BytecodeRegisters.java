package org.tierscope.ir;

import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.OperandKind;
import org.tierscope.runtime.Frame;

/** Which registers an instruction reads and writes, runs included. */
public final class BytecodeRegisters {
    private static final int ITERATOR_RECORD = 3;

    private BytecodeRegisters() {}

    /** In order of operands, a run's registers in order. */
    public static List<Integer> reads(int[] code, int pc) {
        Opcode opcode = Opcode.of(code[pc]);
        var registers = new ArrayList<Integer>();
        List<OperandKind> operands = opcode.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) == OperandKind.READ) {
                registers.add(code[pc + 1 + i]);
            } else if (operands.get(i) == OperandKind.RANGE) {
                addRun(registers, opcode, code, pc, code[pc + 1 + i]);
            }
        }
        switch (opcode) {
            case COERCE_THIS -> registers.add(Frame.THIS_REGISTER);
            case GET_CALLEE_CONTEXT -> registers.add(Frame.CALLEE_REGISTER);
            default -> {}
        }
        return registers;
    }

    private static void addRun(List<Integer> registers, Opcode opcode, int[] code, int pc, int first) {
        switch (opcode) {
            case CALL -> {
                registers.add(first + Frame.WINDOW_CALLEE);
                addRun(registers, first + Frame.WINDOW_THIS, 1 + code[pc + 3]);
            }
            case CONSTRUCT -> {
                addRun(registers, first + Frame.WINDOW_NEW_TARGET, 2);
                addRun(registers, first + Frame.WINDOW_ARGUMENTS, code[pc + 3]);
            }
            case CREATE_ARRAY -> addRun(registers, first, code[pc + 3]);
            case COPY_PROPERTIES_EXCEPT, CALL_INTRINSIC -> addRun(registers, first, code[pc + 4]);
            case ITERATOR_NEXT, ITERATOR_STEP, ITERATOR_REST, ITERATOR_CLOSE ->
                addRun(registers, first, ITERATOR_RECORD);
            case GET_ITERATOR, GET_ASYNC_ITERATOR, CREATE_CLASS, SUSPEND -> {}
            default -> throw new AssertionError("a run of registers in " + opcode);
        }
    }

    private static void addRun(List<Integer> registers, int first, int count) {
        for (int i = 0; i < count; i++) {
            registers.add(first + i);
        }
    }

    /** Registers that it may write. */
    public static List<Integer> writes(int[] code, int pc) {
        Opcode opcode = Opcode.of(code[pc]);
        var registers = new ArrayList<Integer>();
        List<OperandKind> operands = opcode.operands();
        for (int i = 0; i < operands.size(); i++) {
            int operand = code[pc + 1 + i];
            if (operands.get(i) == OperandKind.WRITE) {
                registers.add(operand);
            } else if (operands.get(i) == OperandKind.RANGE) {
                switch (opcode) {
                    case GET_ITERATOR, GET_ASYNC_ITERATOR, ITERATOR_NEXT, ITERATOR_STEP, ITERATOR_REST, ITERATOR_CLOSE ->
                        addRun(registers, operand, ITERATOR_RECORD);
                    case CREATE_CLASS, SUSPEND -> addRun(registers, operand, 2);
                    default -> {}
                }
            }
        }
        if (opcode == Opcode.COERCE_THIS) {
            registers.add(Frame.THIS_REGISTER);
        }
        return registers;
    }

    /**
     * Whether it certainly overwrites what it writes: not so where an iterator may be done, or its record
     * only marked.
     */
    public static boolean overwrites(Opcode opcode, int[] code, int pc, int register) {
        return switch (opcode) {
            case ITERATOR_NEXT, FOR_IN_NEXT, ITERATOR_CLOSE -> false;
            case ITERATOR_STEP, ITERATOR_REST -> register == code[pc + 1];
            default -> true;
        };
    }
}
