package org.tierscope.asm;

import java.util.HashMap;
import java.util.Map;

/** The kinds of operands in {@link Form} patterns, named as in the Intel manual's instruction headings. */
enum Kind {
    /**
     * General-purpose register of the instruction's width; {@code rm} also takes memory; {@code m} only
     * memory.
     */
    R("r", Width.NONE, true, false, false),
    RM("rm", Width.NONE, true, true, false),
    M("m", Width.NONE, false, true, false),
    R32("r32", Width.D, true, false, false),
    RM8("rm8", Width.B, true, true, false),
    RM16("rm16", Width.W, true, true, false),
    RM32("rm32", Width.D, true, true, false),
    RM64("rm64", Width.Q, true, true, false),
    M64("m64", Width.Q, false, true, false),
    /** RCX, of which the instruction reads CL. */
    CL("cl", Width.B, true, false, false),
    /** SSE register; {@code xm} also takes memory; {@code mx} only memory. */
    X("x", Width.NONE, false, false, true),
    XM("xm", Width.NONE, false, true, true),
    MX("mx", Width.NONE, false, true, false),
    /** Immediate that fits 8 bits, sign-extended to the instruction's width. */
    I8("i8", Width.NONE, false, false, false),
    /** Immediate of the instruction's width; 32 bits, sign-extended, for quadwords. */
    I("i", Width.NONE, false, false, false),
    U8("u8", Width.NONE, false, false, false),
    U32("u32", Width.NONE, false, false, false),
    I64("i64", Width.NONE, false, false, false),
    /** The immediate 1, implied by the opcode. */
    ONE("1", Width.NONE, false, false, false);

    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        for (Kind kind : values()) {
            BY_NAME.put(kind.name, kind);
        }
    }

    private final String name;
    /** Width that does not depend on the instruction's, or NONE. */
    final Width fixed;
    final boolean general;
    final boolean memory;
    final boolean sse;

    Kind(String name, Width fixed, boolean general, boolean memory, boolean sse) {
        this.name = name;
        this.fixed = fixed;
        this.general = general;
        this.memory = memory;
        this.sse = sse;
    }

    static Kind named(String name) {
        Kind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no operand kind " + name);
        }
        return kind;
    }

    boolean register() {
        return (general || sse) && this != CL;
    }

    Width width(Width instruction) {
        return fixed == Width.NONE ? instruction : fixed;
    }

    boolean accepts(Operand operand, Width width) {
        return switch (operand) {
            case Reg reg -> general && (this != CL || reg == Reg.RCX);
            case Xmm _ -> sse;
            case Address _ -> memory;
            case Imm(long value) -> acceptsImmediate(value, width);
        };
    }

    private boolean acceptsImmediate(long value, Width width) {
        return switch (this) {
            case I8 -> width.accepts(value) && Imm.fitsSigned8(width.signExtend(value));
            case I -> width.accepts(value);
            case U8 -> value >= 0 && value <= 0xFF;
            case U32 -> Imm.fitsUnsigned32(value);
            case I64 -> true;
            case ONE -> value == 1;
            default -> false;
        };
    }

    /** How many immediate bytes follow the instruction's address bytes. */
    int immediateBytes(Width width) {
        return switch (this) {
            case I8, U8 -> 1;
            case I -> width == Width.NONE ? 4 : Math.min(4, width.bytes);
            case U32 -> 4;
            case I64 -> 8;
            default -> 0;
        };
    }
}
