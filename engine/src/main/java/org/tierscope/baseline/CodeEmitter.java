package org.tierscope.baseline;

import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.slot;

import java.util.HashMap;
import java.util.Map;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Emits the code of one function: operands are constants, places in the bytecode are labels. */
final class CodeEmitter extends Emitter {
    final FunctionInfo function;
    /** Where an exception goes that no handler of this function covers. */
    final Label unwind;
    /** Where an exception goes that a handler covers; the frame's pc tells which. */
    final Label handle;
    /** What is known where the next instruction begins; nothing, except on the straight path. */
    final Known known = new Known();
    private final int[] code;
    private final Map<Integer, Label> labels = new HashMap<>();
    private final Map<Integer, Label> plainLabels = new HashMap<>();
    private final PcMap.Builder pcMap = new PcMap.Builder();
    private int pc;

    CodeEmitter(Assembler asm, FunctionInfo function, BaselineStubs stubs) {
        super(asm, stubs);
        this.function = function;
        this.code = function.code();
        this.unwind = asm.label("unwind");
        this.handle = asm.label("handle");
    }

    @Override
    void at(int newPc) {
        pc = newPc;
        pcMap.add(asm.position(), newPc);
        asm.origin(newPc);
    }

    /** What is emitted from here on belongs to no instruction. */
    void atNoPc() {
        pcMap.add(asm.position(), PcMap.NONE);
        asm.origin(PcMap.NONE);
    }

    PcMap pcMap() {
        return pcMap.build();
    }

    @Override
    int pc() {
        return pc;
    }

    @Override
    Opcode opcode() {
        return Opcode.of(code[pc]);
    }

    /** Operand word {@code n}, counted from 1. */
    int operand(int n) {
        return code[pc + n];
    }

    @Override
    Address register(int n) {
        return slot(operand(n));
    }

    @Override
    void load(Reg target, int n) {
        Known.Fact fact = known.find(operand(n));
        if (fact == null || fact.word == null || !fact.isTagged) {
            super.load(target, n);
        } else {
            asm.q(Op.MOV, target, fact.word);
        }
    }

    @Override
    Address register(int n, int offset) {
        return slot(operand(n) + offset);
    }

    @Override
    Address feedback(int offset) {
        return Address.at(FEEDBACK, operand(opcode().feedbackOperand()) + offset);
    }

    @Override
    Operand immediate(int n) {
        return Operand.imm(operand(n));
    }

    @Override
    void loadInt(Reg target, int n) {
        asm.q(Op.MOV, target, Value.ofInt(operand(n)));
    }

    @Override
    void loadConstant(Reg target, int n) {
        asm.q(Op.MOV, target, function.constants()[operand(n)]);
    }

    @Override
    void parents(Reg context, int n) {
        for (int i = 0; i < operand(n); i++) {
            asm.q(Op.MOV, context, Address.at(context, Layout.CONTEXT_PARENT));
        }
    }

    @Override
    Address contextSlot(Reg context, int n) {
        return Address.at(context, Layout.CONTEXT_SLOTS + 8L * operand(n));
    }

    @Override
    void loadStrict(Reg target) {
        asm.d(Op.MOV, target, function.isStrict() ? 1 : 0);
    }

    @Override
    void loadGlobalObject(Reg target) {
        asm.q(Op.MOV, target, function.realm().globalObject());
    }

    @Override
    void loadLiterals(Reg target) {
        asm.q(Op.MOV, target, function.realm().literals());
    }

    @Override
    void loadFunctionCell(Reg target, int n) {
        asm.q(Op.MOV, target, function.nested(operand(n)).cell());
    }

    @Override
    void storePc() {
        asm.d(Op.MOV, Address.at(FP, Frame.PC), pc);
    }

    @Override
    void loadPc(Reg target) {
        asm.d(Op.MOV, target, pc);
    }

    /** The code of the instruction at {@code target}, entered with nothing known. */
    Label label(int target) {
        return labels.computeIfAbsent(target, t -> asm.label("pc" + t));
    }

    /** The current instruction's code for all that may come, entered with nothing known. */
    Label plain() {
        return plain(pc);
    }

    private Label plain(int target) {
        return plainLabels.computeIfAbsent(target, t -> asm.label("plain" + t));
    }

    /**
     * The current instruction begins here.
     *
     * @param specialized whether its code goes to {@link #plain} for what it does not do
     */
    void begin(boolean specialized) {
        if (known.isEmpty()) {
            asm.bind(label(pc));
            if (!specialized) {
                plainLabels.put(pc, label(pc));
            }
        }
        known.nextInstruction();
    }

    /** Here begins code for the current instruction that knows nothing. */
    void beginPlain() {
        bindOnce(label(pc));
        bindOnce(plain(pc));
    }

    private void bindOnce(Label label) {
        if (!label.isBound()) {
            asm.bind(label);
        }
    }

    /** Whether the current instruction's code without knowledge is jumped to and has not been emitted yet. */
    boolean isPlainMissing() {
        return isMissing(labels.get(pc)) || isMissing(plainLabels.get(pc));
    }

    /** Whether the current instruction's code can be entered with nothing known. */
    boolean isEntered() {
        Label label = labels.get(pc);
        return label != null && label.isBound();
    }

    private static boolean isMissing(Label label) {
        return label != null && !label.isBound();
    }

    @Override
    Label next() {
        return label(pc + opcode().length());
    }

    @Override
    Label target() {
        return label(operand(opcode().targetOperand()));
    }

    @Override
    void goOn() {
        asm.jmp(next());
    }

    @Override
    void jump() {
        asm.jmp(target());
    }

    @Override
    Label exception() {
        return exception(pc);
    }

    /** Where an exception at {@code throwingPc}, which is the frame's pc then, goes on. */
    Label exception(int throwingPc) {
        return function.bytecode().handlerFor(throwingPc) == null ? unwind : handle;
    }

    @Override
    Window window(int n) {
        return new ConstantWindow(8 * (operand(n) + Frame.HEADER));
    }

    @Override
    Window windowAbove() {
        return new ConstantWindow(8 * (function.bytecode().registerCount() + Frame.HEADER));
    }

    @Override
    void beforeGuestCall() {}

    @Override
    void afterGuestCall() {
        loadFeedback();
    }

    void loadFeedback() {
        asm.q(Op.MOV, FEEDBACK, function.feedback());
    }

    /** @param distance bytes from fp to the callee's fp */
    private final class ConstantWindow implements Window {
        private final int distance;

        ConstantWindow(int distance) {
            this.distance = distance;
        }

        @Override
        public void open() {}

        @Override
        public void openAt(Reg calleeFp) {}

        @Override
        public Address at(int offset) {
            return Address.at(FP, distance + offset);
        }

        @Override
        public void enter() {
            asm.q(Op.ADD, FP, distance);
        }

        @Override
        public void leave() {
            asm.q(Op.SUB, FP, distance);
            loadFeedback();
        }

        @Override
        public void distance(Reg target) {
            asm.d(Op.MOV, target, distance);
        }
    }
}
