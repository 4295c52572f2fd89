package org.tierscope.bytecode;

/** A constant that is a property key: one of the symbols that all realms share (6.1.5.1). */
public enum WellKnownSymbol {
    ITERATOR;

    @Override
    public String toString() {
        return "Symbol." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
