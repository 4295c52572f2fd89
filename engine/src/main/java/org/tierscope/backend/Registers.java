package org.tierscope.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;
import org.tierscope.ir.Representation;
import org.tierscope.machine.Location;

/**
 * The registers of one class that the allocator hands out, in order of preference.
 *
 * @param locations one per register
 */
record Registers(List<Location> locations) {
    /** Scratch registers of the code generator, never allocated: any instruction may overwrite them. */
    static final Reg SCRATCH = Reg.R11;

    static final Reg SCRATCH_2 = Reg.R10;
    static final Xmm XMM_SCRATCH = Xmm.XMM15;
    static final Xmm XMM_SCRATCH_2 = Xmm.XMM14;

    private static final List<Reg> GENERAL =
            List.of(Reg.RAX, Reg.RCX, Reg.RDX, Reg.RSI, Reg.RDI, Reg.R8, Reg.R9, Reg.R12, Reg.RBP);

    static Registers general(long seed) {
        return shuffled(GENERAL.stream().<Location>map(Location.InReg::new).toList(), seed);
    }

    static Registers floating(long seed) {
        var list = new ArrayList<Location>();
        for (Xmm register : Xmm.values()) {
            if (register != XMM_SCRATCH && register != XMM_SCRATCH_2) {
                list.add(new Location.InXmm(register));
            }
        }
        return shuffled(list, seed);
    }

    private static Registers shuffled(List<Location> list, long seed) {
        if (seed == 0) {
            return new Registers(list);
        }
        // Some of them only, in any order: what lives in slots takes other ways through the emitters than what lives in registers.
        var random = new Random(seed);
        var order = new ArrayList<>(list);
        Collections.shuffle(order, random);
        return new Registers(List.copyOf(order.subList(0, 1 + random.nextInt(list.size()))));
    }

    static boolean isFloating(Representation representation) {
        return representation == Representation.FLOAT64;
    }

    int count() {
        return locations.size();
    }

    int indexOf(Location location) {
        return locations.indexOf(location);
    }
}
