package org.tierscope.machine;

import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;

/** Where a value is while it is alive. */
public sealed interface Location {
    /** A general register. */
    record InReg(Reg register) implements Location {
        @Override
        public String toString() {
            return register.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A floating-point register. */
    record InXmm(Xmm register) implements Location {
        @Override
        public String toString() {
            return register.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A slot of the guest frame, counted from fp: a spill slot, or the home of a bytecode register. */
    record InSlot(int slot) implements Location {
        @Override
        public String toString() {
            return "[fp+" + 8 * slot + "]";
        }
    }
}
