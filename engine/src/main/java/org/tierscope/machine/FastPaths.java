package org.tierscope.machine;

import static org.tierscope.asm.Address.at;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import java.util.List;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Names;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/**
 * What stands in front of the way to Java in a runtime function's table entry: the frequent cases, in machine code. A call of
 * the runtime costs some 25 ns before the Java side has done anything; these take one to five.
 *
 * <p>A fast path either returns with the result in rax, or goes to {@code slow} with the arguments (rsi, rdx, rcx, r8, r9) as
 * they were. It may overwrite rax, rdi, r10, r11, the argument registers that the function does not use, and all xmm registers.
 * It records no feedback: what called the runtime did not know better, or does not want to know.
 */
final class FastPaths {
    static final Reg A = Reg.RSI;
    static final Reg B = Reg.RDX;
    static final int LAST_STRING = CellType.STRING_ROPE.code();

    private FastPaths() {}

    /** Emits the fast path of a function, if it has one. */
    static void emit(Assembler asm, RuntimeFunction function, Vm vm, Label slow) {
        switch (function) {
            case STRICT_EQUALS -> strictEquals(asm, slow);
            case STRING_EQUAL -> StringPaths.equal(asm, slow);
            case FIND_INTERNED -> findInterned(asm, slow);
            case LESS -> StringPaths.compare(asm, Cond.BELOW, slow);
            case LESS_EQ -> StringPaths.compare(asm, Cond.BELOW_EQUAL, slow);
            case GREATER -> StringPaths.compare(asm, Cond.ABOVE, slow);
            case GREATER_EQ -> StringPaths.compare(asm, Cond.ABOVE_EQUAL, slow);
            case STRING_CONCAT -> StringPaths.concat(asm, slow);
            case ADD -> StringPaths.add(asm, vm.conversions().doubles(), slow);
            case NUMBER_TO_STRING, TO_STRING -> StringPaths.toString(asm, vm.conversions().doubles(), slow);
            case TYPEOF -> typeOf(asm, vm.names());
            case TO_OBJECT -> toObject(asm, slow);
            case TO_PROPERTY_KEY -> toPropertyKey(asm, slow);
            case CHECK_OBJECT_COERCIBLE -> checkObjectCoercible(asm, slow);
            case CHECK_CONSTRUCTOR_RESULT -> checkConstructorResult(asm, slow);
            case GET_FIELD -> PropertyPaths.getField(asm, vm.fields().megamorphic(), slow);
            case SET_FIELD -> PropertyPaths.setField(asm, vm.fields().megamorphic(), slow);
            case GET_ELEMENT -> PropertyPaths.getElement(asm, vm, slow);
            case SET_ELEMENT -> PropertyPaths.setElement(asm, vm.fields().megamorphic(), slow);
            case INSTANCE_OF -> FunctionPaths.instanceOf(asm, vm, slow);
            case RESOLVE_CALL -> FunctionPaths.resolve(asm, slow);
            case ARRAY_APPEND -> ArrayAppends.appendAny(asm, slow);
            case COLLECTION_PUT -> {
                CollectionStubs.put(asm, slow);
                finish(asm, Value.UNDEFINED);
            }
            case IN -> PropertyPaths.in(asm, vm.fields().megamorphic(), slow);
            case GET_ITERATOR -> ArrayIterators.open(asm, vm, slow);
            case ITERATOR_CLOSE -> ArrayIterators.close(asm, vm, slow);
            case ITERATOR_NEXT -> IteratorPaths.next(asm, vm, slow);
            case ITERATOR_STEP -> IteratorPaths.step(asm);
            case DOUBLE_MOD -> remainder(asm, slow);
            case DOUBLE_SIN -> TrigonometricPaths.sine(asm, slow);
            case DOUBLE_COS -> TrigonometricPaths.cosine(asm, slow);
            default -> {
                // All of it is in Java.
            }
        }
    }

    /** The runtime functions that the fast path of {@code function} calls. */
    static List<RuntimeFunction> calledBy(RuntimeFunction function) {
        return switch (function) {
            case ITERATOR_NEXT -> List.of(
                    RuntimeFunction.ITERATOR_LEFT, RuntimeFunction.GET_FIELD, RuntimeFunction.TRUTHY);
            case ITERATOR_STEP -> List.of(RuntimeFunction.ITERATOR_NEXT);
            default -> List.of();
        };
    }

    static void finish(Assembler asm, long value) {
        asm.q(Op.MOV, Reg.RAX, value);
        asm.op(Op.RET);
    }

