package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random object graphs, mirrored in Java, through many collections in verify mode. */
class CollectorStressTest {
    private static final int ROOTS = 16;

    /** What a guest object should contain. */
    private static final class Model {
        final Map<String, Model> properties = new HashMap<>();
        final List<Model> elements = new ArrayList<>();
        final String label;

        Model(String label) {
            this.label = label;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsRandomGraphsIntact(long seed) {
        var random = new Random(seed);
        try (var vm = new Vm(VmOptions.DEFAULT.withVerify(true).withMaxHeapBytes(64 << 20))) {
            long roots = vm.literals().newArray();
            vm.addRoots(mark -> mark.accept(roots));
            var models = new Model[ROOTS];
            for (int i = 0; i < ROOTS; i++) {
                models[i] = new Model("root" + i);
                vm.literals().arrayAppend(roots, newObject(vm, models[i].label));
            }
            for (int step = 0; step < 4000; step++) {
                mutate(vm, random, roots, models, step);
                if (random.nextInt(100) == 0) {
                    vm.collectGarbage();
                }
            }
            vm.collectGarbage();
            for (int i = 0; i < ROOTS; i++) {
                check(vm, Elements.get(roots, i), models[i], 0);
            }
        }
    }

    private static long newObject(Vm vm, String label) {
        long object = vm.realm().newObject();
        vm.definitions().createDataProperty(object, vm.conversions().key("label"), vm.strings().of(label));
        return object;
    }

    private static void mutate(Vm vm, Random random, long roots, Model[] models, int step) {
        int i = random.nextInt(ROOTS);
        long object = Elements.get(roots, i);
        Model model = models[i];
        while (random.nextInt(3) != 0 && !model.properties.isEmpty()) {
            String name = model.properties.keySet().stream().sorted().toList().get(random.nextInt(model.properties.size()));
            object = vm.properties().get(object, name);
            model = model.properties.get(name);
        }
        switch (random.nextInt(8)) {
            case 0 -> {
                models[i] = new Model("root" + step);
                vm.elements().put(roots, i, newObject(vm, models[i].label));
            }
            case 1, 2, 3 -> {
                String name = "p" + random.nextInt(40);
                var child = new Model("object" + step);
                model.properties.put(name, child);
                vm.properties().put(object, vm.conversions().key(name), newObject(vm, child.label));
            }
            case 4, 5 -> {
                var child = new Model("element" + step);
                model.elements.add(child);
                vm.properties().put(object, Value.ofInt(model.elements.size() - 1), newObject(vm, child.label));
            }
            case 6 -> {
                if (!model.properties.isEmpty()) {
                    String name = model.properties.keySet().iterator().next();
                    model.properties.remove(name);
                    vm.properties().delete(object, vm.conversions().key(name));
                }
            }
            default -> {
                int other = random.nextInt(ROOTS);
                if (other != i) {
                    models[i] = models[other];
                    vm.elements().put(roots, i, Elements.get(roots, other));
                }
            }
        }
    }

    private static void check(Vm vm, long object, Model model, int depth) {
        assertThat(vm.conversions().toJavaString(vm.properties().get(object, "label"))).isEqualTo(model.label);
        if (depth > 12) {
            return;
        }
        long keys = vm.ownKeys().strings(object);
        assertThat(OwnKeys.count(keys)).isEqualTo(model.properties.size() + model.elements.size() + 1);
        model.properties.forEach((name, child) -> check(vm, vm.properties().get(object, name), child, depth + 1));
        for (int i = 0; i < model.elements.size(); i++) {
            check(vm, vm.properties().get(object, Value.ofInt(i)), model.elements.get(i), depth + 1);
        }
    }

    @Test
    void collectsAtEverySafepointOfAProgram() {
        String program =
                """
                class Tree {
                  #size = 0;
                  constructor(depth) { if (depth > 0) { this.left = new Tree(depth - 1); this.right = new Tree(depth - 1); } this.#size = 1; }
                  get size() { return this.#size + (this.left ? this.left.size + this.right.size : 0); }
                }
                const map = new Map();
                for (let i = 0; i < 30; i++) map.set("key" + i, new Tree(4));
                let total = 0;
                for (const [key, tree] of map) total += tree.size + key.length;
                let text = "";
                for (let i = 0; i < 300; i++) text += i;
                const makers = [];
                for (let i = 0; i < 50; i++) makers.push(() => ({ i, text }));
                let sum = 0;
                for (const make of makers) sum += make().i;
                console.log(total, text.length, sum);
                """;
        String expected = Guest.run(program);
        assertThat(Guest.run(VmOptions.DEFAULT.withGcEvery(20).withVerify(true), program)).isEqualTo(expected);
    }

    @Test
    void dropsWeakKeysAndKeepsEphemeronsAlive() {
        try (var guest = new Guest()) {
            guest.evaluate(
                    """
                    var weak = new WeakMap(), key = {};
                    weak.set(key, { chain: 1 });
                    (function () {
                      weak.set(weak.get(key), "second");
                      for (let i = 0; i < 1000; i++) weak.set({}, { i });
                    })();
                    """);
            Vm vm = guest.vm;
            long weak = vm.properties().get(vm.realm().globalObject(), "weak");
            // A word that was left on the native stack may keep the table as if it were not weak: other calls overwrite it.
            for (int i = 0; i < 5 && HashTables.size(weak) > 50; i++) {
                guest.evaluate("(function deep(n) { return n === 0 ? 0 : 1 + [n].map(deep.bind(null, n - 1))[0]; })(40)");
                vm.collectGarbage();
            }
            assertThat(HashTables.size(weak)).isBetween(2, 50);
            guest.evaluate("console.log(weak.get(weak.get(key)))");
            assertThat(guest.printed()).isEqualTo("second");
        }
    }
}
