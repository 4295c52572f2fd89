package org.tierscope.frontend;

import com.oracle.js.parser.ir.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scope while its code is generated, and as long as a direct eval may need it. The chain of scopes with a context mirrors the
 * chain of contexts at run time, across functions: that is how depth is counted.
 */
final class LexicalScope {
    enum Kind {
        BLOCK,
        /** Parameters that have a scope of their own. */
        PARAMETERS,
        /** Where a function's var declarations live. */
        FUNCTION,
        /** The variables that eval declared in the function or the parameters inside: an object in slot 0. */
        EVAL_VARIABLES,
        /** The object of a with statement, in slot 0. */
        WITH;

        /** Its names are known only at run time. */
        boolean isDynamic() {
            return this == WITH || this == EVAL_VARIABLES;
        }
    }

    final LexicalScope parent;
    final FunctionGenerator function;
    final Kind kind;
    /** The parser's view of it, null for scopes that only the generator knows. */
    final Scope syntax;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    /** Whether a scope around this one is dynamic. */
    private final boolean insideDynamic;
    /** The register that holds this scope's context in its own function; meaningful if {@link #hasContext}. */
    int contextRegister;
    private int slots;

    LexicalScope(LexicalScope parent, FunctionGenerator function, Kind kind, Scope syntax) {
        this.parent = parent;
        this.function = function;
        this.kind = kind;
        this.syntax = syntax;
        this.insideDynamic = parent != null && (parent.insideDynamic || parent.kind.isDynamic());
    }

    Binding add(String name, Binding.Kind kind) {
        var binding = new Binding(name, kind, this);
        bindings.put(name, binding);
        return binding;
    }

    /** Gives a binding its place in the context; only before the context is created. */
    void placeInContext(Binding binding) {
        binding.slot = slots++;
    }

    Binding own(String name) {
        return bindings.get(name);
    }

    Iterable<Binding> bindings() {
        return bindings.values();
    }

    boolean hasContext() {
        return slots > 0;
    }

    int slots() {
        return slots;
    }

    /** Whether names used here may mean something that is known only at run time. */
    boolean mayBeDynamic() {
        return insideDynamic || kind.isDynamic();
    }

    /** The binding that a name means here, dynamic scopes left out, or null: a global that no scope knows. */
    Binding resolve(String name) {
        for (LexicalScope scope = this; scope != null; scope = scope.parent) {
            Binding binding = scope.own(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    /** Contexts between this scope, the innermost one counting as 0, and {@code outer}. */
    int contextDepth(LexicalScope outer) {
        int depth = 0;
        for (LexicalScope scope = this; scope != outer; scope = scope.parent) {
            if (scope.hasContext()) {
                depth++;
            }
        }
        return depth;
    }
}