    /** Goes to {@code label} unless the word is a cell. */
    static void requireCell(Assembler asm, Reg word, Label label) {
        asm.q(Op.TEST, word, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, label);
    }

    /** Goes to {@code label} unless the word is an object. */
    static void requireObject(Assembler asm, Reg word, Label label) {
        requireCell(asm, word, label);
        asm.b(Op.CMP, at(word, Layout.CELL_TYPE), CellType.OBJECT.code());
        asm.jcc(Cond.BELOW, label);
    }

    /** Goes to {@code label} unless both A and B are cells; overwrites rax. */
    static void requireCells(Assembler asm, Label label) {
        asm.q(Op.MOV, Reg.RAX, A);
        asm.q(Op.OR, Reg.RAX, B);
        requireCell(asm, Reg.RAX, label);
    }

    /** {@code target} = the double that a number is; goes to {@code label} for other words. Overwrites rax. */
    static void toDouble(Assembler asm, Xmm target, Reg word, Label label) {
        Label isInt = asm.label();
        Label done = asm.label();
        asm.q(Op.CMP, word, INT_TAG);
        asm.jcc(Cond.ABOVE_EQUAL, isInt);
        asm.q(Op.TEST, word, INT_TAG);
        asm.jcc(Cond.ZERO, label);
        asm.q(Op.MOV, Reg.RAX, -Value.DOUBLE_OFFSET);
        asm.q(Op.ADD, Reg.RAX, word);
        asm.op(Op.MOVQ, target, Reg.RAX);
        asm.jmp(done);
        asm.bind(isInt);
        asm.op(Op.XORPS, target, target);
        asm.d(Op.CVTSI2SD, target, word);
        asm.bind(done);
    }

    private static void strictEquals(Assembler asm, Label slow) {
        Label different = asm.label();
        Label cells = asm.label();
        Label isTrue = asm.label();
        Label isFalse = asm.label();
        Label noString = asm.label();
        asm.q(Op.CMP, A, B);
        asm.jcc(Cond.NOT_EQUAL, different);
        asm.q(Op.MOV, Reg.RAX, Value.NAN);
        asm.q(Op.CMP, A, Reg.RAX);
        asm.jcc(Cond.EQUAL, isFalse);
        asm.bind(isTrue);
        finish(asm, Value.TRUE);
        asm.bind(different);
        asm.q(Op.MOV, Reg.RAX, A);
        asm.q(Op.OR, Reg.RAX, B);
        asm.q(Op.TEST, Reg.RAX, NOT_CELL_MASK);
        asm.jcc(Cond.ZERO, cells);
        toDouble(asm, Xmm.XMM0, A, isFalse);
        toDouble(asm, Xmm.XMM1, B, isFalse);
        asm.op(Op.UCOMISD, Xmm.XMM0, Xmm.XMM1);
        asm.jcc(Cond.PARITY, isFalse);
        asm.jcc(Cond.EQUAL, isTrue);
        asm.bind(isFalse);
        finish(asm, Value.FALSE);
        asm.bind(cells);
        asm.d(Op.MOVZX8, Reg.RAX, at(A, Layout.CELL_TYPE));
        asm.d(Op.MOVZX8, Reg.R10, at(B, Layout.CELL_TYPE));
        asm.d(Op.CMP, Reg.RAX, LAST_STRING);
        asm.jcc(Cond.ABOVE, noString);
        asm.d(Op.CMP, Reg.R10, LAST_STRING);
        asm.jcc(Cond.ABOVE, isFalse);
        StringPaths.equal(asm, slow);
        asm.bind(noString);
        asm.d(Op.CMP, Reg.RAX, CellType.BIGINT.code());
        asm.jcc(Cond.NOT_EQUAL, isFalse);
        asm.jmp(slow);
    }

