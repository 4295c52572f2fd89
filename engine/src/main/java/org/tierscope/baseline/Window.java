package org.tierscope.baseline;

import org.tierscope.asm.Address;
import org.tierscope.asm.Reg;

/** The window of a call, see {@link org.tierscope.runtime.Frame}, as templates for calls use it. */
interface Window {
    /** Makes the window addressable, until the next call; may change rdx. */
    void open();

    /** The same where its callee's fp is in {@code calleeFp} already. */
    void openAt(Reg calleeFp);

    /** A field of the callee's frame. */
    Address at(int offset);

    /** fp becomes the callee's. Directly before the call. */
    void enter();

    /** fp is ours again, as are the registers that a guest call clobbers. Directly behind the call; changes nothing else. */
    void leave();

    /** {@code target} = bytes from fp to the callee's fp. */
    void distance(Reg target);
}
