package org.tierscope.backend;

import static org.tierscope.backend.Registers.SCRATCH;
import static org.tierscope.backend.Registers.SCRATCH_2;
import static org.tierscope.backend.Registers.XMM_SCRATCH;
import static org.tierscope.machine.MachineConvention.INT_TAG;
import static org.tierscope.machine.MachineConvention.NOT_CELL_MASK;

import java.util.List;
import org.tierscope.asm.Address;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Cond;
import org.tierscope.asm.Label;
import org.tierscope.asm.Op;
import org.tierscope.asm.Operand;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Condition;
import org.tierscope.ir.Node;
import org.tierscope.ir.Operator;
import org.tierscope.ir.Type;
import org.tierscope.ir.TypeTest;
import org.tierscope.machine.Location;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Value;

/** Emits comparisons and tests, as booleans in a register or fused with the jump that consumes them. */
final class ConditionEmitter {
    private static final long NULLISH_MASK = ~8L;

    private final Emission e;
    private final Assembler asm;

    ConditionEmitter(Emission emission) {
        this.e = emission;
        this.asm = emission.asm;
    }

    /** Emits {@code node} if it computes a condition; says whether it does. */
    boolean emit(Node node) {
        switch (node.operator()) {
            case CompareInt32, CompareFloat64, SameWord, TestType, TestShape, TestFunction, Truthy -> materialize(node);
            case NotBool -> {
                Reg result = e.result();
                asm.d(Op.MOV, result, e.use(node.input(0), SCRATCH));
                asm.d(Op.XOR, result, 1);
                e.define(result);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void materialize(Node node) {
        Label isFalse = asm.label();
        Label done = asm.label();
        Reg result = e.result();
        jump(node, isFalse, false);
        asm.d(Op.MOV, result, 1);
        asm.jmp(done);
        asm.bind(isFalse);
        asm.d(Op.MOV, result, 0);
        asm.bind(done);
        e.define(result);
    }

    /** Jumps to {@code target} when {@code condition}, fused or a boolean, is false. */
    void jumpUnless(Node condition, Label target) {
        jumpOn(condition, target, false);
    }

    /** Jumps to {@code target} when {@code condition} is true. */
    void jumpIf(Node condition, Label target) {
        jumpOn(condition, target, true);
    }

    private void jumpOn(Node condition, Label target, boolean sense) {
        if (e.fusion.isFused(condition)) {
            jump(condition, target, sense);
        } else if (condition.is(Operator.ConstantBool)) {
            if (condition.boolParameter(0) == sense) {
                asm.jmp(target);
            }
        } else {
            asm.d(Op.TEST, e.use(condition, SCRATCH), 1);
            asm.jcc(sense ? Cond.NOT_ZERO : Cond.ZERO, target);
        }
    }

    /** Jumps to {@code target} when the condition that {@code node} computes is {@code sense}, else falls through. */
    private void jump(Node node, Label target, boolean sense) {
        switch (node.operator()) {
            case CompareInt32 -> compareInt32(node, target, sense);
            case CompareFloat64 -> compareFloat64(node, target, sense);
            case SameWord -> {
                Node a = node.input(0);
                Node b = node.input(1);
                if (a.operator().isConstant()) {
                    a = node.input(1);
                    b = node.input(0);
                }
                if (b.operator().isConstant()) {
                    compareWord(a, Emission.constantWord(b));
                } else {
                    boolean swap = e.fusion.isFused(a);
                    asm.q(Op.CMP, e.use(swap ? b : a, SCRATCH), e.operand(swap ? a : b));
                }
                asm.jcc(sense ? Cond.EQUAL : Cond.NOT_EQUAL, target);
            }
            case TestType -> testType((TypeTest) node.parameter(0), e.use(node.input(0), SCRATCH), target, sense);
            case TestShape -> testShape(node, target, sense);
            case TestFunction -> testFunction(node, target, sense);
            case Truthy -> truthy(e.use(node.input(0), SCRATCH), target, sense);
            default -> throw new IllegalStateException("no condition: " + node);
        }
    }

    /** {@code cmp value, word}, the value in a register or in memory. */
    void compareWord(Node value, long word) {
        if (value.operator().isConstant()) {
            e.load(value, SCRATCH_2);
        }
        Operand place = value.operator().isConstant() ? SCRATCH_2 : e.operand(value);
        if (word == (int) word) {
            asm.q(Op.CMP, place, word);
        } else {
            asm.q(Op.MOV, SCRATCH, word);
            asm.q(Op.CMP, place, SCRATCH);
        }
    }

    private void compareInt32(Node node, Label target, boolean sense) {
        Node a = node.input(0);
        Node b = node.input(1);
        Condition condition = node.condition();
        if (!b.operator().isConstant() && (a.operator().isConstant() || e.fusion.isFused(a))) {
            a = node.input(1);
            b = node.input(0);
            condition = condition.swapped();
        }
        boolean inRegister = !a.operator().isConstant() && !e.fusion.isFused(a) && e.at(a) instanceof Location.InReg;
        if (inRegister && b.is(Operator.ConstantInt32) && b.intParameter(0) == 0) {
            Reg value = e.use(a, SCRATCH);
            asm.d(Op.TEST, value, value);
        } else if (b.is(Operator.ConstantInt32) && !a.operator().isConstant()) {
            asm.d(Op.CMP, e.operand(a), b.intParameter(0));
        } else {
            e.alu32(Op.CMP, e.use(a, SCRATCH), b);
        }
        asm.jcc(signed(sense ? condition : condition.negated()), target);
    }

    private static Cond signed(Condition condition) {
        return switch (condition) {
            case EQ -> Cond.EQUAL;
            case NE -> Cond.NOT_EQUAL;
            case LT -> Cond.LESS;
            case LE -> Cond.LESS_EQUAL;
            case GT -> Cond.GREATER;
            case GE -> Cond.GREATER_EQUAL;
        };
    }

    /** ucomisd sets parity for unordered operands; "above" and "above or equal" are false for them, so LT and LE compare swapped. */
    private void compareFloat64(Node node, Label target, boolean sense) {
        Condition condition = node.condition();
        boolean swap = condition == Condition.LT || condition == Condition.LE;
        Xmm first = e.useFloat(node.input(swap ? 1 : 0), XMM_SCRATCH);
        asm.op(Op.UCOMISD, first, e.floatOperand(node.input(swap ? 0 : 1)));
        switch (condition) {
            case LT, GT -> asm.jcc(sense ? Cond.ABOVE : Cond.BELOW_EQUAL, target);
            case LE, GE -> asm.jcc(sense ? Cond.ABOVE_EQUAL : Cond.BELOW, target);
            case EQ, NE -> {
                boolean jumpWhenEqual = (condition == Condition.EQ) == sense;
                if (jumpWhenEqual) {
                    Label unordered = asm.label();
                    asm.jcc(Cond.PARITY, unordered);
                    asm.jcc(Cond.EQUAL, target);
                    asm.bind(unordered);
                } else {
                    asm.jcc(Cond.NOT_EQUAL, target);
                    asm.jcc(Cond.PARITY, target);
                }
            }
        }
    }

    private void testType(TypeTest test, Reg value, Label target, boolean sense) {
        // An expression, so that the compiler sees to it that no test is forgotten.
        Cond met = switch (test) {
            case INT32 -> {
                asm.q(Op.CMP, value, INT_TAG);
                yield Cond.ABOVE_EQUAL;
            }
            case NUMBER -> {
                asm.q(Op.TEST, value, INT_TAG);
                yield Cond.NOT_ZERO;
            }
            case BOOLEAN -> {
                compareMasked(value, ~1, Value.FALSE);
                yield Cond.EQUAL;
            }
            case NULLISH -> {
                compareMasked(value, NULLISH_MASK, Value.NULL);
                yield Cond.EQUAL;
            }
            case UNDEFINED -> {
                asm.q(Op.CMP, value, Value.UNDEFINED);
                yield Cond.EQUAL;
            }
            case EMPTY -> {
                asm.q(Op.CMP, value, Value.EMPTY);
                yield Cond.EQUAL;
            }
            case STRING, SYMBOL, BIGINT, OBJECT, CALLABLE, LOOSELY_NULL -> {
                Label end = asm.label();
                if (test == TypeTest.LOOSELY_NULL) {
                    compareMasked(value, NULLISH_MASK, Value.NULL);
                    asm.jcc(Cond.EQUAL, sense ? target : end);
                }
                Label no = sense ? end : target;
                asm.q(Op.TEST, value, NOT_CELL_MASK);
                asm.jcc(Cond.NOT_ZERO, no);
                Cond ofCell = testCell(test, value, no);
                asm.jcc(sense ? ofCell : ofCell.negate(), target);
                asm.bind(end);
                yield null;
            }
        };
        if (met != null) {
            asm.jcc(sense ? met : met.negate(), target);
        }
    }

    private void compareMasked(Reg value, long mask, long expected) {
        asm.q(Op.MOV, SCRATCH_2, value);
        asm.q(Op.AND, SCRATCH_2, mask);
        asm.q(Op.CMP, SCRATCH_2, expected);
    }

    /** Tests the cell {@code value}: jumps to {@code no}, or returns the condition under which it is met. */
    private Cond testCell(TypeTest test, Reg value, Label no) {
        asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.CELL_TYPE));
        return switch (test) {
            case STRING -> {
                asm.d(Op.SUB, SCRATCH_2, CellType.STRING_LATIN1.code());
                asm.d(Op.CMP, SCRATCH_2, CellType.STRING_ROPE.code() - CellType.STRING_LATIN1.code());
                yield Cond.BELOW_EQUAL;
            }
            case SYMBOL, BIGINT -> {
                asm.d(Op.CMP, SCRATCH_2, (test == TypeTest.SYMBOL ? CellType.SYMBOL : CellType.BIGINT).code());
                yield Cond.EQUAL;
            }
            case OBJECT -> {
                asm.d(Op.CMP, SCRATCH_2, CellType.OBJECT.code());
                yield Cond.ABOVE_EQUAL;
            }
            case CALLABLE -> {
                asm.d(Op.CMP, SCRATCH_2, CellType.OBJECT.code());
                asm.jcc(Cond.BELOW, no);
                asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.FLAGS));
                asm.d(Op.AND, SCRATCH_2, Layout.FLAG_CALLABLE | Layout.FLAG_UNDETECTABLE);
                asm.d(Op.CMP, SCRATCH_2, Layout.FLAG_CALLABLE);
                yield Cond.EQUAL;
            }
            case LOOSELY_NULL -> {
                asm.d(Op.CMP, SCRATCH_2, CellType.OBJECT.code());
                asm.jcc(Cond.BELOW, no);
                asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.FLAGS));
                asm.d(Op.TEST, SCRATCH_2, Layout.FLAG_UNDETECTABLE);
                yield Cond.NOT_ZERO;
            }
            case INT32, NUMBER, BOOLEAN, UNDEFINED, NULLISH, EMPTY -> throw new IllegalArgumentException("no test of cells: " + test);
        };
    }

    private void testShape(Node node, Label target, boolean sense) {
        Label end = asm.label();
        Label no = sense ? end : target;
        Label yes = sense ? target : end;
        Reg value = e.use(node.input(0), SCRATCH);
        asm.q(Op.TEST, value, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, no);
        asm.d(Op.MOV, SCRATCH_2, Address.at(value, Layout.SHAPE));
        List<Integer> shapes = node.listParameter(0);
        for (int shape : shapes) {
            asm.d(Op.CMP, SCRATCH_2, shape);
            asm.jcc(Cond.EQUAL, yes);
        }
        if (!sense) {
            asm.jmp(target);
        }
        asm.bind(end);
    }

    private void testFunction(Node node, Label target, boolean sense) {
        Label end = asm.label();
        Label no = sense ? end : target;
        Reg value = e.use(node.input(0), SCRATCH);
        if (!node.input(0).type().isCell()) {
            asm.q(Op.TEST, value, NOT_CELL_MASK);
            asm.jcc(Cond.NOT_ZERO, no);
        }
        if (!node.input(0).type().isSubtypeOf(Type.FUNCTION)) {
            asm.b(Op.CMP, Address.at(value, Layout.CELL_TYPE), CellType.FUNCTION.code());
            asm.jcc(Cond.NOT_EQUAL, no);
        }
        asm.d(Op.CMP, Address.at(value, Layout.FUNCTION_ID), node.intParameter(0));
        asm.jcc(sense ? Cond.EQUAL : Cond.NOT_EQUAL, target);
        asm.bind(end);
    }

    /** ToBoolean, from the likeliest type to the least. */
    private void truthy(Reg value, Label target, boolean sense) {
        Label end = asm.label();
        Label yes = sense ? target : end;
        Label no = sense ? end : target;
        Label notInt = asm.label();
        Label notNumber = asm.label();
        Label constant = asm.label();
        Label notString = asm.label();
        asm.q(Op.CMP, value, Value.TRUE);
        asm.jcc(Cond.EQUAL, yes);
        asm.q(Op.CMP, value, INT_TAG);
        asm.jcc(Cond.BELOW, notInt);
        asm.d(Op.TEST, value, value);
        asm.jcc(Cond.NOT_ZERO, yes);
        asm.jmp(no);
        asm.bind(notInt);
        asm.q(Op.TEST, value, INT_TAG);
        asm.jcc(Cond.ZERO, notNumber);
        asm.q(Op.MOV, SCRATCH_2, value);
        asm.q(Op.ADD, SCRATCH_2, INT_TAG);
        asm.op(Op.MOVQ, XMM_SCRATCH, SCRATCH_2);
        asm.op(Op.UCOMISD, XMM_SCRATCH, asm.literal(0));
        asm.jcc(Cond.PARITY, no);
        asm.jcc(Cond.NOT_EQUAL, yes);
        asm.jmp(no);
        asm.bind(notNumber);
        asm.q(Op.TEST, value, NOT_CELL_MASK);
        asm.jcc(Cond.NOT_ZERO, constant);
        asm.d(Op.MOVZX8, SCRATCH_2, Address.at(value, Layout.CELL_TYPE));
        asm.d(Op.CMP, SCRATCH_2, CellType.STRING_ROPE.code());
        asm.jcc(Cond.ABOVE, notString);
        asm.d(Op.CMP, Address.at(value, Layout.STRING_LENGTH), 0);
        asm.jcc(Cond.NOT_EQUAL, yes);
        asm.jmp(no);
        asm.bind(notString);
        asm.b(Op.TEST, Address.at(value, Layout.FLAGS), (byte) Layout.FLAG_UNDETECTABLE);
        asm.jcc(Cond.ZERO, yes);
        // The others are false, null and undefined.
        asm.bind(constant);
        if (!sense) {
            asm.jmp(target);
        }
        asm.bind(end);
    }
}
