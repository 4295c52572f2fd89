package org.tierscope.frontend;

/** A name in a {@link LexicalScope}: what kind of binding it is and where its value lives. */
final class Binding {
    enum Kind {
        /** Parameters, var, functions, and internal names: initialised from the start. */
        VAR,
        LET,
        CONST,
        /** The name of a function expression: assignments are ignored, or throw in strict code. */
        FUNCTION_NAME
    }

    final String name;
    final Kind kind;
    final LexicalScope scope;
    static final int NO_REGISTER = Integer.MIN_VALUE;

    /** The register, if it lives in one. */
    int register = NO_REGISTER;
    /** The slot in the scope's context, or −1. */
    int slot = -1;
    /** A property of the global object, or a global lexical binding. */
    boolean global;
    /** Code generated from now on runs after the binding was initialised. */
    boolean initialized;
    /** Declared among the cases of a switch: code that stands later may run without the declaration having run. */
    boolean skippable;
    /** A function declared in a block of sloppy code that is also a variable of the function around it (B.3.2). */
    boolean hoistedFromBlock;
    /** An exported or imported binding of a module: the slot holds a cell, whose slot 0 has the value. */
    boolean cell;
    /** The one name of a catch clause: eval may declare a variable of that name. */
    boolean catchParameter;
    /** The source name of the private or internal binding is not shown. */
    final boolean internal;

    Binding(String name, Kind kind, LexicalScope scope) {
        this.name = name;
        this.kind = kind;
        this.scope = scope;
        this.initialized = kind == Kind.VAR || kind == Kind.FUNCTION_NAME;
        this.internal = isInternal(name);
    }

    /** Names that no identifier can be: they mean the same whatever with and eval do. */
    static boolean isInternal(String name) {
        return name.startsWith(":") || name.startsWith("#") || name.equals("this") || name.equals("super")
                || name.equals("new.target");
    }

    boolean inContext() {
        return slot >= 0;
    }

    boolean isConst() {
        return kind == Kind.CONST;
    }

    boolean isLexical() {
        return kind == Kind.LET || kind == Kind.CONST;
    }
}
