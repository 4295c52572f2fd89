package org.tierscope.ir;

/**
 * What an operation does besides computing its result.
 *
 * @param reads {@link Memory} bits whose contents the result depends on
 * @param writes {@link Memory} bits that may change
 * @param flags the constants below
 */
public record Effects(int reads, int writes, int flags) {
    /** May leave to the interpreter: carries a frame state and a reason. */
    public static final int EXITS = 1;
    /** Calls out of compiled code: no register survives, and it carries a frame state. */
    public static final int CALLS = 2;
    /** May run guest code. */
    public static final int GUEST = 4;
    /** May throw. */
    public static final int THROWS = 8;
    /** Makes a new cell: never merged with another, removed when unused. */
    public static final int ALLOCATES = 16;
    /** Ends a block. */
    public static final int TERMINATES = 32;
    /** Stays where it is, used or not. */
    public static final int PINNED = 64;
    /** Calls a routine that touches no guest memory and needs no frame state; no register survives it. */
    public static final int LEAF_CALL = 128;

    public static final Effects PURE = new Effects(0, 0, 0);
    public static final Effects GUARD = new Effects(0, 0, EXITS);
    public static final Effects LEAF = new Effects(0, 0, LEAF_CALL);
    public static final Effects PINNED_VALUE = new Effects(0, 0, PINNED);
    public static final Effects TERMINATOR = new Effects(0, 0, TERMINATES);
    public static final Effects EXIT = new Effects(0, 0, TERMINATES | EXITS);
    /** Anything: guest code may run. */
    public static final Effects ANY = new Effects(Memory.ALL, Memory.ALL, CALLS | GUEST | THROWS);

    public static Effects reading(Memory... memories) {
        return new Effects(Memory.mask(memories), 0, 0);
    }

    public static Effects writing(Memory... memories) {
        return new Effects(0, Memory.mask(memories), 0);
    }

    /** A guard whose outcome depends on mutable memory. */
    public static Effects guardReading(Memory... memories) {
        return new Effects(Memory.mask(memories), 0, EXITS);
    }

    public Effects and(int moreFlags) {
        return new Effects(reads, writes, flags | moreFlags);
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    public boolean exits() {
        return has(EXITS);
    }

    public boolean calls() {
        return has(CALLS);
    }

    public boolean throwsException() {
        return has(THROWS);
    }

    /**
     * Whether something a guest can see may be different afterwards, so that going back behind it repeats it.
     */
    public boolean hasSideEffect() {
        return (writes & ~Memory.FRAME.bit()) != 0 || has(GUEST);
    }

    /** Whether it may be dropped when nothing uses its result. */
    public boolean isRemovable() {
        return writes == 0 && !has(EXITS | GUEST | THROWS | TERMINATES | PINNED);
    }

    /** Whether two of these with equal inputs, with no write to what they read between them, are one. */
    public boolean isRepeatable() {
        return writes == 0 && !has(CALLS | GUEST | THROWS | ALLOCATES | TERMINATES | PINNED);
    }
}
