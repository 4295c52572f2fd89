package org.tierscope.bytecode;

/** Immediate of the instructions that define members: kind in the low two bits, then flags. */
public final class MemberFlags {
    /** Private names only: a field (data, writable). */
    public static final int FIELD = 0;

    public static final int METHOD = 1;
    public static final int GETTER = 2;
    public static final int SETTER = 3;
    public static final int KIND_MASK = 3;
    /** Object literals; class members are not enumerable. */
    public static final int ENUMERABLE = 4;
    /** The function has its name already. */
    public static final int KEEP_NAME = 8;

    private MemberFlags() {}
}
