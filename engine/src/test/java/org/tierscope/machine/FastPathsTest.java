package org.tierscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierscope.asm.Assembler;
import org.tierscope.asm.Op;
import org.tierscope.asm.Reg;
import org.tierscope.interp.Interpreter;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Intrinsic;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Operations;
import org.tierscope.runtime.TypedArrays;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;

/** The runtime functions that machine code calls give what {@link Operations} gives, fast path or not. */
class FastPathsTest {
    private final Vm vm = new Vm();
    private final MachineRuntime runtime = new MachineRuntime(vm, new Interpreter(vm));
    private final Operations operations = vm.operations();

    @AfterEach
    void close() {
        runtime.close();
        vm.close();
    }

    @Test
    void comparisons() {
        for (long a : values()) {
            for (long b : values()) {
                check(RuntimeFunction.STRICT_EQUALS, a, b, Value.ofBoolean(operations.strictEquals(a, b, 0)));
                if (isSimple(a) && isSimple(b)) {
                    check(RuntimeFunction.LESS, a, b, Value.ofBoolean(operations.less(a, b, 0)));
                    check(RuntimeFunction.LESS_EQ, a, b, Value.ofBoolean(operations.lessEq(a, b, 0)));
                    check(RuntimeFunction.GREATER, a, b, Value.ofBoolean(operations.greater(a, b, 0)));
                    check(RuntimeFunction.GREATER_EQ, a, b, Value.ofBoolean(operations.greaterEq(a, b, 0)));
                }
            }
        }
    }

    @Test
    void texts() {
        for (long a : values()) {
            if (!isSimple(a)) {
                continue;
            }
            assertThat(text(call(RuntimeFunction.TO_STRING, a, 0))).isEqualTo(text(operations.toStringValue(a)));
            for (long b : values()) {
                if (isSimple(b)) {
                    long sum = call(RuntimeFunction.ADD, a, b);
                    assertThat(text(sum)).as(text(a) + " + " + text(b)).isEqualTo(text(operations.add(a, b, 0)));
                }
                if (Layout.isString(a) && Layout.isString(b)) {
                    assertThat(text(call(RuntimeFunction.STRING_CONCAT, a, b))).isEqualTo(text(a) + text(b));
                    check(RuntimeFunction.STRING_EQUAL, a, b, Value.ofBoolean(text(a).equals(text(b))));
                }
            }
        }
    }

