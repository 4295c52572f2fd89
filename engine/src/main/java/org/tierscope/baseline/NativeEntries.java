package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R10;
import static org.tierscope.asm.Reg.R11;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDI;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.asm.Xmm.XMM0;
import static org.tierscope.asm.Xmm.XMM1;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NATIVE_PADDING;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.ir.Intrinsic;
import org.tierscope.machine.ArrayAppends;
import org.tierscope.machine.CollectionStubs;
import org.tierscope.machine.MachineRuntime;
import org.tierscope.machine.OtherIterators;
import org.tierscope.machine.PropertyPaths;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.Iteration;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.runtime.VmState;

/**
 * What machine code calls for some native functions: their frequent cases, before the stub that calls Java. The window is at fp and
 * becomes no frame: nothing here throws, and cells are taken only where a run of free memory has some. Nothing calls but {@code next}
 * of generators, whose window becomes their function's.
 */
public final class NativeEntries {
    private static final int SPECIAL = Layout.FLAG_NON_EXTENSIBLE | Layout.FLAG_RESTRICTED_ELEMENTS | Layout.FLAG_PROTOTYPE;
    private static final Address ELEMENT = at(RSI, RDX, 8, Layout.ARRAY_DATA);

    private final MachineRuntime runtime;
    private final long noElementsOnPrototypes;
    private final Label findEntry;

    public NativeEntries(MachineRuntime runtime) {
        this.runtime = runtime;
        this.noElementsOnPrototypes = runtime.vm().protectors().noElementsOnPrototypes();
        this.findEntry = Label.external("findEntry", runtime.stubs().findEntry());
    }

    /** Address of the entry for a native function, 0 where it has none of its own. */
    public long install(Intrinsic function) {
        Assembler asm = Assembler.plain(runtime.cpuFeatures());
        Label slow = asm.label("slow");
        if (!emit(asm, function, slow)) {
            return 0;
        }
        asm.bind(slow);
        asm.jmp(Label.external("interpreter", runtime.stubs().interpreter()));
        return runtime.codeMemory().install(asm.finish(), "native: " + function).address();
    }

