package org.tierscope.asm;

/** Names for absolute addresses, so that listings show a runtime function's name instead of a number. */
@FunctionalInterface
public interface Symbols {

    Symbols NONE = _ -> null;

    /** The name of what is at {@code address}, or null. */
    String nameOf(long address);
}
