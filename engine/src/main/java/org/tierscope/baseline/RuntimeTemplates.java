package org.tierscope.baseline;

import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import java.util.List;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.OperandKind;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * Instructions that are calls of one runtime function, whose arguments are the instruction's operands in their order. That is less
 * work than to have the runtime decode the instruction, and leads through what the function does in machine code.
 */
final class RuntimeTemplates {
    private static final List<Reg> ARGUMENTS = List.of(RSI, RDX, RCX, R8, R9);
    private static final int RECORD_DONE = 2;

    private static final Map<Opcode, RuntimeFunction> FUNCTIONS = Map.ofEntries(
            Map.entry(Opcode.EXP, RuntimeFunction.EXP),
            Map.entry(Opcode.TYPEOF, RuntimeFunction.TYPEOF),
            Map.entry(Opcode.TO_STRING, RuntimeFunction.TO_STRING),
            Map.entry(Opcode.TO_PROPERTY_KEY, RuntimeFunction.TO_PROPERTY_KEY),
            Map.entry(Opcode.TO_OBJECT, RuntimeFunction.TO_OBJECT),
            Map.entry(Opcode.INSTANCE_OF, RuntimeFunction.INSTANCE_OF),
            Map.entry(Opcode.IN, RuntimeFunction.IN),
            Map.entry(Opcode.DEFINE_ELEMENT, RuntimeFunction.DEFINE_ELEMENT),
            Map.entry(Opcode.DEFINE_MEMBER, RuntimeFunction.DEFINE_MEMBER),
            Map.entry(Opcode.SET_FUNCTION_NAME, RuntimeFunction.SET_FUNCTION_NAME),
            Map.entry(Opcode.GET_SUPER, RuntimeFunction.GET_SUPER),
            Map.entry(Opcode.CREATE_PRIVATE_NAME, RuntimeFunction.CREATE_PRIVATE_NAME),
            Map.entry(Opcode.GET_PRIVATE, RuntimeFunction.GET_PRIVATE),
            Map.entry(Opcode.SET_PRIVATE, RuntimeFunction.SET_PRIVATE),
            Map.entry(Opcode.DEFINE_PRIVATE, RuntimeFunction.DEFINE_PRIVATE),
            Map.entry(Opcode.HAS_PRIVATE, RuntimeFunction.HAS_PRIVATE),
            Map.entry(Opcode.SET_LITERAL_PROTOTYPE, RuntimeFunction.SET_LITERAL_PROTOTYPE),
            Map.entry(Opcode.COPY_PROPERTIES, RuntimeFunction.COPY_PROPERTIES),
            Map.entry(Opcode.COPY_PROPERTIES_EXCEPT, RuntimeFunction.COPY_PROPERTIES_EXCEPT),
            Map.entry(Opcode.COPY_CONTEXT, RuntimeFunction.COPY_CONTEXT),
            Map.entry(Opcode.SET_FIELD_INITIALIZER, RuntimeFunction.SET_FIELD_INITIALIZER),
            Map.entry(Opcode.INITIALIZE_FIELDS, RuntimeFunction.INITIALIZE_FIELDS),
            Map.entry(Opcode.GET_HOME_OBJECT, RuntimeFunction.GET_HOME_OBJECT),
            Map.entry(Opcode.GET_SUPER_CONSTRUCTOR, RuntimeFunction.GET_SUPER_CONSTRUCTOR),
            Map.entry(Opcode.CHECK_CONSTRUCTOR_RESULT, RuntimeFunction.CHECK_CONSTRUCTOR_RESULT),
            Map.entry(Opcode.ARRAY_APPEND, RuntimeFunction.ARRAY_APPEND),
            Map.entry(Opcode.ARRAY_APPEND_SPREAD, RuntimeFunction.ARRAY_APPEND_SPREAD),
            Map.entry(Opcode.GET_ITERATOR, RuntimeFunction.GET_ITERATOR),
            Map.entry(Opcode.ITERATOR_REST, RuntimeFunction.ITERATOR_REST),
            Map.entry(Opcode.ITERATOR_CLOSE, RuntimeFunction.ITERATOR_CLOSE),
            Map.entry(Opcode.FOR_IN_PREPARE, RuntimeFunction.FOR_IN_PREPARE));

    private final Emitter e;
    private final Assembler asm;

    RuntimeTemplates(Emitter emitter) {
        e = emitter;
        asm = emitter.asm;
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        if (opcode == Opcode.CHECK_ITERATOR_RESULT) {
            checkIteratorResult();
            return true;
        }
        RuntimeFunction function = FUNCTIONS.get(opcode);
        if (function == null) {
            return false;
        }
        switch (opcode) {
            case ITERATOR_CLOSE -> {
                asm.q(Op.CMP, e.register(1, RECORD_DONE), Value.TRUE);
                asm.jcc(Cond.EQUAL, e.next());
                call(function);
            }
            default -> call(function);
        }
        return true;
    }

    /** The runtime throws where it is no object. */
    private void checkIteratorResult() {
        Label slow = e.slow();
        e.load(RAX, 1);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, Address.at(RAX, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.BELOW, slow);
    }

    /** Calls the function with the instruction's operands and stores what it returns where the instruction has a destination. */
    private void call(RuntimeFunction function) {
        e.storePc();
        List<OperandKind> operands = e.opcode().operands();
        int next = 0;
        for (int n = 1; n <= operands.size(); n++) {
            Reg argument = ARGUMENTS.get(next);
            switch (operands.get(n - 1)) {
                case WRITE -> next--;
                case READ -> e.load(argument, n);
                case RANGE -> asm.q(Op.LEA, argument, e.register(n));
                case FEEDBACK -> asm.q(Op.LEA, argument, e.feedback(0));
                case CONSTANT -> e.loadConstant(argument, n);
                case COUNT, IMMEDIATE -> asm.d(Op.MOV, argument, e.immediate(n));
                case TARGET -> throw new IllegalArgumentException(e.opcode() + " jumps");
            }
            next++;
        }
        e.call(function);
        e.checkException();
        if (e.opcode().resultOperand() != 0) {
            e.store(e.opcode().resultOperand(), RAX);
        }
    }
}
