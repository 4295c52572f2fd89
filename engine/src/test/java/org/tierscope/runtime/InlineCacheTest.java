package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierscope.feedback.AccessKind;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;

class InlineCacheTest {
    private Vm vm;
    private Operations operations;
    private long slot;
    private Arena arena;

    @BeforeEach
    void start() {
        vm = new Vm();
        operations = vm.operations();
        arena = Arena.ofConfined();
        slot = arena.allocate(SlotKind.PROPERTY.size(), 8).address();
    }

    @AfterEach
    void stop() {
        arena.close();
        vm.close();
    }

    private long key(String name) {
        return vm.conversions().key(name);
    }

    private long object(String... names) {
        long object = vm.realm().newObject();
        for (int i = 0; i < names.length; i++) {
            vm.properties().put(object, key(names[i]), Value.ofInt(i));
        }
        return object;
    }

    private AccessKind kind(int entry) {
        return AccessKind.of(Mem.getInt(PropertyCache.entry(slot, entry) + FeedbackLayout.PROPERTY_ACCESS));
    }

    @Test
    void goesFromOneShapeToFourToMegamorphic() {
        for (int i = 0; i < 6; i++) {
            long object = object("a" + i, "x");
            assertThat(operations.getField(object, key("x"), slot)).isEqualTo(Value.ONE);
            assertThat(operations.getField(object, key("x"), slot)).isEqualTo(Value.ONE);
            assertThat(PropertyCache.state(slot)).isEqualTo(i < 4 ? i + 1 : FeedbackLayout.MEGAMORPHIC);
        }
        assertThat(Mem.getInt(slot + FeedbackLayout.CACHE_MISSES)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void tellsHowItGotThere() {
        long prototype = object("inherited");
        long object = vm.realm().newObject(prototype, CellType.OBJECT);
        operations.getField(object, key("inherited"), slot);
        assertThat(kind(0)).isEqualTo(AccessKind.HOLDER_INLINE);
        long entry = PropertyCache.entry(slot, 0);
        assertThat(Mem.getLong(entry + FeedbackLayout.PROPERTY_HOLDER)).isEqualTo(prototype);
        assertThat(Mem.getInt(Mem.getLong(entry + FeedbackLayout.PROPERTY_VALIDITY))).isEqualTo(1);
        vm.properties().delete(prototype, key("inherited"));
        assertThat(Mem.getInt(Mem.getLong(entry + FeedbackLayout.PROPERTY_VALIDITY))).isZero();
        assertThat(operations.getField(object, key("inherited"), slot)).isEqualTo(Value.UNDEFINED);
        assertThat(kind(0)).as("the broken entry was replaced").isEqualTo(AccessKind.ABSENT);
        assertThat(PropertyCache.state(slot)).isEqualTo(1);
    }

    @Test
    void knowsLengths() {
        assertThat(operations.getField(vm.strings().of("four"), key("length"), slot)).isEqualTo(Value.ofInt(4));
        assertThat(kind(0)).isEqualTo(AccessKind.STRING_LENGTH);
        assertThat(operations.getField(vm.literals().newArray(), key("length"), slot)).isEqualTo(Value.ZERO);
        assertThat(kind(1)).isEqualTo(AccessKind.ARRAY_LENGTH);
    }

    @Test
    void remembersTransitionsOfStores() {
        long first = object("a");
        operations.setField(first, key("b"), Value.TRUE, true, slot);
        assertThat(kind(0)).isEqualTo(AccessKind.ADD_INLINE);
        int after = Mem.getInt(PropertyCache.entry(slot, 0) + FeedbackLayout.PROPERTY_NEW_SHAPE);
        assertThat(Mem.getInt(first)).isEqualTo(after);
        long second = object("a");
        operations.setField(second, key("b"), Value.FALSE, true, slot);
        assertThat(Mem.getInt(second)).isEqualTo(after);
        assertThat(vm.properties().get(second, key("b"))).isEqualTo(Value.FALSE);
        operations.setField(second, key("b"), Value.TRUE, true, slot);
        assertThat(kind(1)).isEqualTo(AccessKind.INLINE);
    }

    @Test
    void doesNotCacheDictionariesOrObjectsThatOthersInheritFrom() {
        long dictionary = object("a", "x");
        vm.properties().delete(dictionary, key("a"));
        operations.getField(dictionary, key("x"), slot);
        assertThat(PropertyCache.state(slot)).isZero();
        long prototype = object("a");
        vm.objects().becomePrototype(prototype);
        operations.setField(prototype, key("b"), Value.ONE, true, slot);
        assertThat(PropertyCache.state(slot)).as("an addition to a prototype").isZero();
    }
}
