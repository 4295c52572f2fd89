package org.tierscope.asm;

import java.util.HashMap;
import java.util.Map;

/** The kinds of operands in {@link Form} patterns, named as in the Intel manual's instruction headings. */
enum Kind {
    /**
     * General-purpose register of the instruction's width; {@code rm} also takes memory; {@code m} only
     * memory.
     */
    R("r", Width.NONE, Kind.GENERAL),
    RM("rm", Width.NONE, Kind.GENERAL | Kind.MEMORY),
    M("m", Width.NONE, Kind.MEMORY),
    R32("r32", Width.D, Kind.GENERAL),
    RM8("rm8", Width.B, Kind.GENERAL | Kind.MEMORY),
    RM16("rm16", Width.W, Kind.GENERAL | Kind.MEMORY),
    RM32("rm32", Width.D, Kind.GENERAL | Kind.MEMORY),
    RM64("rm64", Width.Q, Kind.GENERAL | Kind.MEMORY),
    M64("m64", Width.Q, Kind.MEMORY),
    /** RCX, of which the instruction reads CL. */
    CL("cl", Width.B, Kind.COUNT),
    /** SSE register; {@code xm} also takes memory; {@code mx} only memory. */
    X("x", Width.NONE, Kind.SSE),
    XM("xm", Width.NONE, Kind.SSE | Kind.MEMORY),
    MX("mx", Width.NONE, Kind.MEMORY),
    /** Immediate that fits 8 bits, sign-extended to the instruction's width. */
    I8("i8", Width.NONE, Kind.SIGNED8),
    /** Immediate of the instruction's width; 32 bits, sign-extended, for quadwords. */
    I("i", Width.NONE, Kind.FULL),
    U8("u8", Width.NONE, Kind.UNSIGNED8),
    U32("u32", Width.NONE, Kind.UNSIGNED32),
    I64("i64", Width.NONE, Kind.WORD64),
    /** The immediate 1, implied by the opcode. */
    ONE("1", Width.NONE, Kind.IS_ONE);

    // What an operand can be, as bits; see Operand.classes. An immediate is several of them at once.
    static final int GENERAL = 1;
    /** RCX. */
    static final int COUNT = 2;
    static final int SSE = 4;
    static final int MEMORY = 8;
    static final int SIGNED8 = 16;
    static final int FULL = 32;
    static final int UNSIGNED8 = 64;
    static final int UNSIGNED32 = 128;
    static final int WORD64 = 256;
    static final int IS_ONE = 512;

    private static final Map<String, Kind> BY_NAME = new HashMap<>();

    static {
        for (Kind kind : values()) {
            BY_NAME.put(kind.name, kind);
        }
    }

    private final String name;
    /** Width that does not depend on the instruction's, or NONE. */
    final Width fixed;
    /** The operands it takes: any that is one of these. */
    final int classes;

    Kind(String name, Width fixed, int classes) {
        this.name = name;
        this.fixed = fixed;
        this.classes = classes;
    }

    static Kind named(String name) {
        Kind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("no operand kind " + name);
        }
        return kind;
    }

    /** Whether the operand may be a register that the instruction's bytes have a place for. */
    boolean register() {
        return (classes & (GENERAL | SSE)) != 0;
    }

    boolean memory() {
        return (classes & MEMORY) != 0;
    }

    Width width(Width instruction) {
        return fixed == Width.NONE ? instruction : fixed;
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
