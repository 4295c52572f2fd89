package org.tierscope.frontend;

import com.oracle.js.parser.ir.Scope;
import java.util.StringJoiner;
import org.tierscope.bytecode.EvalScope;

/**
 * Where a direct call of eval stands. What code needs at run time that is made of its argument lives in contexts: the parser's view
 * of a scope says that it contains an eval, and then all its bindings are captured.
 */
record EvalSite(LexicalScope scope, boolean isStrict) implements EvalScope {
    /** The parser's view of the innermost scope that it knows. */
    Scope syntax() {
        LexicalScope known = scope;
        while (known.syntax == null) {
            known = known.parent;
        }
        return known.syntax;
    }

    /** Every call has its own: it is a key of compiled code. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** The names around the call, a bar between functions. */
    @Override
    public String toString() {
        var text = new StringJoiner(" ");
        FunctionGenerator function = scope.function;
        for (LexicalScope s = scope; s != null; s = s.parent) {
            if (s.function != function) {
                text.add("|");
                function = s.function;
            }
            for (Binding binding : s.bindings()) {
                if (!binding.internal) {
                    text.add(binding.name);
                }
            }
        }
        return text.toString();
    }
}