    private static void typeOf(Assembler asm, Names names) {
        Label noNumber = asm.label();
        Label noCell = asm.label();
        Label object = asm.label();
        asm.q(Op.TEST, A, INT_TAG);
        asm.jcc(Cond.ZERO, noNumber);
        finish(asm, names.number);
        asm.bind(noNumber);
        requireCell(asm, A, noCell);
        asm.d(Op.MOVZX8, Reg.R10, at(A, Layout.CELL_TYPE));
        asm.q(Op.MOV, Reg.RAX, names.string);
        returnIf(asm, Op.CMP, Reg.R10, LAST_STRING, Cond.BELOW_EQUAL);
        asm.d(Op.CMP, Reg.R10, CellType.OBJECT.code());
        asm.jcc(Cond.ABOVE_EQUAL, object);
        asm.q(Op.MOV, Reg.RAX, names.bigint);
        returnIf(asm, Op.CMP, Reg.R10, CellType.BIGINT.code(), Cond.EQUAL);
        finish(asm, names.symbol);
        asm.bind(object);
        asm.d(Op.MOVZX8, Reg.R10, at(A, Layout.FLAGS));
        asm.q(Op.MOV, Reg.RAX, names.undefined);
        returnIf(asm, Op.TEST, Reg.R10, Layout.FLAG_UNDETECTABLE, Cond.NOT_ZERO);
        asm.q(Op.MOV, Reg.RAX, names.function);
        returnIf(asm, Op.TEST, Reg.R10, Layout.FLAG_CALLABLE, Cond.NOT_ZERO);
        finish(asm, names.object);
        asm.bind(noCell);
        asm.q(Op.MOV, Reg.RAX, names.undefined);
        returnIf(asm, Op.CMP, A, (int) Value.UNDEFINED, Cond.EQUAL);
        asm.q(Op.MOV, Reg.RAX, names.object);
        returnIf(asm, Op.CMP, A, (int) Value.NULL, Cond.EQUAL);
        finish(asm, names.boolean_);
    }

    private static void returnIf(Assembler asm, Op test, Reg register, int constant, Cond condition) {
        Label next = asm.label();
        asm.d(test, register, constant);
        asm.jcc(condition.negate(), next);
        asm.op(Op.RET);
        asm.bind(next);
    }

    private static void toObject(Assembler asm, Label slow) {
        requireObject(asm, A, slow);
        asm.q(Op.MOV, Reg.RAX, A);
        asm.op(Op.RET);
    }

    private static void findInterned(Assembler asm, Label slow) {
        Label absent = asm.label();
        asm.q(Op.MOV, Reg.RDI, A);
        InternPaths.intern(asm, slow, absent);
        asm.bind(absent);
        asm.q(Op.MOV, Reg.RAX, Reg.RDI);
        asm.op(Op.RET);
    }

