package org.tierscope.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/**
 * Whether an inlined function can do without its arguments object: whether all that it does with it is to read its length and elements and to pass it on by
 * {@code apply}, and nothing changes an argument. Then the object is what was passed.
 */
final class ArgumentsUse {
    /** Where a call of {@code apply} has the array, behind this. */
    private static final int APPLY_ARRAY = Frame.WINDOW_ARGUMENTS + 1;

    private final FeedbackSnapshot snapshot;
    private final FunctionSnapshot function;
    private final int[] code;
    private final BitSet holders = new BitSet();

    private ArgumentsUse(FeedbackSnapshot snapshot, FunctionSnapshot function) {
        this.snapshot = snapshot;
        this.function = function;
        this.code = function.bytecode().code();
    }

    static boolean isSimple(FeedbackSnapshot snapshot, FunctionSnapshot function) {
        return new ArgumentsUse(snapshot, function).isSimple();
    }

    static boolean isCreation(Opcode opcode) {
        return opcode == Opcode.CREATE_ARGUMENTS || opcode == Opcode.CREATE_MAPPED_ARGUMENTS;
    }

    private boolean isSimple() {
        List<Integer> creations = places(ArgumentsUse::isCreation);
        if (creations.size() != 1 || snapshot.arrayShape() == SnapshotSource.NO_SHAPE) {
            return false;
        }
        int creation = creations.getFirst();
        findHolders(creation);
        return parametersStay(creation) && holdersAreKnown(creation) && places(_ -> true).stream().allMatch(this::usesAreKnown);
    }

    private interface OpcodeTest {
        boolean test(Opcode opcode);
    }

    private List<Integer> places(OpcodeTest test) {
        var places = new ArrayList<Integer>();
        for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
            if (test.test(Opcode.of(code[pc]))) {
                places.add(pc);
            }
        }
        return places;
    }

    /** Registers that hold the object somewhere. */
    private void findHolders(int creation) {
        holders.set(code[creation + 1]);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int pc : places(opcode -> opcode == Opcode.MOVE)) {
                if (isHolder(code[pc + 2]) && !isHolder(code[pc + 1])) {
                    if (code[pc + 1] < 0) {
                        return;
                    }
                    holders.set(code[pc + 1]);
                    changed = true;
                }
            }
        }
    }

    private boolean isHolder(int register) {
        return register >= 0 && holders.get(register);
    }

    /** An object of a sloppy function shows what becomes of its parameters, which then are slots of a context. */
    private boolean parametersStay(int creation) {
        if (Opcode.of(code[creation]) == Opcode.CREATE_ARGUMENTS) {
            return true;
        }
        int[] slots = (int[]) function.bytecode().constants().get(code[creation + 3]);
        boolean mapped = false;
        for (int slot : slots) {
            mapped |= slot >= 0;
        }
        // The context must stay where it is, for an exit that makes the object.
        return writers(code[creation + 2]) == 1
                && (!mapped || places(opcode -> opcode == Opcode.SET_CONTEXT || opcode == Opcode.CREATE_CLOSURE).stream()
                        .allMatch(pc -> pc < creation && Opcode.of(code[pc]) == Opcode.SET_CONTEXT));
    }

    private int writers(int register) {
        return (int) places(_ -> true).stream().filter(pc -> BytecodeRegisters.writes(code, pc).contains(register)).count();
    }

    /** A register that holds something else at other times must not bring both together where ways meet. */
    private boolean holdersAreKnown(int creation) {
        BytecodeFunction bytecode = function.bytecode();
        var flow = new BytecodeFlow(bytecode, 0);
        for (int pc : places(_ -> true)) {
            boolean gives = pc == creation || Opcode.of(code[pc]) == Opcode.MOVE && isHolder(code[pc + 2]);
            for (int register : BytecodeRegisters.writes(code, pc)) {
                if (isHolder(register) && !gives
                        && flow.order().stream().anyMatch(block -> flow.isLive(block.start, register))) {
                    return false;
                }
            }
        }
        return holders.stream().noneMatch(register -> register < bytecode.parameterCount());
    }

    private boolean usesAreKnown(int pc) {
        Opcode opcode = Opcode.of(code[pc]);
        long read = BytecodeRegisters.reads(code, pc).stream().filter(this::isHolder).count();
        return read == 0
                || switch (opcode) {
                    case MOVE -> true;
                    case GET_FIELD -> "length".equals(function.bytecode().constants().get(code[pc + 3]));
                    case GET_ELEMENT -> isHolder(code[pc + 2]) && !isHolder(code[pc + 3])
                            && snapshot.guesses().allow(function.id(), pc, ExitReason.OUT_OF_BOUNDS);
                    case CALL -> read == 1 && code[pc + 3] == 2 && isHolder(code[pc + 2] + APPLY_ARRAY) && isApply(pc);
                    default -> false;
                };
    }

    private boolean isApply(int pc) {
        List<FunctionSnapshot.Target> targets = function.targets(code[pc + Opcode.CALL.feedbackOperand()]);
        return targets.size() == 1 && targets.getFirst().target() != 0
                && snapshot.intrinsics().get(targets.getFirst().function()) == Intrinsic.FUNCTION_APPLY
                && snapshot.guesses().allow(function.id(), pc, ExitReason.WRONG_TARGET);
    }
}