    @Test
    void digits() {
        for (int i : new int[] {0, 9, 10, 99, 100, 12345, 1_000_000_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            assertThat(text(call(RuntimeFunction.NUMBER_TO_STRING, Value.ofInt(i), 0))).isEqualTo(String.valueOf(i));
        }
    }

    @Test
    void typesAndKeys() {
        for (long a : values()) {
            check(RuntimeFunction.TYPEOF, a, 0, operations.typeOf(a));
            if (isSimple(a)) {
                check(RuntimeFunction.TO_PROPERTY_KEY, a, 0, operations.toPropertyKey(a));
            }
            if (Layout.isObject(a)) {
                check(RuntimeFunction.TO_OBJECT, a, 0, a);
            }
            check(RuntimeFunction.CHECK_CONSTRUCTOR_RESULT, Value.UNDEFINED, Value.TRUE, Value.TRUE);
        }
    }

    @Test
    void namedAndComputedProperties() {
        long object = operations.createObject(4, 0);
        long key = vm.strings().intern("k");
        long other = vm.strings().intern("other");
        operations.setElement(object, key, Value.ofInt(7), true, 0);
        for (int round = 0; round < 3; round++) {
            check(RuntimeFunction.GET_ELEMENT, object, key, Value.ofInt(7 + round));
            check(RuntimeFunction.GET_ELEMENT, object, vm.strings().of("k"), Value.ofInt(7 + round));
            check(RuntimeFunction.GET_ELEMENT, object, other, Value.UNDEFINED);
            check(RuntimeFunction.GET_FIELD, object, other, Value.UNDEFINED);
            check(RuntimeFunction.IN, key, object, Value.TRUE);
            check(RuntimeFunction.IN, other, object, Value.FALSE);
            assertThat(call(RuntimeFunction.SET_ELEMENT, object, key, Value.ofInt(8 + round))).isEqualTo(Value.UNDEFINED);
        }
        long prototype = vm.objects().prototypeOf(object);
        operations.setElement(prototype, other, Value.TRUE, true, 0);
        check(RuntimeFunction.GET_ELEMENT, object, other, Value.TRUE);
        check(RuntimeFunction.IN, other, object, Value.TRUE);
    }

    @Test
    void namesThatAreNotInterned() {
        long object = operations.createObject(8, 0);
        var names = List.of("ab", "eightlet", "nine_char", "exactly_sixteen_", "seventeen letters", "a name of more than 24 letters");
        for (String name : names) {
            operations.setElement(object, vm.strings().intern(name), Value.ofInt(name.length()), true, 0);
        }
        for (int round = 0; round < 3; round++) {
            for (String name : names) {
                long fresh = vm.strings().of(name);
                check(RuntimeFunction.GET_ELEMENT, object, fresh, Value.ofInt(name.length() + round));
                check(RuntimeFunction.IN, vm.strings().of(name), object, Value.TRUE);
                check(RuntimeFunction.GET_ELEMENT, object, vm.strings().of(name + "?"), Value.UNDEFINED);
                check(RuntimeFunction.IN, vm.strings().of("?" + name), object, Value.FALSE);
                call(RuntimeFunction.SET_ELEMENT, object, vm.strings().of(name), Value.ofInt(name.length() + round + 1));
            }
        }
        check(RuntimeFunction.GET_ELEMENT, object, vm.strings().of("12"), Value.UNDEFINED);
        operations.setElement(object, vm.strings().of("12"), Value.TRUE, true, 0);
        check(RuntimeFunction.GET_ELEMENT, object, vm.strings().of("12"), Value.TRUE);
    }

    @Test
    void storesRespectReadOnlyProperties() {
        long object = operations.createObject(4, 0);
        long key = vm.strings().intern("k");
        operations.setElement(object, key, Value.ofInt(1), true, 0);
        call(RuntimeFunction.SET_ELEMENT, object, key, Value.ofInt(2));
        vm.definitions().setIntegrity(object, true);
        call(RuntimeFunction.SET_ELEMENT, object, key, Value.ofInt(3));
        check(RuntimeFunction.GET_ELEMENT, object, key, Value.ofInt(2));
    }

    @Test
    void elementsOfArrays() {
        long[] stored = {
            Value.ofInt(3), Value.number(0.5), Value.ofDouble(4.0), Value.NEGATIVE_ZERO, vm.strings().of("text"), Value.EMPTY
        };
        for (int count = 1; count <= stored.length; count++) {
            long array = vm.literals().newArray();
            for (int i = 0; i < count; i++) {
                operations.arrayAppend(array, stored[i]);
            }
            for (int i = 0; i <= count; i++) {
                long index = Value.ofInt(i);
                sameNumber(call(RuntimeFunction.GET_ELEMENT, array, index), operations.getElement(array, index, 0));
                check(RuntimeFunction.IN, index, array, Value.ofBoolean(operations.in(index, array)));
            }
            call(RuntimeFunction.SET_ELEMENT, array, Value.ofInt(0), Value.ofInt(9));
            check(RuntimeFunction.GET_ELEMENT, array, Value.ofInt(0), Value.ofInt(9));
        }
    }

    @Test
    void elementsOfTypedArrays() {
        long[] numbers = {
            Value.ZERO, Value.ofInt(200), Value.ofInt(-1), Value.ofInt(70000), Value.number(0.5), Value.number(-2.75),
            Value.number(4294967297.0), Value.number(1e300), Value.NEGATIVE_ZERO, Value.NAN
        };
        for (ElementsKind kind : ElementsKind.values()) {
            if (!kind.isTypedArray() || TypedArrays.isBigInt(kind)) {
                continue;
            }
            long prototype = vm.realm().get(Intrinsic.TYPED_ARRAY_PROTOTYPE);
            long array = vm.buffers().newView(vm.buffers().newBuffer(64), 0, 4, kind, prototype);
            for (long number : numbers) {
                operations.setElement(array, Value.ZERO, number, true, 0);
                long expected = operations.getElement(array, Value.ZERO, 0);
                call(RuntimeFunction.SET_ELEMENT, array, Value.ofInt(1), number);
                for (int index = 0; index < 2; index++) {
                    long actual = call(RuntimeFunction.GET_ELEMENT, array, Value.ofInt(index));
                    assertThat((Object) Value.numberAsDouble(actual)).as(kind + " " + text(number))
                            .isEqualTo(Value.numberAsDouble(expected));
                }
            }
            call(RuntimeFunction.SET_ELEMENT, array, Value.ofInt(4), Value.ofInt(1));
            check(RuntimeFunction.GET_ELEMENT, array, Value.ofInt(4), Value.UNDEFINED);
            check(RuntimeFunction.GET_ELEMENT, array, Value.ofInt(-1), Value.UNDEFINED);
        }
    }

    /** An integer may be held as a double. */
    private static void sameNumber(long actual, long expected) {
        if (Value.isNumber(expected)) {
            assertThat(Value.isNumber(actual)).isTrue();
            assertThat((Object) Value.numberAsDouble(actual)).isEqualTo(Value.numberAsDouble(expected));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void remainders() {
        double[] numbers = {
            0, -0.0, 1, -1, 2.5, -7, 16807, 2147483647, 4294967296.0 * 3, 9e15, 1e300, Double.NaN,
            Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -9.223372036854775808e18, 0.1, 0.3, 0.25, 100003, -1e-3, 12345.678,
            5e-324, 1e-310, Math.nextDown(300007.5), 0.75, 6.5, Float.MIN_VALUE, Float.MAX_VALUE
        };
        for (double a : numbers) {
            for (double b : numbers) {
                long result = call(
                        RuntimeFunction.DOUBLE_MOD, Double.doubleToLongBits(a), Double.doubleToLongBits(b));
                assertThat((Object) Double.longBitsToDouble(result)).as(a + " % " + b).isEqualTo(a % b);
            }
        }
    }

    @Test
    void sinesAndCosinesHaveTheBitsOfStrictMath() {
        var random = new Random(7);
        var numbers = new ArrayList<>(List.of(
                0.0, -0.0, 1e-300, 7.450580596923828e-9, 7.450580596923827e-9, -7e-9, 0.3, 0.2999999, 0.78125, 0.7854, 0.785,
                Math.PI / 4, Math.PI / 2, Math.PI, -Math.PI, 3 * Math.PI / 4, 823549.6645, 823549.6646, 1e6, 1e22, -1e300,
                Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        for (int i = 0; i < 2000; i++) {
            numbers.add((random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(24)));
            numbers.add(random.nextInt(2000) * (Math.PI / 8) * (1 + random.nextGaussian() * 1e-9));
        }
        for (double x : numbers) {
            long bits = Double.doubleToRawLongBits(x);
            assertThat(call(RuntimeFunction.DOUBLE_SIN, bits, 0)).as("sin " + x)
                    .isEqualTo(Double.doubleToLongBits(StrictMath.sin(x)));
            assertThat(call(RuntimeFunction.DOUBLE_COS, bits, 0)).as("cos " + x)
                    .isEqualTo(Double.doubleToLongBits(StrictMath.cos(x)));
        }
    }

    private List<Long> values() {
        var values = new ArrayList<>(List.of(
                Value.UNDEFINED, Value.NULL, Value.TRUE, Value.FALSE, Value.NAN, Value.NEGATIVE_ZERO, Value.ofDouble(5.0),
                Value.number(-2.25), Value.number(1e21), vm.names().symbolIterator, vm.literals().newArray(),
                operations.createObject(0, 0), vm.bigInts().of(10)));
        for (int i : new int[] {0, 5, 10, 123456789, -3, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            values.add(Value.ofInt(i));
        }
        var texts = List.of("", "a", "b", "7", "12", "name", "eightlet", "nine_char", "exactly_sixteen_", "seventeen letters",
                "a text that is long enough for a rope of its own", "é", "\u0416", "wide \u0416 text beyond a rope's length");
        for (String text : texts) {
            values.add(vm.strings().of(text));
            values.add(vm.strings().intern(text));
        }
        long rope = vm.strings().concat(vm.strings().of("left part of a rope, "), vm.strings().of("right part"));
        values.add(rope);
        long flattened = vm.strings().concat(vm.strings().of("left part of a rope, "), vm.strings().of("right part"));
        vm.strings().flatten(flattened);
        values.add(flattened);
        return values;
    }

    /** Strings and numbers, which convert without running guest code. */
    private static boolean isSimple(long value) {
        return Value.isNumber(value) || Layout.isString(value);
    }

    private String text(long value) {
        return vm.strings().toJava(operations.toStringValue(value));
    }

    private void check(RuntimeFunction function, long a, long b, long expected) {
        assertThat(call(function, a, b)).as(function + " " + Long.toHexString(a) + " " + Long.toHexString(b)).isEqualTo(expected);
    }

    private long call(RuntimeFunction function, long a, long b) {
        return call(function, a, b, 0);
    }

    /** Calls as compiled code does; for the functions here, the last argument is a feedback slot or a value. */
    private long call(RuntimeFunction function, long a, long b, long c) {
        runtime.link(function);
        Assembler asm = Assembler.plain(runtime.cpuFeatures());
        asm.q(Op.SUB, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.q(Op.MOV, Reg.RDI, MachineConvention.FP);
        asm.q(Op.MOV, Reg.RSI, a);
        asm.q(Op.MOV, Reg.RDX, b);
        asm.q(Op.MOV, Reg.RCX, c);
        asm.q(Op.MOV, Reg.R8, 0);
        asm.q(Op.MOV, Reg.R9, 0);
        asm.op(Op.CALL, MachineConvention.runtime(function));
        asm.q(Op.ADD, Reg.RSP, MachineConvention.NATIVE_PADDING);
        asm.op(Op.RET);
        var block = runtime.codeMemory().install(asm.finish(), "test");
        try {
            return runtime.enter(block.address(), vm.currentFp());
        } finally {
            runtime.codeMemory().free(block);
        }
    }
}