    private boolean emit(Assembler asm, Intrinsic function, Label slow) {
        switch (function) {
            case ARRAY_PUSH -> push(asm, slow);
            case ARRAY_POP -> pop(asm, slow);
            case MAP_GET -> {
                find(asm, CellType.MAP, slow);
                asm.q(Op.MOV, RAX, Value.UNDEFINED);
                asm.q(Op.CMP, R11, Value.EMPTY);
                Label missing = asm.label();
                asm.jccShort(Cond.EQUAL, missing);
                asm.q(Op.MOV, RAX, at(R11, 8));
                asm.bind(missing);
                asm.op(Op.RET);
            }
            case MAP_HAS -> has(asm, CellType.MAP, slow);
            case SET_HAS -> has(asm, CellType.SET, slow);
            case MAP_SET -> put(asm, CellType.MAP, 2, slow);
            case SET_ADD -> put(asm, CellType.SET, 1, slow);
            case MAP_KEYS -> iterator(asm, CellType.MAP, Iteration.KEYS, slow);
            case MAP_VALUES -> iterator(asm, CellType.MAP, Iteration.VALUES, slow);
            case MAP_ENTRIES -> iterator(asm, CellType.MAP, Iteration.ENTRIES, slow);
            case SET_VALUES -> iterator(asm, CellType.SET, Iteration.VALUES, slow);
            case SET_ENTRIES -> iterator(asm, CellType.SET, Iteration.ENTRIES, slow);
            case MATH_FLOOR -> floor(asm, slow);
            case MATH_ABS -> abs(asm, slow);
            case MATH_MIN -> extreme(asm, Cond.LESS, slow);
            case MATH_MAX -> extreme(asm, Cond.GREATER, slow);
            case STRING_CHAR_CODE_AT -> {
                character(asm, slow);
                asm.q(Op.OR, RAX, INT_TAG);
                asm.op(Op.RET);
            }
            case STRING_CHAR_AT -> {
                character(asm, slow);
                asm.q(Op.MOV, RAX, at(STATE, RAX, 8, VmState.SINGLE_STRINGS));
                asm.op(Op.RET);
            }
            case GENERATOR_NEXT -> new GeneratorEntries(asm, runtime, slow).next();
            case OBJECT_HAS_OWN_PROPERTY -> {
                requireArgument(asm, slow);
                asm.q(Op.MOV, RSI, at(FP, Frame.THIS));
                asm.q(Op.MOV, RDI, at(FP));
                PropertyPaths.hasOwn(asm, runtime.vm().fields().megamorphic(), slow);
            }
            case OBJECT_HAS_OWN -> {
                asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 2);
                asm.jcc(Cond.BELOW, slow);
                asm.q(Op.MOV, RSI, at(FP));
                asm.q(Op.MOV, RDI, at(FP, 8));
                PropertyPaths.hasOwn(asm, runtime.vm().fields().megamorphic(), slow);
            }
            default -> {
                Vm vm = runtime.vm();
                return new StringEntries(asm, vm.strings().empty(), slow).emit(function)
                        || new ArrayEntries(asm, vm, slow).emit(function)
                        || new FunctionEntries(asm, runtime, slow).emit(function)
                        || new NumberEntries(asm, slow).emit(function);
            }
        }
        return true;
    }

    private static void requireArgument(Assembler asm, Label slow) {
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 0);
        asm.jcc(Cond.EQUAL, slow);
    }

    /** rax = this, which must be a cell of this type. */
    private static void receiver(Assembler asm, CellType type, Label slow) {
        asm.q(Op.MOV, RAX, at(FP, Frame.THIS));
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.b(Op.CMP, at(RAX, Layout.CELL_TYPE), type.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
    }

    // ---- arrays: rax = array, edx = length, rsi = elements, ecx = elements kind ----

    private static void plainArray(Assembler asm, Label slow) {
        receiver(asm, CellType.ARRAY, slow);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), SPECIAL);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.d(Op.MOVZX8, RCX, at(RAX, Layout.ELEMENTS_KIND));
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_TAGGED.ordinal());
        asm.jcc(Cond.ABOVE, slow);
        asm.q(Op.MOV, RSI, at(RAX, Layout.OBJECT_ELEMENTS));
        asm.q(Op.TEST, RSI, RSI);
        asm.jcc(Cond.ZERO, slow);
        asm.d(Op.MOV, RDX, at(RAX, Layout.ARRAY_LENGTH));
    }

    private static void ifDoubles(Assembler asm, Label doubles) {
        asm.d(Op.CMP, RCX, ElementsKind.DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
        asm.d(Op.CMP, RCX, ElementsKind.HOLEY_DOUBLE.ordinal());
        asm.jcc(Cond.EQUAL, doubles);
    }

    /** Values, while no prototype has a setter for an index. */
    private void push(Assembler asm, Label slow) {
        Label several = asm.label();
        requireArgument(asm, slow);
        receiver(asm, CellType.ARRAY, slow);
        asm.b(Op.TEST, at(RAX, Layout.FLAGS), SPECIAL);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.MOV, RDI, noElementsOnPrototypes);
        asm.d(Op.CMP, at(RDI), 0);
        asm.jcc(Cond.EQUAL, slow);
        asm.q(Op.MOV, RSI, RAX);
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 1);
        asm.jcc(Cond.NOT_EQUAL, several);
        asm.q(Op.MOV, RDX, at(FP));
        ArrayAppends.append(asm, slow);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(several);
        pushSeveral(asm, slow);
    }

    /** All arguments to the array in rsi, or none, by which Java begins anew: words behind the length mean nothing. */
    private static void pushSeveral(Assembler asm, Label slow) {
        Label next = asm.label();
        Label failed = asm.label();
        asm.d(Op.MOV, RAX, at(RSI, Layout.ARRAY_LENGTH));
        asm.op(Op.PUSH, RAX);
        asm.d(Op.XOR, RCX, RCX);
        asm.op(Op.PUSH, RCX);
        asm.bind(next);
        asm.q(Op.MOV, RDX, at(FP, RCX, 8, 0));
        ArrayAppends.append(asm, failed);
        asm.q(Op.MOV, RCX, at(Reg.RSP));
        asm.q(Op.ADD, RCX, 1);
        asm.q(Op.MOV, at(Reg.RSP), RCX);
        asm.d(Op.CMP, RCX, at(FP, Frame.ARGUMENT_COUNT));
        asm.jcc(Cond.BELOW, next);
        asm.q(Op.ADD, Reg.RSP, 16);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
        asm.bind(failed);
        asm.op(Op.POP, RCX);
        asm.op(Op.POP, RCX);
        asm.d(Op.MOV, at(RSI, Layout.ARRAY_LENGTH), RCX);
        asm.jmp(slow);
    }

    /** The last element of an array that has one and is not of doubles. */
    private static void pop(Assembler asm, Label slow) {
        plainArray(asm, slow);
        ifDoubles(asm, slow);
        asm.d(Op.SUB, RDX, 1);
        asm.jcc(Cond.BELOW, slow);
        asm.q(Op.MOV, RDI, ELEMENT);
        asm.q(Op.CMP, RDI, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.d(Op.MOV, at(RAX, Layout.ARRAY_LENGTH), RDX);
        asm.q(Op.MOV, RAX, RDI);
        asm.op(Op.RET);
    }

    // ---- Map and Set ----

    /** r11 = address of the entry of the first argument, or EMPTY. */
    private void find(Assembler asm, CellType type, Label slow) {
        requireArgument(asm, slow);
        receiver(asm, type, slow);
        asm.q(Op.MOV, R11, RAX);
        asm.q(Op.MOV, R10, at(FP));
        asm.q(Op.SUB, Reg.RSP, NATIVE_PADDING);
        asm.call(findEntry);
        asm.q(Op.ADD, Reg.RSP, NATIVE_PADDING);
        asm.q(Op.TEST, R11, R11);
        asm.jcc(Cond.ZERO, slow);
    }

    /** A Set has true for each of its values. */
    private static void put(Assembler asm, CellType type, int arguments, Label slow) {
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), arguments);
        asm.jcc(Cond.BELOW, slow);
        receiver(asm, type, slow);
        asm.q(Op.MOV, RSI, RAX);
        asm.q(Op.MOV, RDX, at(FP));
        if (arguments == 2) {
            asm.q(Op.MOV, RCX, at(FP, 8));
        } else {
            asm.q(Op.MOV, RCX, Value.TRUE);
        }
        CollectionStubs.put(asm, slow);
        asm.q(Op.MOV, RAX, RSI);
        asm.op(Op.RET);
    }

    private void has(Assembler asm, CellType type, Label slow) {
        find(asm, type, slow);
        asm.d(Op.XOR, RAX, RAX);
        asm.q(Op.CMP, R11, Value.EMPTY);
        asm.set(Cond.NOT_EQUAL, RAX);
        asm.d(Op.ADD, RAX, Value.FALSE);
        asm.op(Op.RET);
    }

    private void iterator(Assembler asm, CellType type, int kind, Label slow) {
        receiver(asm, type, slow);
        asm.q(Op.MOV, RDX, RAX);
        OtherIterators.make(asm, runtime.vm(), type, kind, slow);
        asm.q(Op.MOV, RAX, Reg.R9);
        asm.op(Op.RET);
    }

    // ---- Math ----

    /** Of int32, and of doubles whose floor is one; a zero that may be −0 is Java's. */
    private static void floor(Assembler asm, Label slow) {
        Label isDouble = asm.label();
        Label exact = asm.label();
        requireArgument(asm, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jccShort(Cond.BELOW, isDouble);
        asm.op(Op.RET);
        asm.bind(isDouble);
        asm.q(Op.TEST, RAX, INT_TAG);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.ADD, RAX, INT_TAG);
        asm.op(Op.MOVQ, XMM0, RAX);
        asm.d(Op.CVTTSD2SI, RAX, XMM0);
        asm.d(Op.CMP, RAX, Integer.MIN_VALUE);
        asm.jcc(Cond.EQUAL, slow);
        asm.op(Op.XORPS, XMM1, XMM1);
        asm.d(Op.CVTSI2SD, XMM1, RAX);
        asm.op(Op.UCOMISD, XMM1, XMM0);
        asm.jccShort(Cond.BELOW_EQUAL, exact);
        asm.d(Op.SUB, RAX, 1);
        asm.bind(exact);
        asm.d(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, slow);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
    }

    private static void abs(Assembler asm, Label slow) {
        Label positive = asm.label();
        requireArgument(asm, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.TEST, RAX, RAX);
        asm.jccShort(Cond.SIGN.negate(), positive);
        asm.d(Op.NEG, RAX);
        asm.jcc(Cond.OVERFLOW, slow);
        asm.bind(positive);
        asm.d(Op.MOV, RAX, RAX);
        asm.q(Op.OR, RAX, INT_TAG);
        asm.op(Op.RET);
    }

    /** Of two int32. */
    private static void extreme(Assembler asm, Cond first, Label slow) {
        Label done = asm.label();
        asm.d(Op.CMP, at(FP, Frame.ARGUMENT_COUNT), 2);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.q(Op.MOV, RAX, at(FP));
        asm.q(Op.MOV, RDX, at(FP, 8));
        asm.q(Op.CMP, RAX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.CMP, RAX, RDX);
        asm.jccShort(first, done);
        asm.q(Op.MOV, RAX, RDX);
        asm.bind(done);
        asm.op(Op.RET);
    }

    // ---- strings ----

    /** eax = the character at the first argument, of a flat Latin-1 string. */
    private static void character(Assembler asm, Label slow) {
        requireArgument(asm, slow);
        receiver(asm, CellType.STRING_LATIN1, slow);
        asm.q(Op.MOV, RDX, at(FP));
        asm.q(Op.CMP, RDX, INT_TAG);
        asm.jcc(Cond.BELOW, slow);
        asm.d(Op.MOV, RDX, RDX);
        asm.d(Op.CMP, RDX, at(RAX, Layout.STRING_LENGTH));
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.d(Op.MOVZX8, RAX, at(RAX, RDX, 1, Layout.STRING_DATA));
    }
}
