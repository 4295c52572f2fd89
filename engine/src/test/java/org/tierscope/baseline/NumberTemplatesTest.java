package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.bytecode.Opcode;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Value;

/**
 * The number templates, run on every pair of awkward numbers, against the language's definition in doubles.
 */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class NumberTemplatesTest {
    private static final double[] NUMBERS = {0.0, -0.0, 1, -1, 2, -3, 31, 32, 33, 0.5, -2.5, 1e10, -1e10, 4294967295.0,
        4294967296.0, 2147483647.0, -2147483648.0, 2147483648.0, 1e300, 9.3e18, Double.NaN, Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY, Double.MIN_VALUE};

    private static final Map<Opcode, DoubleBinaryOperator> BINARY = new EnumMap<>(Map.ofEntries(
            Map.entry(Opcode.ADD, Double::sum),
            Map.entry(Opcode.SUB, (a, b) -> a - b),
            Map.entry(Opcode.MUL, (a, b) -> a * b),
            Map.entry(Opcode.DIV, (a, b) -> a / b),
            Map.entry(Opcode.MOD, (a, b) -> a % b),
            Map.entry(Opcode.BIT_AND, (a, b) -> toInt32(a) & toInt32(b)),
            Map.entry(Opcode.BIT_OR, (a, b) -> toInt32(a) | toInt32(b)),
            Map.entry(Opcode.BIT_XOR, (a, b) -> toInt32(a) ^ toInt32(b)),
            Map.entry(Opcode.SHL, (a, b) -> toInt32(a) << toInt32(b)),
            Map.entry(Opcode.SHR, (a, b) -> toInt32(a) >> toInt32(b)),
            Map.entry(Opcode.USHR, (a, b) -> (toInt32(a) >>> toInt32(b)) & 0xFFFF_FFFFL)));

    private static final Map<Opcode, Opcode> IMMEDIATE = new EnumMap<>(Map.of(
            Opcode.ADD_INT, Opcode.ADD, Opcode.SUB_INT, Opcode.SUB, Opcode.MUL_INT, Opcode.MUL,
            Opcode.BIT_AND_INT, Opcode.BIT_AND, Opcode.BIT_OR_INT, Opcode.BIT_OR, Opcode.SHL_INT, Opcode.SHL,
            Opcode.SHR_INT, Opcode.SHR, Opcode.USHR_INT, Opcode.USHR));

    private interface Comparison {
        boolean holds(double a, double b);
    }

    private static final Map<Opcode, Comparison> COMPARISONS = new EnumMap<>(Map.of(
            Opcode.LESS, (a, b) -> a < b,
            Opcode.LESS_EQ, (a, b) -> a <= b,
            Opcode.GREATER, (a, b) -> a > b,
            Opcode.GREATER_EQ, (a, b) -> a >= b,
            Opcode.EQ, (a, b) -> a == b,
            Opcode.NOT_EQ, (a, b) -> a != b,
            Opcode.STRICT_EQ, (a, b) -> a == b,
            Opcode.STRICT_NOT_EQ, (a, b) -> a != b));

    private static final Map<Opcode, Comparison> JUMPS = new EnumMap<>(Map.ofEntries(
            Map.entry(Opcode.JUMP_IF_LESS, (a, b) -> a < b),
            Map.entry(Opcode.JUMP_IF_NOT_LESS, (a, b) -> !(a < b)),
            Map.entry(Opcode.JUMP_IF_LESS_EQ, (a, b) -> a <= b),
            Map.entry(Opcode.JUMP_IF_NOT_LESS_EQ, (a, b) -> !(a <= b)),
            Map.entry(Opcode.JUMP_IF_GREATER, (a, b) -> a > b),
            Map.entry(Opcode.JUMP_IF_NOT_GREATER, (a, b) -> !(a > b)),
            Map.entry(Opcode.JUMP_IF_GREATER_EQ, (a, b) -> a >= b),
            Map.entry(Opcode.JUMP_IF_NOT_GREATER_EQ, (a, b) -> !(a >= b)),
            Map.entry(Opcode.JUMP_IF_EQ, (a, b) -> a == b),
            Map.entry(Opcode.JUMP_IF_NOT_EQ, (a, b) -> a != b),
            Map.entry(Opcode.JUMP_IF_STRICT_EQ, (a, b) -> a == b),
            Map.entry(Opcode.JUMP_IF_NOT_STRICT_EQ, (a, b) -> a != b)));

    private BaselineHarness harness;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
    }

    /** ToInt32 (ECMAScript 7.1.6). */
    private static int toInt32(double d) {
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            return 0;
        }
        double truncated = d < 0 ? Math.ceil(d) : Math.floor(d);
        return (int) (long) (truncated % 4294967296.0);
    }

    private static String show(long value) {
        return Value.isInt(value) ? "int " + (int) value
                : Value.isNumber(value) ? "double " + Value.asDouble(value) : "%x".formatted(value);
    }

    /** The reference as the runtime: result in register 2. */
    private void runtimeComputes(DoubleBinaryOperator reference, double right) {
        harness.onSlowPath((fp, _) -> {
            double a = Value.numberAsDouble(Frame.get(fp, 0));
            double b = Double.isNaN(right) ? Value.numberAsDouble(Frame.get(fp, 1)) : right;
            Frame.set(fp, 2, Value.number(reference.applyAsDouble(a, b)));
            return Value.UNDEFINED;
        });
    }

    @TestFactory
    Iterable<DynamicTest> binaryOperations() {
        return BINARY.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().mnemonic(), () -> {
            runtimeComputes(entry.getValue(), Double.NaN);
            CompiledCode code = harness.install(harness.function(
                    entry.getKey().ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2));
            for (double a : NUMBERS) {
                for (double b : NUMBERS) {
                    long expected = Value.number(entry.getValue().applyAsDouble(a, b));
                    long actual = harness.call(code, Value.number(a), Value.number(b));
                    assertThat(show(actual)).as("%s, %s", a, b).isEqualTo(show(expected));
                }
            }
        })).toList();
    }

    @TestFactory
    Iterable<DynamicTest> immediateOperations() {
        return IMMEDIATE.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().mnemonic(), () -> {
            DoubleBinaryOperator reference = BINARY.get(entry.getValue());
            for (int b : new int[] {0, 1, -1, 5, 31, 32, -32, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                runtimeComputes(reference, b);
                CompiledCode code = harness.install(harness.function(
                        entry.getKey().ordinal(), 2, 0, b, slot(0), Opcode.RETURN.ordinal(), 2));
                for (double a : NUMBERS) {
                    long expected = Value.number(reference.applyAsDouble(a, b));
                    assertThat(show(harness.call(code, Value.number(a)))).as("%s, %s", a, b).isEqualTo(show(expected));
                }
            }
        })).toList();
    }

    @TestFactory
    Iterable<DynamicTest> unaryOperations() {
        Map<Opcode, DoubleBinaryOperator> unary = new EnumMap<>(Map.of(
                Opcode.NEG, (a, _) -> -a, Opcode.INC, (a, _) -> a + 1, Opcode.DEC, (a, _) -> a - 1,
                Opcode.BIT_NOT, (a, _) -> ~toInt32(a), Opcode.TO_NUMBER, (a, _) -> a,
                Opcode.TO_NUMERIC, (a, _) -> a));
        return unary.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().mnemonic(), () -> {
            runtimeComputes(entry.getValue(), 0);
            CompiledCode code = harness.install(harness.function(
                    entry.getKey().ordinal(), 2, 0, slot(0), Opcode.RETURN.ordinal(), 2));
            for (double a : NUMBERS) {
                long expected = Value.number(entry.getValue().applyAsDouble(a, 0));
                assertThat(show(harness.call(code, Value.number(a)))).as("%s", a).isEqualTo(show(expected));
            }
        })).toList();
    }

    @TestFactory
    Iterable<DynamicTest> comparisons() {
        return COMPARISONS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().mnemonic(), () -> {
            CompiledCode code = harness.install(harness.function(
                    entry.getKey().ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2));
            assertHolds(code, entry.getValue());
        })).toList();
    }

    @TestFactory
    Iterable<DynamicTest> comparingJumps() {
        return JUMPS.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey().mnemonic(), () -> {
            FunctionInfo function = harness.function(
                    entry.getKey().ordinal(), 0, 1, 9, slot(0), // if (a op b) goto 9
                    Opcode.LOAD_FALSE.ordinal(), 2, Opcode.RETURN.ordinal(), 2,
                    Opcode.LOAD_TRUE.ordinal(), 2, Opcode.RETURN.ordinal(), 2);
            assertHolds(harness.install(function), entry.getValue());
        })).toList();
    }

    /** Two numbers never need the runtime. */
    private void assertHolds(CompiledCode code, Comparison expected) {
        for (double a : NUMBERS) {
            for (double b : NUMBERS) {
                assertThat(harness.call(code, Value.number(a), Value.number(b))).as("%s, %s", a, b)
                        .isEqualTo(Value.ofBoolean(expected.holds(a, b)));
            }
        }
        assertThat(harness.slowCalls).isZero();
    }

    @Test
    void addingNumbersNeverNeedsTheRuntime() {
        CompiledCode code = harness.install(harness.function(
                Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2));
        for (double a : NUMBERS) {
            harness.call(code, Value.number(a), Value.number(1.5));
        }
        assertThat(harness.slowCalls).isZero();
    }

    @Test
    void otherOperandsGoToTheRuntime() {
        harness.onSlowPath((fp, pc) -> {
            assertThat(pc).isZero();
            Frame.set(fp, 2, Value.TRUE);
            return Value.UNDEFINED;
        });
        CompiledCode code = harness.install(harness.function(
                Opcode.ADD.ordinal(), 2, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2));
        assertThat(harness.call(code, Value.UNDEFINED, Value.ofInt(1))).isEqualTo(Value.TRUE);
        assertThat(harness.call(code, Value.ofInt(1), Value.NULL)).isEqualTo(Value.TRUE);
        assertThat(harness.slowCalls).isEqualTo(2);
    }
}
