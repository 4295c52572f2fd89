package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ElementsTest {
    private Vm vm;
    private long array;

    @BeforeEach
    void start() {
        vm = new Vm();
        array = vm.literals().newArray();
    }

    @AfterEach
    void stop() {
        vm.close();
    }

    private void append(long value) {
        vm.literals().arrayAppend(array, value);
    }

    private ElementsKind kind() {
        return ElementsKind.at(array);
    }

    @Test
    void kindsGeneraliseWithWhatIsStored() {
        assertThat(kind()).isEqualTo(ElementsKind.EMPTY);
        append(Value.ONE);
        assertThat(kind()).isEqualTo(ElementsKind.INT);
        append(Value.ofDouble(1.5));
        assertThat(kind()).isEqualTo(ElementsKind.DOUBLE);
        append(vm.strings().of("text"));
        assertThat(kind()).isEqualTo(ElementsKind.TAGGED);
        append(Value.EMPTY);
        assertThat(kind()).isEqualTo(ElementsKind.HOLEY_TAGGED);
        assertThat(vm.comparison().strictEquals(Elements.get(array, 0), Value.ONE)).isTrue();
        assertThat(Elements.get(array, 1)).isEqualTo(Value.ofDouble(1.5));
        assertThat(Elements.get(array, 3)).isEqualTo(Value.EMPTY);
    }

    @Test
    void negativeZeroAndNanSurviveAsDoubles() {
        append(Value.ONE);
        append(Value.NEGATIVE_ZERO);
        append(Value.NAN);
        assertThat(kind()).isEqualTo(ElementsKind.DOUBLE);
        assertThat(Elements.get(array, 1)).isEqualTo(Value.NEGATIVE_ZERO);
        assertThat(Elements.get(array, 2)).isEqualTo(Value.NAN);
    }

    @Test
    void doublesGetACellOfDoublesAlsoWhereRoomWasReservedBefore() {
        vm.elements().reserve(array, 4, ElementsKind.EMPTY);
        append(Value.ofDouble(0.5));
        assertThat(kind()).isEqualTo(ElementsKind.DOUBLE);
        assertThat(CellType.at(Mem.getLong(array + Layout.OBJECT_ELEMENTS))).isEqualTo(CellType.ELEMENTS_DOUBLE);
        assertThat(Elements.get(array, 0)).isEqualTo(Value.ofDouble(0.5));
    }

    @Test
    void gapsAreHolesAndFarOnesMakeADictionary() {
        append(Value.ofDouble(0.5));
        vm.elements().put(array, 5, Value.ONE);
        assertThat(kind()).isEqualTo(ElementsKind.HOLEY_DOUBLE);
        assertThat(Elements.arrayLength(array)).isEqualTo(6);
        assertThat(Elements.get(array, 3)).isEqualTo(Value.EMPTY);
        vm.elements().put(array, 1_000_000, Value.ONE);
        assertThat(kind()).isEqualTo(ElementsKind.DICTIONARY);
        assertThat(Elements.get(array, 0)).isEqualTo(Value.ofDouble(0.5));
        assertThat(Elements.arrayLength(array)).isEqualTo(1_000_001);
        assertThat(Elements.get(array, 999_999)).isEqualTo(Value.EMPTY);
    }

    @Test
    void lengthCutsAndExtends() {
        for (int i = 0; i < 10; i++) {
            append(Value.ofInt(i));
        }
        vm.elements().setLength(array, 3);
        vm.elements().setLength(array, 6);
        assertThat(kind()).isEqualTo(ElementsKind.HOLEY_INT);
        assertThat(Elements.get(array, 2)).isEqualTo(Value.ofInt(2));
        assertThat(Elements.get(array, 3)).as("cut off before").isEqualTo(Value.EMPTY);
        vm.elements().setLength(array, 0);
        assertThat(kind()).isEqualTo(ElementsKind.EMPTY);
        vm.elements().setLength(array, 4_000_000_000L);
        assertThat(Elements.limit(array)).isEqualTo(4_000_000_000L);
    }

    @Test
    void ordinaryObjectsHaveElementsToo() {
        long object = vm.realm().newObject();
        vm.properties().put(object, Value.ofInt(3), Value.TRUE);
        vm.properties().put(object, Value.ofInt(0), Value.FALSE);
        assertThat(vm.properties().has(object, Value.ofInt(1))).isFalse();
        assertThat(OwnKeys.count(vm.ownKeys().all(object))).isEqualTo(2);
        assertThat(vm.properties().delete(object, Value.ofInt(3))).isTrue();
        assertThat(vm.properties().get(object, Value.ofInt(3))).isEqualTo(Value.UNDEFINED);
    }

    @Test
    void dictionariesFindWhatIsLeftAfterManyDeletes() {
        long object = vm.realm().newObject();
        for (int i = 0; i < 3000; i++) {
            vm.elements().define(object, i * 7, Value.ofInt(i), Attributes.ENUMERABLE | Attributes.CONFIGURABLE);
        }
        for (int i = 0; i < 3000; i += 3) {
            vm.properties().delete(object, Value.ofInt(i * 7));
        }
        for (int i = 0; i < 3000; i++) {
            long expected = i % 3 == 0 ? Value.UNDEFINED : Value.ofInt(i);
            assertThat(vm.properties().get(object, Value.ofInt(i * 7))).isEqualTo(expected);
        }
        assertThat(vm.properties().set(object, Value.ofInt(7), Value.ZERO, object)).as("not writable").isFalse();
    }
}
