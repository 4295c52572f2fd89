package org.tierscope.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashTablesTest {
    private static long newMap(Vm vm) {
        long map = vm.realm().newObject(vm.realm().get(Intrinsic.MAP_PROTOTYPE), CellType.MAP);
        HashTables.initialize(vm, map);
        return map;
    }

    @Test
    void agreesWithALinkedHashMap() {
        try (var vm = new Vm()) {
            long map = newMap(vm);
            Map<Integer, Integer> model = new LinkedHashMap<>();
            var random = new Random(7);
            for (int i = 0; i < 20_000; i++) {
                int key = random.nextInt(300);
                if (random.nextInt(3) == 0) {
                    assertThat(HashTables.delete(vm, map, Value.ofInt(key))).isEqualTo(model.remove(key) != null);
                } else {
                    HashTables.put(vm, map, Value.ofInt(key), Value.ofInt(i));
                    model.put(key, i);
                }
            }
            assertThat(HashTables.size(map)).isEqualTo(model.size());
            long iterator = HashTables.newIterator(vm, map, Iteration.KEYS);
            for (int key : model.keySet()) {
                assertThat(HashTables.step(vm, iterator)).isEqualTo(Value.ofInt(key));
                assertThat(HashTables.get(vm, map, Value.ofInt(key))).isEqualTo(Value.ofInt(model.get(key)));
            }
            assertThat(HashTables.step(vm, iterator)).isEqualTo(Value.EMPTY);
        }
    }

    @Test
    void keysAreTheSameByValue() {
        try (var vm = new Vm()) {
            long map = newMap(vm);
            HashTables.put(vm, map, Value.NEGATIVE_ZERO, Value.ONE);
            HashTables.put(vm, map, Value.NAN, Value.ofInt(2));
            HashTables.put(vm, map, vm.strings().concat(vm.strings().of("a"), vm.strings().of("b")), Value.ofInt(3));
            HashTables.put(vm, map, Value.ofDouble(4.0), Value.ofInt(4));
            assertThat(HashTables.get(vm, map, Value.ZERO)).isEqualTo(Value.ONE);
            assertThat(HashTables.get(vm, map, Value.NAN)).isEqualTo(Value.ofInt(2));
            assertThat(HashTables.get(vm, map, vm.strings().intern("ab"))).isEqualTo(Value.ofInt(3));
            assertThat(HashTables.get(vm, map, Value.ofInt(4))).isEqualTo(Value.ofInt(4));
            assertThat(HashTables.has(vm, map, vm.strings().of("4"))).isFalse();
        }
    }

    @Test
    void iterationSeesWhatHappensMeanwhile() {
        assertThat(Guest.run(
                        """
                        const map = new Map([[1, "a"], [2, "b"], [3, "c"]]);
                        let seen = "";
                        for (const [key, value] of map) {
                          seen += key + value + " ";
                          if (key === 1) { map.delete(2); map.set(4, "d"); }
                          if (key === 3) for (let i = 10; i < 60; i++) map.set(i, "");
                          if (key === 20) { map.clear(); map.set(99, "end"); }
                        }
                        console.log(seen);
                        const set = new Set([1]);
                        let rounds = 0;
                        for (const value of set) { set.delete(value); if (rounds++ < 5) set.add(value); }
                        console.log(rounds, set.size);
                        """))
                .isEqualTo("1a 3c 4d 10 11 12 13 14 15 16 17 18 19 20 99end \n6 0");
    }
}
