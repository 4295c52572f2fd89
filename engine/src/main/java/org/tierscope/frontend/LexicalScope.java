package org.tierscope.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scope while its code is generated. The chain of scopes with a context mirrors the chain of contexts at run time, across
 * functions: that is how depth is counted.
 */
final class LexicalScope {
    final LexicalScope parent;
    final FunctionGenerator function;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    /** The register that holds this scope's context in its own function; meaningful if {@link #hasContext}. */
    int contextRegister;
    private int slots;

    LexicalScope(LexicalScope parent, FunctionGenerator function) {
        this.parent = parent;
        this.function = function;
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

    /** The binding that a name means here, or null: a global that no scope knows. */
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
