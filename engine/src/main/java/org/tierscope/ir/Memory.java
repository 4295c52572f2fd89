package org.tierscope.ir;

/**
 * Categories of memory that loads read and stores write. Two accesses of different categories never touch the
 * same bytes, so a store of one does not disturb a load of another.
 */
public enum Memory {
    /** Shape ids in object headers. */
    SHAPE,
    /** Elements kinds and flags in object headers. */
    KIND,
    /** The pointer to an object's out-of-line slots. */
    SLOTS_POINTER,
    /** Named properties, in the object or out of line, of objects that share their shapes with others. */
    NAMED,
    /** Named properties of objects with shapes of their own: prototypes, the global object; global declarations. */
    HOLDER,
    /** Named properties of either: in accesses, which then are of both. */
    PROPERTY,
    /** The pointer to an object's elements. */
    ELEMENTS_POINTER,
    /** Element values, boxed or raw double. */
    ELEMENTS,
    /** Array lengths. */
    LENGTH,
    /** Captured variables. */
    CONTEXT,
    /** Address and length of typed arrays' data. */
    TYPED_HEADER,
    /** Bytes of typed arrays. */
    TYPED_DATA,
    /** Validity cells of prototype chains. */
    VALIDITY,
    /** Tables of Map and Set. */
    TABLE,
    /** Fields of iterators over arrays. */
    ITERATOR,
    /** Fields that never change once the cell is made. */
    IMMUTABLE,
    /** Registers' own slots in the frame, which only ExecuteBytecode and LoadRegister use. */
    FRAME;

    /** Everything that guest code may change. */
    public static final int ALL = (1 << FRAME.ordinal() + 1) - 1 & ~IMMUTABLE.bit();

    public int bit() {
        return 1 << ordinal();
    }

    /** What an access that says this reads or writes. */
    public int bits() {
        return this == PROPERTY ? NAMED.bit() | HOLDER.bit() : bit();
    }

    static int mask(Memory... memories) {
        int mask = 0;
        for (Memory memory : memories) {
            mask |= memory.bit();
        }
        return mask;
    }
}
