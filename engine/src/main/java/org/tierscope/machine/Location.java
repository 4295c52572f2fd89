package org.tierscope.machine;

import org.tierscope.asm.Reg;
import org.tierscope.asm.Xmm;

/** Where a value is while it is alive. */
public sealed interface Location {
    /** A general register. */
    record InReg(Reg register) implements Location {
        // Written down: what the JVM generates for records is made anew at each start.
        @Override
        public boolean equals(Object other) {
            return other instanceof InReg that && register == that.register;
        }

        @Override
        public int hashCode() {
            return register.hashCode();
        }

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
