package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierscope.baseline.BaselineHarness.slot;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.tierscope.bytecode.Opcode;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.machine.CompiledCode;
import org.tierscope.runtime.CellType;
import org.tierscope.runtime.ElementsKind;
import org.tierscope.runtime.Frame;
import org.tierscope.runtime.FunctionCell;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Layout;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.Value;

/** Named properties through each kind of cache entry; "miss" is what the runtime would answer. */
@EnabledIf("org.tierscope.asm.Platform#hasMachineCode")
class PropertyTemplatesTest {
    private static final int SHAPE = 400;
    private static final int OTHER_SHAPE = 401;
    private static final int FIRST = Layout.OBJECT_FIELDS;
    private static final long MISS = Value.NULL;

    private final Cells cells = new Cells();
    private BaselineHarness harness;
    private FunctionInfo function;
    private long cache;

    @BeforeEach
    void open() {
        harness = new BaselineHarness();
        harness.onSlowPath((fp, _) -> {
            Frame.set(fp, 2, MISS);
            return Value.UNDEFINED;
        });
    }

    /** return r0.k. */
    private CompiledCode loader() {
        function = harness.function(Opcode.GET_FIELD.ordinal(), 2, 0, 0, slot(0), Opcode.RETURN.ordinal(), 2);
        cache = function.feedback() + slot(0);
        return harness.install(function);
    }

    /** r2 = undefined; r0.k = r1; return r2. */
    private CompiledCode storer() {
        function = harness.function(Opcode.LOAD_UNDEFINED.ordinal(), 2,
                Opcode.SET_FIELD.ordinal(), 0, 0, 1, slot(0), Opcode.RETURN.ordinal(), 2);
        cache = function.feedback() + slot(0);
        return harness.install(function);
    }

    @Test
    void ownPropertiesInTheObject() {
        CompiledCode code = loader();
        long object = cells.object(SHAPE, Value.ofInt(1), Value.ofInt(2));
        assertThat(harness.call(code, object)).isEqualTo(MISS);
        Cells.propertyEntry(cache, SHAPE, AccessKind.INLINE, FIRST + 8);
        assertThat(harness.call(code, object)).isEqualTo(Value.ofInt(2));
        assertThat(harness.call(code, cells.object(OTHER_SHAPE))).isEqualTo(MISS);
        assertThat(harness.call(code, Value.ofInt(5))).isEqualTo(MISS);
        assertThat(harness.call(code, Value.UNDEFINED)).isEqualTo(MISS);
    }

    @Test
    void fourShapes() {
        CompiledCode code = loader();
        for (int i = 0; i < 4; i++) {
            Cells.propertyEntry(cache, SHAPE + i, AccessKind.INLINE, FIRST + 8 * i);
        }
        for (int i = 0; i < 4; i++) {
            long object = cells.object(SHAPE + i, Value.ofInt(0), Value.ofInt(1), Value.ofInt(2), Value.ofInt(3));
            assertThat(harness.call(code, object)).isEqualTo(Value.ofInt(i));
        }
        assertThat(harness.slowCalls).isZero();
        assertThat(harness.call(code, cells.object(SHAPE + 4))).isEqualTo(MISS);
    }

    @Test
    void outOfLine() {
        CompiledCode code = loader();
        Cells.propertyEntry(cache, SHAPE, AccessKind.OUT_OF_LINE, Layout.ARRAY_DATA + 8);
        long object = cells.object(SHAPE);
        cells.slots(object, Value.ofInt(10), Value.ofInt(11));
        assertThat(harness.call(code, object)).isEqualTo(Value.ofInt(11));
    }

    @Test
    void onThePrototypeWhileItsChainIsValid() {
        CompiledCode code = loader();
        long entry = Cells.propertyEntry(cache, SHAPE, AccessKind.HOLDER_INLINE, FIRST);
        long validity = cells.validityCell();
        Mem.putLong(entry + FeedbackLayout.PROPERTY_HOLDER, cells.object(OTHER_SHAPE, Value.ofInt(77)));
        Mem.putLong(entry + FeedbackLayout.PROPERTY_VALIDITY, validity);
        long object = cells.object(SHAPE);
        assertThat(harness.call(code, object)).isEqualTo(Value.ofInt(77));
        Mem.putInt(validity, 0);
        assertThat(harness.call(code, object)).isEqualTo(MISS);
    }

    @Test
    void outOfLineOnThePrototype() {
        CompiledCode code = loader();
        long entry = Cells.propertyEntry(cache, SHAPE, AccessKind.HOLDER_OUT_OF_LINE, Layout.ARRAY_DATA);
        long holder = cells.object(OTHER_SHAPE);
        cells.slots(holder, Value.TRUE);
        Mem.putLong(entry + FeedbackLayout.PROPERTY_HOLDER, holder);
        Mem.putLong(entry + FeedbackLayout.PROPERTY_VALIDITY, cells.validityCell());
        assertThat(harness.call(code, cells.object(SHAPE))).isEqualTo(Value.TRUE);
    }

