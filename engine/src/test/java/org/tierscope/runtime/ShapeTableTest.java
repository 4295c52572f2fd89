package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShapeTableTest {
    private Vm vm;

    @BeforeEach
    void start() {
        vm = new Vm();
    }

    @AfterEach
    void stop() {
        vm.close();
    }

    private long object(String... names) {
        long object = vm.realm().newObject();
        for (String name : names) {
            vm.properties().put(object, vm.conversions().key(name), Value.ONE);
        }
        return object;
    }

    private Shape shape(long object) {
        return vm.shapes().of(object);
    }

    @Test
    void objectsMadeAlikeShareAShape() {
        assertThat(shape(object("a", "b"))).isSameAs(shape(object("a", "b")));
        assertThat(shape(object("a", "b"))).isNotSameAs(shape(object("b", "a")));
        assertThat(shape(object("a", "b")).parent()).isSameAs(shape(object("a")));
    }

    @Test
    void siblingsDoNotSeeEachOthersProperties() {
        Shape ab = shape(object("a", "b"));
        Shape ac = shape(object("a", "c"));
        Shape a = shape(object("a"));
        assertThat(ab.lookup(vm.conversions().key("c"))).isNegative();
        assertThat(ac.lookup(vm.conversions().key("b"))).isNegative();
        assertThat(a.lookup(vm.conversions().key("b"))).isNegative();
        assertThat(Shape.slot(ac.lookup(vm.conversions().key("c")))).isEqualTo(1);
    }

    @Test
    void propertiesBeyondTheObjectGoOutOfLine() {
        var names = new String[40];
        java.util.Arrays.setAll(names, i -> "property" + i);
        long object = object(names);
        for (int i = 0; i < names.length; i++) {
            vm.properties().put(object, vm.conversions().key(names[i]), Value.ofInt(i));
        }
        for (int i = 0; i < names.length; i++) {
            assertThat(vm.properties().get(object, names[i])).isEqualTo(Value.ofInt(i));
        }
        assertThat(shape(object).isInObject(39)).isFalse();
        assertThat(shape(object).offset(0)).isEqualTo(Layout.OBJECT_FIELDS);
    }

    @Test
    void deletingTheLastPropertyGoesBackAndAnyOtherMakesADictionary() {
        long object = object("a", "b");
        vm.properties().delete(object, vm.conversions().key("b"));
        assertThat(shape(object)).isSameAs(shape(object("a")));
        long other = object("a", "b");
        vm.properties().delete(other, vm.conversions().key("a"));
        assertThat(shape(other).isDictionary()).isTrue();
        assertThat(shape(other).isCacheable()).isFalse();
        assertThat(vm.properties().get(other, "b")).isEqualTo(Value.ONE);
        vm.properties().put(other, vm.conversions().key("a"), Value.ZERO);
        assertThat(OwnKeys.count(vm.ownKeys().strings(other))).isEqualTo(2);
    }

    @Test
    void manyPropertiesMakeADictionaryThatStillFindsThem() {
        long object = object();
        for (int i = 0; i < 2000; i++) {
            vm.properties().put(object, vm.conversions().key("k" + i), Value.ofInt(i));
        }
        assertThat(shape(object).isDictionary()).isTrue();
        for (int i = 0; i < 2000; i += 2) {
            vm.properties().delete(object, vm.conversions().key("k" + i));
        }
        for (int i = 0; i < 2000; i++) {
            assertThat(vm.properties().get(object, "k" + i)).isEqualTo(i % 2 == 0 ? Value.UNDEFINED : Value.ofInt(i));
        }
    }

    @Test
    void nonExtensibleObjectsHaveShapesOfTheirOwn() {
        long object = object("a");
        vm.objects().preventExtensions(object);
        assertThat(shape(object).isExtensible()).isFalse();
        assertThat(shape(object).sharesTransitions()).isFalse();
        assertThat(shape(object)).isNotSameAs(shape(object("a")));
        assertThat(vm.properties().set(object, vm.conversions().key("b"), Value.ONE, object)).isFalse();
    }

    @Test
    void changedAttributesAreAnotherShape() {
        long object = object("a");
        vm.definitions().setIntegrity(object, true);
        assertThat(vm.properties().set(object, vm.conversions().key("a"), Value.ZERO, object)).isFalse();
        assertThat(vm.properties().get(object, "a")).isEqualTo(Value.ONE);
        long alike = object("a");
        vm.definitions().setIntegrity(alike, true);
        assertThat(shape(alike)).isSameAs(shape(object));
    }

    @Test
    void aNewPrototypeKeepsTheProperties() {
        long prototype = object("inherited");
        long object = object("a", "b");
        vm.objects().setPrototypeOf(object, prototype);
        assertThat(vm.objects().prototypeOf(object)).isEqualTo(prototype);
        assertThat(vm.properties().get(object, "b")).isEqualTo(Value.ONE);
        assertThat(vm.properties().get(object, "inherited")).isEqualTo(Value.ONE);
        long other = object("a", "b");
        vm.objects().setPrototypeOf(other, prototype);
        assertThat(shape(other)).isSameAs(shape(object));
    }

    @Test
    void validityBreaksWhenAnythingOnTheChainChanges() {
        long top = object("x");
        long middle = object();
        vm.objects().setPrototypeOf(middle, top);
        long bottom = object();
        vm.objects().setPrototypeOf(bottom, middle);
        long cell = vm.prototypes().validity(middle);
        assertThat(Mem.getInt(cell)).isEqualTo(1);
        vm.properties().put(bottom, vm.conversions().key("own"), Value.ONE);
        vm.properties().put(top, vm.conversions().key("x"), Value.ZERO);
        assertThat(Mem.getInt(cell)).as("values do not matter").isEqualTo(1);
        vm.properties().put(top, vm.conversions().key("y"), Value.ONE);
        assertThat(Mem.getInt(cell)).isZero();
        long next = vm.prototypes().validity(middle);
        assertThat(Mem.getInt(next)).isEqualTo(1);
        vm.objects().setPrototypeOf(middle, 0);
        assertThat(Mem.getInt(next)).isZero();
    }

    @Test
    void deadPrototypesTakeTheirShapesWithThem() {
        int before = vm.shapes().limit();
        makeGarbageShapes();
        vm.collectGarbage();
        int forgotten = 0;
        for (int id = before; id < vm.shapes().limit(); id++) {
            forgotten += vm.shapes().get(id) == null ? 1 : 0;
        }
        assertThat(forgotten).isGreaterThan(500);
    }

    private void makeGarbageShapes() {
        for (int i = 0; i < 500; i++) {
            vm.properties().put(vm.realm().newObject(object(), CellType.OBJECT), vm.conversions().key("p"), Value.ONE);
        }
    }
}
