package org.tierscope.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What programs see of objects dying (9.9 to 9.13): the targets of weak references that stay until the job ends, and the cells of
 * finalization registries. A registry's fields are its callback and a guest array of held values, at the cells' numbers.
 */
public final class WeakTargets {
    public static final int CALLBACK = 0;
    public static final int HELD_VALUES = 1;

    /** A registration; {@code token} is 0 where there is none. */
    private record Cell(long target, long token, int held) {}

    private record Dead(long registry, int held) {}

    private final Vm vm;
    private final Set<Long> kept = new HashSet<>();
    private final Map<Long, List<Cell>> registries = new HashMap<>();
    private final ArrayDeque<Dead> dead = new ArrayDeque<>();

    WeakTargets(Vm vm) {
        this.vm = vm;
    }

    /** AddToKeptObjects. */
    public void keepDuringJob(long target) {
        kept.add(target);
    }

    /** ClearKeptObjects: a job has ended. */
    public void endJob() {
        kept.clear();
    }

    /** FinalizationRegistry.prototype.register; {@code token} is 0 for none. */
    public void register(long registry, long target, long held, long token) {
        long values = Objects.field(registry, HELD_VALUES);
        int number = Elements.arrayLength(values);
        vm.literals().arrayAppend(values, held);
        registries.computeIfAbsent(registry, r -> new ArrayList<>()).add(new Cell(target, token, number));
    }

    /** FinalizationRegistry.prototype.unregister: whether anything was registered with the token. */
    public boolean unregister(long registry, long token) {
        return registries.getOrDefault(registry, new ArrayList<>()).removeIf(cell -> {
            if (cell.token == token) {
                release(registry, cell.held);
            }
            return cell.token == token;
        });
    }

    private long release(long registry, int number) {
        long values = Objects.field(registry, HELD_VALUES);
        long held = Elements.get(values, number);
        vm.elements().put(values, number, Value.UNDEFINED);
        return held;
    }

    /** Whether callbacks of registries are due. */
    public boolean hasDead() {
        return !dead.isEmpty();
    }

    /**
     * Calls the callback of a registry for one target that has died.
     *
     * @throws GuestException what it throws
     */
    public void finalizeOne() {
        Dead next = dead.remove();
        long callback = Objects.field(next.registry, CALLBACK);
        vm.call(callback, Value.UNDEFINED, release(next.registry, next.held));
    }

    void forEachRoot(LongConsumer mark) {
        kept.forEach(mark::accept);
        dead.forEach(cell -> mark.accept(cell.registry));
    }

    /** After marking: finds what died. */
    void sweep(Heap heap) {
        registries.keySet().removeIf(registry -> !heap.isMarked(registry));
        registries.forEach((registry, cells) -> {
            for (Iterator<Cell> i = cells.iterator(); i.hasNext(); ) {
                Cell cell = i.next();
                if (!heap.isMarked(cell.target)) {
                    i.remove();
                    dead.add(new Dead(registry, cell.held));
                }
            }
            cells.replaceAll(cell -> cell.token == 0 || heap.isMarked(cell.token)
                    ? cell
                    : new Cell(cell.target, 0, cell.held));
        });
    }
}
