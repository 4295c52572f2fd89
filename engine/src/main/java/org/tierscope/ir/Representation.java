package org.tierscope.ir;

/** How a node's value is held in a register or spill slot. */
public enum Representation {
    /** No value. */
    NONE,
    /** A boxed word, see {@link org.tierscope.runtime.Value}. */
    TAGGED,
    /** A signed 32-bit integer; the upper half of its register is unspecified. */
    INT32,
    /** An IEEE double in a floating-point register. */
    FLOAT64,
    /** 0 or 1 in a general register. */
    BOOL,
    /** An address that is not a guest value (element storage, slot storage). */
    RAW
}