    @Test
    void absent() {
        CompiledCode code = loader();
        long absent = Cells.propertyEntry(cache, SHAPE, AccessKind.ABSENT, 0);
        Mem.putLong(absent + FeedbackLayout.PROPERTY_VALIDITY, cells.validityCell());
        assertThat(harness.call(code, cells.object(SHAPE))).isEqualTo(Value.UNDEFINED);
        assertThat(harness.slowCalls).isZero();
        Mem.putInt(Mem.getLong(absent + FeedbackLayout.PROPERTY_VALIDITY), 0);
        assertThat(harness.call(code, cells.object(SHAPE))).isEqualTo(MISS);
    }

    @Test
    void getters() {
        CompiledCode code = loader();
        FunctionInfo returnsThis = harness.function(Opcode.RETURN.ordinal(), Frame.THIS_REGISTER);
        Mem.putLong(returnsThis.cell() + FunctionCell.ENTRY, harness.install(returnsThis).entry());
        long with = Cells.propertyEntry(cache, SHAPE, AccessKind.ACCESSOR, 0);
        Mem.putLong(with + FeedbackLayout.PROPERTY_HOLDER, cells.accessor(cells.closure(returnsThis)));
        long without = Cells.propertyEntry(cache, OTHER_SHAPE, AccessKind.ACCESSOR, 0);
        Mem.putLong(without + FeedbackLayout.PROPERTY_HOLDER, cells.accessor(Value.UNDEFINED));
        long object = cells.object(SHAPE);
        assertThat(harness.call(code, object)).isEqualTo(object);
        assertThat(harness.slowCalls).isZero();
        assertThat(harness.call(code, cells.object(OTHER_SHAPE))).isEqualTo(MISS);
    }

    @Test
    void lengths() {
        CompiledCode code = loader();
        Cells.propertyEntry(cache, SHAPE, AccessKind.ARRAY_LENGTH, 0);
        Cells.propertyEntry(cache, CellType.STRING_LATIN1.code(), AccessKind.STRING_LENGTH, 0);
        long array = cells.array(SHAPE, ElementsKind.INT, Value.ZERO, Value.ZERO);
        assertThat(harness.call(code, array)).isEqualTo(Value.ofInt(2));
        long string = cells.object(CellType.STRING_LATIN1.code());
        Mem.putInt(string + Layout.STRING_LENGTH, 6);
        assertThat(harness.call(code, string)).isEqualTo(Value.ofInt(6));
        assertThat(harness.slowCalls).isZero();
    }

    @Test
    void storesInAndOutOfTheObject() {
        CompiledCode code = storer();
        Cells.propertyEntry(cache, SHAPE, AccessKind.INLINE, FIRST);
        Cells.propertyEntry(cache, OTHER_SHAPE, AccessKind.OUT_OF_LINE, Layout.ARRAY_DATA);
        long object = cells.object(SHAPE, Value.ZERO);
        assertThat(harness.call(code, object, Value.TRUE)).isEqualTo(Value.UNDEFINED);
        assertThat(Mem.getLong(object + FIRST)).isEqualTo(Value.TRUE);
        long other = cells.object(OTHER_SHAPE);
        cells.slots(other, Value.ZERO);
        assertThat(harness.call(code, other, Value.NULL)).isEqualTo(Value.UNDEFINED);
        assertThat(Mem.getLong(Mem.getLong(other + Layout.OBJECT_SLOTS) + Layout.ARRAY_DATA)).isEqualTo(Value.NULL);
        assertThat(harness.call(code, cells.object(SHAPE + 7), Value.NULL)).isEqualTo(MISS);
    }

    @Test
    void storesThatAddAProperty() {
        CompiledCode code = storer();
        long inline = Cells.propertyEntry(cache, SHAPE, AccessKind.ADD_INLINE, FIRST + 8);
        Mem.putInt(inline + FeedbackLayout.PROPERTY_NEW_SHAPE, 410);
        long outOfLine = Cells.propertyEntry(cache, OTHER_SHAPE, AccessKind.ADD_OUT_OF_LINE, Layout.ARRAY_DATA + 8);
        Mem.putInt(outOfLine + FeedbackLayout.PROPERTY_NEW_SHAPE, 411);

        long object = cells.object(SHAPE, Value.ZERO);
        assertThat(harness.call(code, object, Value.TRUE)).isEqualTo(Value.UNDEFINED);
        assertThat(Mem.getLong(object + FIRST + 8)).isEqualTo(Value.TRUE);
        assertThat(Layout.shapeId(object)).isEqualTo(410);

        long roomy = cells.object(OTHER_SHAPE);
        cells.slots(roomy, Value.ZERO, 0);
        assertThat(harness.call(code, roomy, Value.TRUE)).isEqualTo(Value.UNDEFINED);
        assertThat(Mem.getLong(Mem.getLong(roomy + Layout.OBJECT_SLOTS) + Layout.ARRAY_DATA + 8)).isEqualTo(Value.TRUE);
        assertThat(Layout.shapeId(roomy)).isEqualTo(411);

        long full = cells.object(OTHER_SHAPE);
        cells.slots(full, Value.ZERO);
        assertThat(harness.call(code, full, Value.TRUE)).isEqualTo(MISS);
        assertThat(Layout.shapeId(full)).isEqualTo(OTHER_SHAPE);
        assertThat(harness.call(code, cells.object(OTHER_SHAPE), Value.TRUE)).isEqualTo(MISS);
    }
}
