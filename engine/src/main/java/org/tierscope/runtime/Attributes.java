package org.tierscope.runtime;

/** Attributes of a property, as shapes and dictionary elements hold them in the low byte of their information word. */
public final class Attributes {
    public static final int WRITABLE = 1;
    public static final int ENUMERABLE = 2;
    public static final int CONFIGURABLE = 4;
    /** The slot holds an ACCESSOR cell. */
    public static final int ACCESSOR = 8;
    /** The slot has no value yet: a function's name, length or prototype, made when first asked for. */
    public static final int LAZY = 16;

    /** What plain assignment makes. */
    public static final int DEFAULT = WRITABLE | ENUMERABLE | CONFIGURABLE;
    /** Built-in methods. */
    public static final int HIDDEN = WRITABLE | CONFIGURABLE;

    public static final int NONE = 0;

    private Attributes() {}
}