    /** Indices and symbols are keys; so are interned strings that cannot be an index. */
    private static void toPropertyKey(Assembler asm, Label slow) {
        Label noInt = asm.label();
        Label isKey = asm.label();
        asm.q(Op.CMP, A, INT_TAG);
        asm.jcc(Cond.BELOW, noInt);
        asm.d(Op.CMP, A, Integer.MAX_VALUE);
        asm.jcc(Cond.ABOVE_EQUAL, slow);
        asm.bind(isKey);
        asm.q(Op.MOV, Reg.RAX, A);
        asm.op(Op.RET);
        asm.bind(noInt);
        requireCell(asm, A, slow);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.SYMBOL.code());
        asm.jcc(Cond.EQUAL, isKey);
        asm.b(Op.CMP, at(A, Layout.CELL_TYPE), CellType.STRING_LATIN1.code());
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.b(Op.TEST, at(A, Layout.FLAGS), Layout.FLAG_INTERNED);
        asm.jcc(Cond.ZERO, slow);
        asm.b(Op.CMP, at(A, Layout.STRING_DATA), '9');
        asm.jcc(Cond.ABOVE, isKey);
        asm.jmp(slow);
    }

    private static void checkObjectCoercible(Assembler asm, Label slow) {
        asm.q(Op.MOV, Reg.RAX, A);
        asm.q(Op.AND, Reg.RAX, ~8L);
        asm.q(Op.CMP, Reg.RAX, Value.NULL);
        asm.jcc(Cond.EQUAL, slow);
        finish(asm, Value.UNDEFINED);
    }

    private static void checkConstructorResult(Assembler asm, Label slow) {
        Label noObject = asm.label();
        asm.q(Op.MOV, Reg.RAX, B);
        asm.q(Op.CMP, A, Value.UNDEFINED);
        asm.jcc(Cond.NOT_EQUAL, noObject);
        asm.q(Op.CMP, B, Value.EMPTY);
        asm.jcc(Cond.EQUAL, slow);
        asm.op(Op.RET);
        asm.bind(noObject);
        requireObject(asm, A, slow);
        asm.q(Op.MOV, Reg.RAX, A);
        asm.op(Op.RET);
    }

    /** Of raw doubles: the remainder is exact, so for integers within 64 bits it is that of integer division. */
    private static void remainder(Assembler asm, Label slow) {
        Label restore = asm.label();
        Label fractions = asm.label();
        asm.op(Op.MOVQ, Xmm.XMM0, A);
        asm.op(Op.MOVQ, Xmm.XMM1, B);
        exactInteger(asm, Reg.R10, Xmm.XMM1, fractions);
        asm.q(Op.TEST, Reg.R10, Reg.R10);
        asm.jcc(Cond.ZERO, slow);
        exactInteger(asm, Reg.RAX, Xmm.XMM0, fractions);
        asm.q(Op.MOV, Reg.R11, B);
        asm.op(Op.CQO);
        asm.q(Op.IDIV, Reg.R10);
        asm.q(Op.TEST, Reg.RDX, Reg.RDX);
        // A zero has the sign of the dividend.
        asm.jcc(Cond.ZERO, restore);
        asm.op(Op.XORPS, Xmm.XMM0, Xmm.XMM0);
        asm.q(Op.CVTSI2SD, Xmm.XMM0, Reg.RDX);
        asm.op(Op.MOVQ, Reg.RAX, Xmm.XMM0);
        asm.op(Op.RET);
        asm.bind(restore);
        asm.q(Op.MOV, B, Reg.R11);
        asm.q(Op.TEST, A, A);
        asm.jcc(Cond.SIGN, slow);
        finish(asm, 0);
        asm.bind(fractions);
        exactRemainder(asm, slow);
    }

    /**
     * Of xmm0 by xmm1, a float: a quotient of less than 30 bits times it has no more than 53, so the product is exact, and so is the
     * difference. A rounded quotient may be too large by one: then the difference has the other sign.
     */
    private static void exactRemainder(Assembler asm, Label slow) {
        asm.op(Op.CVTSD2SS, Xmm.XMM2, Xmm.XMM1);
        asm.op(Op.CVTSS2SD, Xmm.XMM2, Xmm.XMM2);
        asm.op(Op.UCOMISD, Xmm.XMM2, Xmm.XMM1);
        asm.jcc(Cond.NOT_EQUAL, slow);
        asm.jcc(Cond.PARITY, slow);
        asm.op(Op.MOVAPS, Xmm.XMM2, Xmm.XMM0);
        asm.op(Op.DIVSD, Xmm.XMM2, Xmm.XMM1);
        asm.q(Op.CVTTSD2SI, Reg.RAX, Xmm.XMM2);
        asm.q(Op.LEA, Reg.R10, at(Reg.RAX, 1 << 29));
        asm.q(Op.CMP, Reg.R10, 1 << 30);
        asm.jcc(Cond.ABOVE, slow);
        asm.op(Op.XORPS, Xmm.XMM2, Xmm.XMM2);
        asm.q(Op.CVTSI2SD, Xmm.XMM2, Reg.RAX);
        asm.op(Op.MULSD, Xmm.XMM2, Xmm.XMM1);
        asm.op(Op.SUBSD, Xmm.XMM0, Xmm.XMM2);
        asm.comment("what an infinite divisor leaves, and zeros, which have a sign");
        asm.op(Op.XORPS, Xmm.XMM2, Xmm.XMM2);
        asm.op(Op.UCOMISD, Xmm.XMM0, Xmm.XMM2);
        asm.jcc(Cond.PARITY, slow);
        asm.jcc(Cond.EQUAL, slow);
        asm.op(Op.MOVQ, Reg.RAX, Xmm.XMM0);
        asm.q(Op.MOV, Reg.R10, A);
        asm.q(Op.XOR, Reg.R10, Reg.RAX);
        asm.q(Op.TEST, Reg.R10, Reg.R10);
        asm.jcc(Cond.SIGN, slow);
        asm.op(Op.RET);
    }

    /** {@code target} = the integer that the double is, above −2^63. */
    private static void exactInteger(Assembler asm, Reg target, Xmm source, Label otherwise) {
        asm.q(Op.CVTTSD2SI, target, source);
        asm.q(Op.CMP, target, 1);
        asm.jcc(Cond.OVERFLOW, otherwise);
        asm.op(Op.XORPS, Xmm.XMM2, Xmm.XMM2);
        asm.q(Op.CVTSI2SD, Xmm.XMM2, target);
        asm.op(Op.UCOMISD, Xmm.XMM2, source);
        asm.jcc(Cond.NOT_EQUAL, otherwise);
        asm.jcc(Cond.PARITY, otherwise);
    }
}
