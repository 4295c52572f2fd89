package org.tierscope.baseline;

import static org.tierscope.asm.Reg.RAX;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.TypeBits;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/**
 * The straight path of compiled functions. Instructions whose feedback, as it is when the function is compiled, has seen one case
 * get a template for that case alone, which makes use of what is {@link Known} from those before it and adds to that; all others get
 * the template that does everything, and so does whatever a specialized template does not do.
 */
final class SpecializedTemplates {
    /**
     * Instructions whose templates call no guest code on their straight path, leave alone the registers that {@link Known} uses,
     * and store nothing but their result. Out of line they may do anything: from there code goes on where nothing is known.
     */
    private static final Set<Opcode> KEEP_WHAT_IS_KNOWN = keepWhatIsKnown();

    private final CodeEmitter e;
    private final Assembler asm;
    private final Known known;
    private final KnownOperands operands;
    private final SpecializedArithmetic arithmetic;
    private final SpecializedComparisons comparisons;
    private final SpecializedProperties properties;
    private final SpecializedElements elements;

    SpecializedTemplates(CodeEmitter emitter, Branches branches) {
        e = emitter;
        asm = emitter.asm;
        known = emitter.known;
        operands = new KnownOperands(emitter);
        arithmetic = new SpecializedArithmetic(emitter, operands);
        comparisons = new SpecializedComparisons(emitter, operands, branches);
        properties = new SpecializedProperties(emitter, operands);
        elements = new SpecializedElements(emitter, operands);
    }

    private static Set<Opcode> keepWhatIsKnown() {
        var opcodes = EnumSet.of(
                Opcode.GET_CALLEE_CONTEXT, Opcode.CHECK_INITIALIZED, Opcode.CHECK_OBJECT_COERCIBLE, Opcode.NOT, Opcode.SET_CONTEXT,
                Opcode.TO_NUMBER, Opcode.TO_NUMERIC,
                Opcode.GET_FIELD, Opcode.SET_FIELD, Opcode.DEFINE_FIELD, Opcode.GET_ELEMENT, Opcode.SET_ELEMENT,
                Opcode.GET_GLOBAL, Opcode.GET_GLOBAL_OR_UNDEFINED, Opcode.SET_GLOBAL,
                Opcode.CREATE_OBJECT, Opcode.CREATE_CONTEXT, Opcode.CREATE_CLOSURE);
        opcodes.addAll(EnumSet.range(Opcode.ADD, Opcode.MOD));
        opcodes.addAll(EnumSet.range(Opcode.BIT_AND, Opcode.DEC));
        opcodes.addAll(EnumSet.range(Opcode.EQ, Opcode.GREATER_EQ));
        opcodes.addAll(EnumSet.range(Opcode.JUMP_IF_TRUE, Opcode.JUMP_IF_NOT_STRICT_EQ));
        return Collections.unmodifiableSet(opcodes);
    }

    /**
     * Emits the current instruction's code.
     *
     * @param plain emits the template that does everything
     */
    void emit(Opcode opcode, Consumer<Opcode> plain) {
        if (move(opcode)
                || arithmetic.emit(opcode)
                || comparisons.emit(opcode)
                || properties.emit(opcode)
                || elements.emit(opcode)) {
            return;
        }
        e.begin(false);
        plain.accept(opcode);
        if (!KEEP_WHAT_IS_KNOWN.contains(opcode)) {
            known.clear();
            return;
        }
        if (opcode.resultOperand() != 0) {
            known.forget(e.operand(opcode.resultOperand()));
        }
        if (opcode == Opcode.DEFINE_FIELD || opcode == Opcode.SET_GLOBAL) {
            known.forgetShapes();
        }
    }

    /** Moves, constants and contexts: their code is right for whatever comes. */
    private boolean move(Opcode opcode) {
        switch (opcode) {
            case MOVE -> copy();
            case LOAD_INT -> constant(Value.ofInt(e.operand(2)));
            case LOAD_CONSTANT -> constant(e.function.constants()[e.operand(2)]);
            case LOAD_UNDEFINED -> constant(Value.UNDEFINED);
            case LOAD_NULL -> constant(Value.NULL);
            case LOAD_TRUE -> constant(Value.TRUE);
            case LOAD_FALSE -> constant(Value.FALSE);
            case LOAD_EMPTY -> constant(Value.EMPTY);
            case GET_CONTEXT -> getContext();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        e.begin(false);
        Reg word = operands.word(2);
        e.store(1, word);
        known.define(e.operand(1), operands.fact(2));
    }

    private void constant(long word) {
        e.begin(false);
        e.store(1, word);
        Known.Fact fact = new Known.Fact();
        fact.constant = word;
        fact.isCell = Value.isCell(word);
        fact.types = Value.isInt(word) ? TypeBits.INT32 : Value.isNumber(word) ? TypeBits.DOUBLE : Known.ANY & ~TypeBits.NUMBER;
        known.define(e.operand(1), fact);
    }

    private void getContext() {
        e.begin(false);
        Reg context = operands.word(2);
        if (e.operand(3) > 0) {
            asm.q(Op.MOV, RAX, context);
            e.parents(RAX, 3);
            context = RAX;
        }
        Known.Fact result = new Known.Fact();
        asm.q(Op.MOV, known.allocateWord(result), Address.at(context, Layout.CONTEXT_SLOTS + 8L * e.operand(4)));
        operands.storeWord(1, result);
    }
}
