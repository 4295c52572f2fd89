package org.tierscope.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Validity of prototype chains. A validity cell is a u32 that is 1 until an object on the chain it stands for gets another
 * shape or prototype; then it becomes 0 for ever, and the next one who asks gets a new cell.
 */
public final class Prototypes {
    private static final class Info {
        long cell;
        final List<Long> users = new ArrayList<>();
    }

    private final ShapeTable shapes;
    private final NativeArena arena;
    private final Map<Long, Info> infos = new HashMap<>();
    private LongConsumer listener = cell -> {};

    Prototypes(ShapeTable shapes, NativeArena arena) {
        this.shapes = shapes;
        this.arena = arena;
    }

    /** Told the address of each validity cell that becomes invalid, on the guest's thread, before the change takes place. */
    public void onInvalidate(LongConsumer listener) {
        this.listener = listener;
    }

    /**
     * Address of the validity cell for {@code prototype} (an object flagged as prototype) and everything above it; 0 for no
     * prototype.
     */
    public long validity(long prototype) {
        if (prototype == 0) {
            return 0;
        }
        Info info = infos.computeIfAbsent(prototype, p -> new Info());
        if (info.cell == 0) {
            info.cell = arena.allocate(4);
            Mem.putInt(info.cell, 1);
            for (long below = prototype, above = above(below); above != 0; below = above, above = above(below)) {
                List<Long> users = infos.computeIfAbsent(above, p -> new Info()).users;
                if (users.contains(below)) {
                    break;
                }
                users.add(below);
            }
        }
        return info.cell;
    }

    private long above(long object) {
        return shapes.of(object).prototype();
    }

    /** Invalidates every chain that {@code prototype} is on. */
    void changed(long prototype) {
        Info info = infos.get(prototype);
        if (info == null) {
            return;
        }
        if (info.cell != 0) {
            breakCell(info.cell);
            info.cell = 0;
        }
        if (!info.users.isEmpty()) {
            var users = List.copyOf(info.users);
            info.users.clear();
            users.forEach(this::changed);
        }
    }

    /** Makes a validity cell invalid. */
    void breakCell(long cell) {
        listener.accept(cell);
        Mem.putInt(cell, 0);
    }

    /** After marking: forgets dead prototypes. */
    void sweep(Heap heap) {
        infos.keySet().removeIf(prototype -> !heap.isMarked(prototype));
        infos.values().forEach(info -> info.users.removeIf(user -> !heap.isMarked(user)));
    }
}
