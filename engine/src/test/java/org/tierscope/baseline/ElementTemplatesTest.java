package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** Elements of arrays of each kind; "miss" is what the runtime would answer. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class ElementTemplatesTest {
    private static final int SHAPE = 400;
    private static final long MISS = Value.NULL;

    private final Cells cells = new Cells();
    private BaselineHarness harness;
    private CompiledCode load;
    private CompiledCode store;
    private long loadSlot;
    private long storeSlot;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
        harness.onSlowPath((fp, _) -> {
            Frame.set(fp, 3, MISS);
            return Value.UNDEFINED;
        });
        FunctionInfo loader = harness.function(Opcode.GET_ELEMENT.ordinal(), 3, 0, 1, slot(0),
                Opcode.RETURN.ordinal(), 3);
        load = harness.install(loader);
        loadSlot = loader.feedback() + slot(0);
        FunctionInfo storer = harness.function(Opcode.LOAD_UNDEFINED.ordinal(), 3,
                Opcode.SET_ELEMENT.ordinal(), 0, 1, 2, slot(0), Opcode.RETURN.ordinal(), 3);
        store = harness.install(storer);
        storeSlot = storer.feedback() + slot(0);
    }

    private long recorded(long array) {
        Cells.elementEntry(loadSlot, array);
        Cells.elementEntry(storeSlot, array);
        return array;
    }

    private long get(long array, int index) {
        return harness.call(load, array, Value.ofInt(index));
    }

    private boolean set(long array, int index, long value) {
        return harness.call(store, array, Value.ofInt(index), value) == Value.UNDEFINED;
    }

    private static long bits(double d) {
        return Double.doubleToRawLongBits(d);
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "HOLEY_INT", "TAGGED", "HOLEY_TAGGED"})
    void boxedElements(ElementsKind kind) {
        long array = cells.array(SHAPE, kind, Value.ofInt(5), Value.ofInt(6), Value.EMPTY);
        assertThat(get(array, 0)).as("not recorded").isEqualTo(MISS);
        recorded(array);
        assertThat(get(array, 0)).isEqualTo(Value.ofInt(5));
        assertThat(get(array, 1)).isEqualTo(Value.ofInt(6));
        assertThat(get(array, 2)).as("hole").isEqualTo(MISS);
        assertThat(get(array, 3)).as("out of bounds").isEqualTo(MISS);
        assertThat(get(array, -1)).as("negative").isEqualTo(MISS);
        assertThat(set(array, 1, Value.ofInt(9))).isTrue();
        assertThat(Cells.element(array, 1)).isEqualTo(Value.ofInt(9));
        assertThat(set(array, 3, Value.ZERO)).as("out of bounds").isFalse();
        boolean keepsKind = kind == ElementsKind.TAGGED || kind == ElementsKind.HOLEY_TAGGED;
        assertThat(set(array, 0, Value.TRUE)).isEqualTo(keepsKind);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "HOLEY_DOUBLE"})
    void doubleElements(ElementsKind kind) {
        long array = recorded(cells.array(SHAPE, kind, bits(0.5), bits(7), bits(-0.0), bits(Double.NaN),
                Layout.HOLE_BITS));
        assertThat(get(array, 0)).isEqualTo(Value.ofDouble(0.5));
        assertThat(get(array, 1)).isEqualTo(Value.ofInt(7));
        assertThat(get(array, 2)).isEqualTo(Value.NEGATIVE_ZERO);
        assertThat(get(array, 3)).isEqualTo(Value.NAN);
        assertThat(get(array, 4)).as("hole").isEqualTo(MISS);
        assertThat(set(array, 0, Value.ofDouble(2.25))).isTrue();
        assertThat(Cells.element(array, 0)).isEqualTo(bits(2.25));
        assertThat(set(array, 1, Value.ofInt(-3))).isTrue();
        assertThat(Cells.element(array, 1)).isEqualTo(bits(-3));
        assertThat(set(array, 1, Value.TRUE)).isFalse();
        assertThat(set(array, 4, Value.ZERO)).as("hole").isFalse();
    }

    /** An array whose elements cell has room for one element more. */
    private long roomy(ElementsKind kind, long... words) {
        long array = recorded(cells.array(SHAPE, kind, words));
        Mem.putInt(array + Layout.ARRAY_LENGTH, words.length - 1);
        return array;
    }

    @Test
    void appending() {
        long ints = roomy(ElementsKind.INT, Value.ofInt(1), 0);
        assertThat(set(ints, 1, Value.TRUE)).as("another kind").isFalse();
        assertThat(set(ints, 2, Value.ofInt(8))).as("beyond the end").isFalse();
        assertThat(set(ints, 1, Value.ofInt(8))).isTrue();
        assertThat(Mem.getInt(ints + Layout.ARRAY_LENGTH)).isEqualTo(2);
        assertThat(Cells.element(ints, 1)).isEqualTo(Value.ofInt(8));
        assertThat(Mem.getByte(storeSlot + FeedbackLayout.ELEMENT_FLAGS)).isEqualTo((byte) FeedbackLayout.ELEMENT_APPEND);
        assertThat(set(ints, 2, Value.ofInt(9))).as("no room").isFalse();

        long doubles = roomy(ElementsKind.DOUBLE, bits(1.5), 0);
        assertThat(set(doubles, 1, Value.ofInt(3))).isTrue();
        assertThat(Cells.element(doubles, 1)).isEqualTo(bits(3));
        assertThat(Mem.getInt(doubles + Layout.ARRAY_LENGTH)).isEqualTo(2);

        long tagged = roomy(ElementsKind.TAGGED, Value.TRUE, 0);
        assertThat(set(tagged, 1, Value.NULL)).isTrue();
        assertThat(Cells.element(tagged, 1)).isEqualTo(Value.NULL);
    }

    @ParameterizedTest
    @ValueSource(ints = {Layout.FLAG_NON_EXTENSIBLE, Layout.FLAG_RESTRICTED_ELEMENTS, Layout.FLAG_PROTOTYPE})
    void nothingIsAppendedToSpecialArrays(int flag) {
        long array = roomy(ElementsKind.TAGGED, Value.TRUE, 0);
        Mem.putByte(array + Layout.FLAGS, (byte) flag);
        assertThat(set(array, 1, Value.NULL)).isFalse();
        assertThat(Mem.getInt(array + Layout.ARRAY_LENGTH)).isEqualTo(1);
    }

    @Test
    void aHoleIsNotFilledHere() {
        long array = recorded(cells.array(SHAPE, ElementsKind.HOLEY_TAGGED, Value.EMPTY));
        assertThat(set(array, 0, Value.TRUE)).isFalse();
    }

    @Test
    void restrictedElementsAreNotStored() {
        long array = recorded(cells.array(SHAPE, ElementsKind.TAGGED, Value.ZERO));
        Mem.putByte(array + Layout.FLAGS, (byte) Layout.FLAG_RESTRICTED_ELEMENTS);
        assertThat(set(array, 0, Value.TRUE)).isFalse();
        assertThat(get(array, 0)).isEqualTo(Value.ZERO);
    }

    @Test
    void severalShapesAndKinds() {
        long ints = recorded(cells.array(SHAPE, ElementsKind.INT, Value.ofInt(1)));
        long doubles = recorded(cells.array(SHAPE, ElementsKind.DOUBLE, bits(1.5)));
        long other = recorded(cells.array(SHAPE + 1, ElementsKind.TAGGED, Value.TRUE));
        assertThat(get(ints, 0)).isEqualTo(Value.ofInt(1));
        assertThat(get(doubles, 0)).isEqualTo(Value.ofDouble(1.5));
        assertThat(get(other, 0)).isEqualTo(Value.TRUE);
        assertThat(harness.slowCalls).isZero();
        assertThat(get(cells.array(SHAPE + 2, ElementsKind.TAGGED, Value.TRUE), 0)).isEqualTo(MISS);
    }

    @Test
    void otherKeysAndReceiversGoToTheRuntime() {
        long array = recorded(cells.array(SHAPE, ElementsKind.INT, Value.ofInt(1)));
        assertThat(harness.call(load, array, Value.TRUE)).isEqualTo(MISS);
        assertThat(harness.call(load, array, Value.ofDouble(0.5))).isEqualTo(MISS);
        assertThat(harness.call(load, Value.ofInt(3), Value.ZERO)).isEqualTo(MISS);
    }

    @ParameterizedTest
    @EnumSource(names = {"INT8", "UINT8", "UINT8_CLAMPED", "INT16", "UINT16", "INT32", "UINT32", "FLOAT32", "FLOAT64"})
    void typedArrays(ElementsKind kind) {
        long array = recorded(cells.typedArray(SHAPE, kind, 4));
        for (int value : new int[] {0, 1, 100, -1, 200, 70000, Integer.MIN_VALUE}) {
            boolean clamps = kind == ElementsKind.UINT8_CLAMPED && (value < 0 || value > 255);
            assertThat(set(array, 2, Value.ofInt(value))).isEqualTo(!clamps);
            double expected = switch (kind) {
                case INT8 -> (byte) value;
                case UINT8 -> value & 0xFF;
                case INT16 -> (short) value;
                case UINT16 -> value & 0xFFFF;
                case UINT32 -> value & 0xFFFF_FFFFL;
                default -> value;
            };
            if (!clamps) {
                assertThat(get(array, 2)).as("%s", value).isEqualTo(Value.number(expected));
            }
        }
        assertThat(get(array, 4)).isEqualTo(MISS);
        assertThat(get(array, -1)).isEqualTo(MISS);
        assertThat(set(array, 4, Value.ZERO)).isFalse();
        assertThat(set(array, 0, Value.TRUE)).isFalse();
    }

    @Test
    void floatsInTypedArrays() {
        long doubles = recorded(cells.typedArray(SHAPE, ElementsKind.FLOAT64, 2));
        long floats = recorded(cells.typedArray(SHAPE + 1, ElementsKind.FLOAT32, 2));
        assertThat(set(doubles, 1, Value.ofDouble(0.1))).isTrue();
        assertThat(get(doubles, 1)).isEqualTo(Value.ofDouble(0.1));
        assertThat(set(floats, 1, Value.ofDouble(0.1))).isTrue();
        assertThat(get(floats, 1)).isEqualTo(Value.ofDouble(0.1f));
    }

    @Test
    void aForgedNanBecomesTheCanonicalOne() {
        long doubles = recorded(cells.typedArray(SHAPE, ElementsKind.FLOAT64, 1));
        Mem.putLong(Mem.getLong(doubles + Layout.TYPED_DATA), 0xFFFF_FFFF_DEAD_BEEFL);
        assertThat(get(doubles, 0)).isEqualTo(Value.NAN);
    }

    @Test
    void aDetachedArrayIsTheRuntimes() {
        long array = recorded(cells.typedArray(SHAPE, ElementsKind.INT32, 1));
        Mem.putLong(array + Layout.TYPED_LENGTH, 0);
        Mem.putLong(array + Layout.TYPED_DATA, 0);
        assertThat(get(array, 0)).isEqualTo(MISS);
        assertThat(set(array, 0, Value.ZERO)).isFalse();
    }
}
