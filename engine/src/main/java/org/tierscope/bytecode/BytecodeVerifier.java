package org.tierscope.bytecode;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.runtime.Frame;

/**
 * Checks what every tier relies on: operands in range, jumps to instruction starts in their direction, handlers that begin with
 * CATCH, feedback slots apart from each other, and that no register is read before it was written on every path. A call's window
 * becomes the callee's frame: registers from its first on are lost after the call.
 */
public final class BytecodeVerifier {
    private final BytecodeFunction function;
    private final int[] code;
    private final BitSet starts = new BitSet();
    private final List<String> errors = new ArrayList<>();

    private BytecodeVerifier(BytecodeFunction function) {
        this.function = function;
        this.code = function.code();
    }

    /**
     * Verifies a function and the functions in it.
     *
     * @throws IllegalStateException with one line per violation
     */
    public static void verify(BytecodeFunction function) {
        List<String> errors = errors(function);
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    function.name() + " at line " + function.line() + ":\n" + String.join("\n", errors) + "\n"
                            + Disassembler.brief(function));
        }
        for (Object constant : function.constants()) {
            if (constant instanceof BytecodeFunction nested) {
                verify(nested);
            }
        }
    }

    /** The violations in one function, functions in it left out. */
    public static List<String> errors(BytecodeFunction function) {
        var verifier = new BytecodeVerifier(function);
        verifier.findStarts();
        if (verifier.errors.isEmpty()) {
            verifier.checkOperands();
            verifier.checkTables();
        }
        if (verifier.errors.isEmpty()) {
            verifier.checkDefinitions();
        }
        return verifier.errors;
    }

    private void error(int pc, String message) {
        errors.add("pc " + pc + ": " + message);
    }

    private void findStarts() {
        int pc = 0;
        Opcode last = null;
        while (pc < code.length) {
            if (code[pc] < 0 || code[pc] >= Opcode.values().length) {
                error(pc, "no opcode: " + code[pc]);
                return;
            }
            starts.set(pc);
            last = Opcode.of(code[pc]);
            pc += last.length();
        }
        if (pc != code.length) {
            error(code.length, "the last instruction is cut off");
        } else if (last == null || !last.endsBlock()) {
            error(code.length, "control falls off the end");
        }
    }

    // Operands.

    private void checkOperands() {
        Set<Integer> slots = new HashSet<>();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            Opcode opcode = Opcode.of(code[pc]);
            for (int i = 0; i < opcode.operands().size(); i++) {
                int word = code[pc + 1 + i];
                switch (opcode.operands().get(i)) {
                    case READ -> checkRegister(pc, word, 1);
                    case WRITE -> checkWritten(pc, word);
                    case RANGE -> checkRegister(pc, word, rangeLength(opcode, pc));
                    case CONSTANT -> checkConstant(pc, opcode, word);
                    case COUNT -> check(word >= 0, pc, "negative count " + word);
                    case TARGET -> checkTarget(pc, opcode, word);
                    case FEEDBACK -> checkFeedback(pc, opcode, word, slots);
                    case IMMEDIATE -> {}
                }
            }
        }
    }

    private void check(boolean holds, int pc, String message) {
        if (!holds) {
            error(pc, message);
        }
    }

    private void checkRegister(int pc, int first, int count) {
        boolean header = count == 1 && first >= Frame.NEW_TARGET_REGISTER && first < 0;
        boolean inside = first >= 0 && first + count <= function.registerCount();
        check(header || inside, pc, "registers out of range: " + first + " +" + count);
    }

    private void checkWritten(int pc, int register) {
        boolean isThis = register == Frame.THIS_REGISTER;
        check(isThis || register >= 0
                && register < function.registerCount(), pc, "writes register " + register);
    }

    private void checkConstant(int pc, Opcode opcode, int index) {
        if (index < 0 || index >= function.constants().size()) {
            error(pc, "no constant " + index);
            return;
        }
        Object constant = function.constants().get(index);
        boolean fits = switch (opcode) {
            case LOAD_CONSTANT -> constant instanceof String || constant instanceof Double
                    || constant instanceof Integer || constant instanceof BigInteger;
            case CREATE_CLOSURE, CREATE_CLASS -> constant instanceof BytecodeFunction;
            case CREATE_MAPPED_ARGUMENTS -> constant instanceof int[];
            case DECLARE_GLOBALS -> constant instanceof GlobalDeclarations;
            case GET_TEMPLATE_OBJECT -> constant instanceof TemplateStrings;
            case RESOLVE_EVAL -> constant instanceof EvalScope;
            case GET_FIELD -> constant instanceof String || constant instanceof WellKnownSymbol;
            default -> constant instanceof String;
        };
        check(fits, pc, opcode + " does not take a " + constant.getClass().getSimpleName());
    }

    private void checkTarget(int pc, Opcode opcode, int target) {
        check(target >= 0 && target < code.length
                && starts.get(target), pc, "jumps into an instruction: " + target);
        boolean backward = target <= pc;
        check(backward == (opcode == Opcode.JUMP_LOOP), pc, opcode + " in the wrong direction: " + target);
    }

    private void checkFeedback(int pc, Opcode opcode, int offset, Set<Integer> slots) {
        int size = opcode.slotKind().size();
        check(offset >= FeedbackLayout.HEADER_SIZE && offset % 8 == 0
                && offset + size <= function.feedbackSize(), pc,
                "feedback slot out of range: " + offset);
        for (int word = offset; word < offset + size; word += 8) {
            check(slots.add(word), pc, "feedback slot overlaps another: " + offset);
        }
    }

    /** Registers in the run that an instruction names. */
    private int rangeLength(Opcode opcode, int pc) {
        return switch (opcode) {
            case CREATE_CLASS, SUSPEND -> 2;
            case GET_ITERATOR, GET_ASYNC_ITERATOR, ITERATOR_NEXT, ITERATOR_STEP, ITERATOR_REST, ITERATOR_CLOSE -> 3;
            case CALL, CONSTRUCT -> Frame.HEADER + code[pc + 3];
            case CREATE_ARRAY -> code[pc + 3];
            case COPY_PROPERTIES_EXCEPT, CALL_INTRINSIC -> code[pc + 4];
            default -> throw new IllegalStateException(opcode + " has no run");
        };
    }

    // Tables.

    private void checkTables() {
        for (Handler handler : function.handlers()) {
            boolean bounded = handler.start() < handler.end()
                    && starts.get(handler.start())
                    && (handler.end() == code.length || starts.get(handler.end()));
            check(bounded, handler.start(), "handler with a bad range: " + handler);
            boolean catches = handler.target() >= 0
                    && handler.target() < code.length
                    && starts.get(handler.target())
                    && code[handler.target()] == Opcode.CATCH.ordinal();
            check(catches, handler.start(), "handler whose target is no CATCH: " + handler);
        }
        int previous = -1;
        for (Position position : function.positions()) {
            boolean ordered = position.pc() > previous && position.pc() < code.length
                    && starts.get(position.pc());
            check(ordered, position.pc(), "positions out of order");
            check(position.start() <= position.end()
                    && position.start() >= 0, position.pc(), "position with a bad range");
            previous = position.pc();
        }
    }

    // Definite assignment: a forward data flow over the sets of written registers.

    private void checkDefinitions() {
        var before = new BitSet[code.length];
        Deque<Integer> work = new ArrayDeque<>();
        var entry = new BitSet();
        entry.set(0, function.parameterCount());
        before[0] = entry;
        work.add(0);
        while (!work.isEmpty()) {
            int pc = work.poll();
            Opcode opcode = Opcode.of(code[pc]);
            for (Handler handler : function.handlers()) {
                if (handler.covers(pc)) {
                    flow(handler.target(), before[pc], before, work);
                }
            }
            BitSet after = after(opcode, pc, before[pc]);
            if (opcode.targetOperand() > 0) {
                BitSet taken = jumpsWithoutWriting(opcode) ? before[pc] : after;
                flow(code[pc + opcode.targetOperand()], taken, before, work);
            }
            if (!opcode.endsBlock()) {
                int next = pc + opcode.length();
                check(code[next] != Opcode.CATCH.ordinal(), pc, "control falls into a handler");
                flow(next, after, before, work);
            }
        }
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (before[pc] == null) {
                error(pc, "unreachable");
            } else {
                for (int register : reads(Opcode.of(code[pc]), pc)) {
                    check(register < 0 || before[pc].get(register), pc,
                            "r" + register + " may be read before it is written");
                }
            }
        }
    }

    private static boolean jumpsWithoutWriting(Opcode opcode) {
        return opcode == Opcode.ITERATOR_NEXT || opcode == Opcode.FOR_IN_NEXT;
    }

    private static void flow(int target, BitSet state, BitSet[] before, Deque<Integer> work) {
        if (before[target] == null) {
            before[target] = (BitSet) state.clone();
            work.add(target);
        } else {
            int size = before[target].cardinality();
            before[target].and(state);
            if (before[target].cardinality() != size) {
                work.add(target);
            }
        }
    }

    private BitSet after(Opcode opcode, int pc, BitSet before) {
        var after = (BitSet) before.clone();
        if (opcode == Opcode.CALL || opcode == Opcode.CONSTRUCT) {
            after.clear(code[pc + 2], Math.max(code[pc + 2], after.length()));
        }
        if (writesRun(opcode)) {
            after.set(code[pc + 1], code[pc + 1] + rangeLength(opcode, pc));
        }
        if (opcode.resultOperand() > 0 && code[pc + opcode.resultOperand()] >= 0) {
            after.set(code[pc + opcode.resultOperand()]);
        }
        return after;
    }

    /** Whether its run of registers is what it writes; all of them. */
    private static boolean writesRun(Opcode opcode) {
        return switch (opcode) {
            case GET_ITERATOR, GET_ASYNC_ITERATOR, CREATE_CLASS, SUSPEND -> true;
            default -> false;
        };
    }

    private int[] reads(Opcode opcode, int pc) {
        var reads = new ArrayList<Integer>();
        for (int i = 0; i < opcode.operands().size(); i++) {
            int word = code[pc + 1 + i];
            switch (opcode.operands().get(i)) {
                case READ -> reads.add(word);
                case RANGE -> addRange(opcode, pc, word, reads);
                default -> {}
            }
        }
        return reads.stream().mapToInt(Integer::intValue).toArray();
    }

    private void addRange(Opcode opcode, int pc, int first, List<Integer> reads) {
        int from = 0;
        switch (opcode) {
            case GET_ITERATOR, GET_ASYNC_ITERATOR, CREATE_CLASS, SUSPEND -> {
                return;
            }
            case CALL -> {
                reads.add(first + Frame.WINDOW_CALLEE);
                reads.add(first + Frame.WINDOW_THIS);
                from = Frame.WINDOW_ARGUMENTS;
            }
            case CONSTRUCT -> {
                reads.add(first + Frame.WINDOW_NEW_TARGET);
                reads.add(first + Frame.WINDOW_CALLEE);
                from = Frame.WINDOW_ARGUMENTS;
            }
            default -> {}
        }
        for (int i = from; i < rangeLength(opcode, pc); i++) {
            reads.add(first + i);
        }
    }
}
