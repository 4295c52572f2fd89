package org.tierscope.baseline;

import static org.tierscope.asm.Address.at;
import static org.tierscope.asm.Reg.R8;
import static org.tierscope.asm.Reg.R9;
import static org.tierscope.asm.Reg.RAX;
import static org.tierscope.asm.Reg.RCX;
import static org.tierscope.asm.Reg.RDX;
import static org.tierscope.asm.Reg.RSI;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.RuntimeFunction;
import org.tierscope.runtime.Layout;

/**
 * Named properties through the inline caches that interpreter and baseline share. On the straight path is the
 * first entry where it is an own property in the object; a stub does the other entries and kinds; misses are
 * the runtime's.
 */
final class PropertyTemplates {
    private static final int FIRST_SHAPE = FeedbackLayout.PROPERTY_ENTRIES + FeedbackLayout.PROPERTY_SHAPE;
    private static final int FIRST_ACCESS = FeedbackLayout.PROPERTY_ENTRIES + FeedbackLayout.PROPERTY_ACCESS;

    private final Emitter e;
    private final Assembler asm;
    private final CallTemplates calls;

    PropertyTemplates(Emitter emitter, CallTemplates calls) {
        e = emitter;
        asm = emitter.asm;
        this.calls = calls;
    }

    /** Goes on with rcx = offset in the object at rax, if the first entry says so, else at {@code cache}. */
    private void firstEntry(Label slow, Label cache) {
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.d(Op.MOV, RCX, at(RAX, Layout.SHAPE));
        asm.d(Op.CMP, RCX, e.feedback(FIRST_SHAPE));
        asm.jcc(Cond.NOT_EQUAL, cache);
        asm.d(Op.MOV, RCX, e.feedback(FIRST_ACCESS));
        asm.b(Op.CMP, RCX, AccessKind.INLINE.ordinal());
        asm.jcc(Cond.NOT_EQUAL, cache);
        asm.d(Op.SHR, RCX, 8);
    }

    /** The runtime function's machine code records nothing, so it may be asked only where there is nothing left to learn. */
    private void requireMegamorphic(Label slow) {
        asm.b(Op.CMP, e.feedback(FeedbackLayout.CACHE_STATE), FeedbackLayout.MEGAMORPHIC);
        asm.jcc(Cond.NOT_EQUAL, slow);
    }

    private void get() {
        Label slow = e.slow();
        Label cache = asm.label();
        e.load(RAX, 2);
        firstEntry(slow, cache);
        asm.q(Op.MOV, RAX, at(RAX, RCX, 1, 0));
        e.store(1, RAX);
        e.later(() -> {
            asm.bind(cache);
            asm.q(Op.LEA, RSI, e.feedback(0));
            asm.call(e.stubs.getField());
            Label noValue = asm.label();
            Label miss = asm.label();
            Label found = asm.label();
            asm.q(Op.TEST, RAX, RAX);
            asm.jccShort(Cond.ZERO, noValue);
            asm.bind(found);
            e.store(1, RAX);
            e.goOn();
            asm.bind(noValue);
            asm.q(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, miss);
            e.load(RDX, 2);
            calls.callGetter();
            asm.jmp(found);
            asm.bind(miss);
            requireMegamorphic(slow);
            e.storePc();
            e.load(RSI, 2);
            e.loadConstant(RDX, 3);
            asm.q(Op.LEA, RCX, e.feedback(0));
            e.call(RuntimeFunction.GET_FIELD);
            e.checkException();
            e.store(1, RAX);
            e.goOn();
        });
    }

    private void set() {
        Label slow = e.slow();
        Label cache = asm.label();
        e.load(RAX, 1);
        e.load(RDX, 3);
        firstEntry(slow, cache);
        asm.q(Op.MOV, at(RAX, RCX, 1, 0), RDX);
        e.later(() -> {
            asm.bind(cache);
            asm.q(Op.LEA, RSI, e.feedback(0));
            asm.call(e.stubs.setField());
            Label miss = asm.label();
            asm.d(Op.TEST, RCX, RCX);
            asm.jcc(Cond.ZERO, miss);
            e.goOn();
            asm.bind(miss);
            requireMegamorphic(slow);
            e.storePc();
            e.load(RSI, 1);
            e.loadConstant(RDX, 2);
            e.load(RCX, 3);
            e.loadStrict(R8);
            asm.q(Op.LEA, R9, e.feedback(0));
            e.call(RuntimeFunction.SET_FIELD);
            e.checkException();
            e.goOn();
        });
    }

    /** Object literals and public fields: nearly always a transition that the cache knows. */
    private void define() {
        Label slow = e.slow();
        e.load(RAX, 1);
        e.load(RDX, 3);
        asm.q(Op.TEST, RAX, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, slow);
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(e.stubs.setField());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
    }

    // ---- globals: entries are found by the global object's shape, which changes with every new declaration ----

    private void getGlobal() {
        Label slow = e.slow();
        e.loadGlobalObject(RAX);
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(e.stubs.getField());
        asm.q(Op.TEST, RAX, RAX);
        asm.jcc(Cond.ZERO, slow);
        e.store(1, RAX);
    }

    private void setGlobal() {
        Label slow = e.slow();
        e.loadGlobalObject(RAX);
        e.load(RDX, 2);
        asm.q(Op.LEA, RSI, e.feedback(0));
        asm.call(e.stubs.setField());
        asm.d(Op.TEST, RCX, RCX);
        asm.jcc(Cond.ZERO, slow);
    }

    /** Emits the template for the current instruction; false where it is not one of these. */
    boolean emit(Opcode opcode) {
        switch (opcode) {
            case GET_FIELD -> get();
            case SET_FIELD -> set();
            case DEFINE_FIELD -> define();
            case GET_GLOBAL, GET_GLOBAL_OR_UNDEFINED -> getGlobal();
            case SET_GLOBAL -> setGlobal();
            default -> {
                return false;
            }
        }
        return true;
    }
}
