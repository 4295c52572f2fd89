package org.tierscope.baseline;

import static org.tierscope.asm.Reg.R10;
import static org.tierscope.asm.Reg.R12;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RBX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.machine.MachineConvention.FP;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.STATE;

import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.VmState;

/**
 * Emits one of the interpreter's handlers: r12 is the address of the instruction in the bytecode's image
 * ({@code runtime/BytecodeImage}), from which operands are read while it runs. Handlers use r10 for that, and nothing else does.
 */
final class HandlerEmitter extends Emitter {
    /** The address of the current instruction. */
    static final Reg INSTRUCTION = R12;

    private static final Reg OPERAND = R10;

    private final Opcode opcode;
    private final Label exception;
    private final Label next;
    private Label target;

    /** @param exception where an exception at the frame's pc goes on */
    HandlerEmitter(Assembler asm, Opcode opcode, BaselineStubs stubs, Label exception) {
        super(asm, stubs);
        this.opcode = opcode;
        this.exception = exception;
        this.next = asm.label("next");
    }

    /** Goes to the handler of the instruction at r12. Changes rax. */
    static void dispatch(Assembler asm) {
        asm.d(Op.MOV, RAX, Address.at(INSTRUCTION));
        asm.op(Op.JMP, Address.at(STATE, RAX, 8, VmState.HANDLERS));
    }

    /** Ends the straight path, which fell through. */
    void finish() {
        asm.bind(next);
        goOn();
        emitOutOfLine();
    }

    private static Address word(int n) {
        return Address.at(INSTRUCTION, 4L * n);
    }

    @Override
    void at(int newPc) {}

    @Override
    int pc() {
        return 0;
    }

    @Override
    Opcode opcode() {
        return opcode;
    }

    @Override
    Address register(int n) {
        return register(n, 0);
    }

    @Override
    Address register(int n, int offset) {
        asm.q(Op.MOVSXD, OPERAND, word(n));
        return Address.at(FP, OPERAND, 8, 8L * offset);
    }

    @Override
    Address feedback(int offset) {
        asm.d(Op.MOV, OPERAND, word(opcode.feedbackOperand()));
        return Address.at(FEEDBACK, OPERAND, 1, offset);
    }

    @Override
    Operand immediate(int n) {
        return word(n);
    }

    @Override
    void loadInt(Reg value, int n) {
        asm.d(Op.MOV, value, word(n));
        asm.q(Op.OR, value, INT_TAG);
    }

    @Override
    void loadConstant(Reg value, int n) {
        asm.q(Op.MOVSXD, OPERAND, word(n));
        asm.q(Op.MOV, value, Address.at(INSTRUCTION, OPERAND, 1, 0));
    }

    @Override
    void parents(Reg context, int n) {
        Label found = asm.label();
        Label up = asm.label();
        asm.d(Op.MOV, RCX, word(n));
        asm.d(Op.TEST, RCX, RCX);
        asm.jccShort(Cond.ZERO, found);
        asm.bind(up);
        asm.q(Op.MOV, context, Address.at(context, Layout.CONTEXT_PARENT));
        asm.d(Op.SUB, RCX, 1);
        asm.jcc(Cond.NOT_ZERO, up);
        asm.bind(found);
    }

    @Override
    Address contextSlot(Reg context, int n) {
        asm.d(Op.MOV, OPERAND, word(n));
        return Address.at(context, OPERAND, 8, Layout.CONTEXT_SLOTS);
    }

    @Override
    void loadStrict(Reg value) {
        asm.d(Op.MOV, value, Address.at(FEEDBACK, FeedbackLayout.FLAGS));
        asm.d(Op.AND, value, FunctionInfo.STRICT);
        asm.d(Op.SHR, value, Integer.numberOfTrailingZeros(FunctionInfo.STRICT));
    }

    @Override
    void loadGlobalObject(Reg value) {
        asm.q(Op.MOV, value, Address.at(FEEDBACK, FeedbackLayout.GLOBAL_OBJECT));
    }

    @Override
    void loadLiterals(Reg value) {
        asm.q(Op.MOV, value, Address.at(FEEDBACK, FeedbackLayout.LITERALS));
    }

    @Override
    void loadFunctionCell(Reg value, int n) {
        loadConstant(value, n);
    }

    @Override
    void storePc() {
        loadPc(OPERAND);
        asm.d(Op.MOV, Address.at(FP, Frame.PC), OPERAND);
    }

    @Override
    void loadPc(Reg value) {
        asm.q(Op.MOV, value, INSTRUCTION);
        asm.q(Op.SUB, value, Address.at(FEEDBACK, FeedbackLayout.IMAGE));
        asm.d(Op.SHR, value, 2);
    }

    @Override
    Label next() {
        return next;
    }

    @Override
    Label target() {
        if (target == null) {
            target = asm.label("target");
            later(() -> {
                asm.bind(target);
                jump();
            });
        }
        return target;
    }

    @Override
    void goOn() {
        asm.d(Op.MOV, RAX, word(opcode.length()));
        asm.q(Op.ADD, INSTRUCTION, 4L * opcode.length());
        asm.op(Op.JMP, Address.at(STATE, RAX, 8, VmState.HANDLERS));
    }

    @Override
    void jump() {
        toTarget();
        dispatch(asm);
    }

    /** The target becomes the current instruction. */
    void toTarget() {
        asm.q(Op.MOVSXD, RAX, word(opcode.targetOperand()));
        asm.q(Op.ADD, INSTRUCTION, RAX);
    }

    @Override
    Label exception() {
        return exception;
    }

    @Override
    void beforeGuestCall() {
        asm.op(Op.PUSH, FEEDBACK);
        asm.op(Op.PUSH, INSTRUCTION);
    }

    @Override
    void afterGuestCall() {
        asm.op(Op.POP, INSTRUCTION);
        asm.op(Op.POP, FEEDBACK);
    }

    @Override
    Window window(int n) {
        return new AddressedWindow() {
            @Override
            public void distance(Reg target) {
                asm.q(Op.MOVSXD, target, word(n));
                scale(target);
            }
        };
    }

    @Override
    Window windowAbove() {
        return new AddressedWindow() {
            @Override
            public void distance(Reg target) {
                asm.d(Op.MOV, target, Address.at(FP, Frame.EXTENT_AND_FLAGS));
                asm.d(Op.SHR, target, Frame.EXTENT_SHIFT);
                scale(target);
            }
        };
    }

    /** The callee's fp is in rdx while the window is open, and again behind the call. */
    private abstract class AddressedWindow implements Window {
        void scale(Reg registers) {
            asm.q(Op.LEA, registers, Address.scaled(registers, 8, 8L * Frame.HEADER));
        }

        @Override
        public void open() {
            distance(RDX);
            asm.q(Op.ADD, RDX, FP);
        }

        @Override
        public void openAt(Reg calleeFp) {
            asm.q(Op.MOV, RDX, calleeFp);
        }

        @Override
        public Address at(int offset) {
            return Address.at(RDX, offset);
        }

        @Override
        public void enter() {
            beforeGuestCall();
            asm.q(Op.MOV, FP, RDX);
        }

        @Override
        public void leave() {
            asm.q(Op.MOV, RDX, FP);
            asm.q(Op.MOV, FP, Address.at(RBX, Frame.CALLER_FP));
            afterGuestCall();
        }
    }
}
