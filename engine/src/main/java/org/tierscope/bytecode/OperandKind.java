package org.tierscope.bytecode;

/** What one operand word of an instruction means. */
public enum OperandKind {
    /** A register that is read. */
    READ,
    /** A register that is written. */
    WRITE,
    /** The first of a run of registers; the opcode's documentation says how many and whether read or written. */
    RANGE,
    /** An index into the function's constants. */
    CONSTANT,
    /** A signed immediate. */
    IMMEDIATE,
    /** An unsigned count. */
    COUNT,
    /** The pc of a jump target. */
    TARGET,
    /** Byte offset of a slot in the function's feedback vector. */
    FEEDBACK
}
