package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Scope;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.SwitchNode;
import com.oracle.js.parser.ir.Symbol;
import com.oracle.js.parser.ir.VarNode;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;

/** Opens and closes scopes: gives bindings their places, makes contexts, hoists function declarations. */
final class Scopes {
    private final FunctionGenerator f;
    private final Map<LexicalScope, Label> starts = new HashMap<>();
    private final Deque<LexicalScope> open = new ArrayDeque<>();
    private final BitSet variables = new BitSet();

    Scopes(FunctionGenerator f) {
        this.f = f;
    }

    /** Whether a register is a variable's: other code than that which took it may write it. */
    boolean isVariable(int register) {
        return register >= 0 && variables.get(register);
    }

    /** Makes a scope the innermost one; its bindings get places by {@link #place}. */
    LexicalScope push(LexicalScope.Kind kind, Scope syntax) {
        var scope = new LexicalScope(f.scope, f, kind, syntax);
        f.scope = scope;
        open.push(scope);
        return scope;
    }

    /**
     * Opens a block: all its lexical declarations are in their dead zone, its functions are defined.
     *
     * @return the scope, or null if the block declares nothing
     */
    LexicalScope enterBlock(Block block, Span at) {
        if (!block.getScope().hasDeclarations()) {
            return null;
        }
        LexicalScope scope = push(LexicalScope.Kind.BLOCK, block.getScope());
        for (Symbol symbol : block.getSymbols()) {
            Binding binding = scope.add(symbol.getName(), kindOf(symbol));
            binding.skippable = symbol.isDeclaredInSwitchBlock();
            binding.hoistedFromBlock = symbol.isHoistedBlockFunctionDeclaration();
            binding.catchParameter = symbol.isCatchParameter();
            if (isCaptured(symbol, block.getScope())) {
                scope.placeInContext(binding);
            }
        }
        place(scope, at);
        for (Binding binding : scope.bindings()) {
            if (binding.skippable && !binding.inContext()) {
                f.code.emit(Opcode.LOAD_EMPTY, at, binding.register);
            }
        }
        hoistFunctions(block.getStatements(), true);
        return scope;
    }

    void leave(LexicalScope scope) {
        if (scope == null) {
            return;
        }
        Label end = f.code.here();
        Label start = starts.remove(scope);
        for (Binding binding : scope.bindings()) {
            if (start != null && !binding.inContext() && !binding.global && !binding.internal
                    && binding.register >= 0) {
                f.code.name(binding.register, binding.name, start, end);
            }
        }
        for (Binding binding : scope.bindings()) {
            if (binding.register >= 0) {
                variables.clear(binding.register);
            }
        }
        open.remove(scope);
        f.scope = scope.parent;
    }

    /** Leaves what is still open at the function's end. */
    void leaveAll() {
        while (!open.isEmpty()) {
            leave(open.peek());
        }
    }

    /** Registers for the bindings that are not in the context, and the context for those that are. */
    void place(LexicalScope scope, Span at) {
        for (Binding binding : scope.bindings()) {
            if (!binding.inContext() && !binding.global && binding.register == Binding.NO_REGISTER) {
                binding.register = f.registers.take();
            }
        }
        for (Binding binding : scope.bindings()) {
            if (binding.register >= 0) {
                variables.set(binding.register);
            }
        }
        starts.put(scope, f.code.here());
        if (scope.hasContext()) {
            scope.contextRegister = f.registers.take();
            createContext(scope, at);
        }
    }

    /** A new context for a scope, in the register that holds its context. */
    void createContext(LexicalScope scope, Span at) {
        f.code.emit(Opcode.CREATE_CONTEXT, at, scope.contextRegister, parentContext(scope, at),
                scope.slots());
    }

    private int parentContext(LexicalScope scope, Span at) {
        LexicalScope saved = f.scope;
        f.scope = scope.parent;
        try {
            return f.contextRegister(at);
        } finally {
            f.scope = saved;
        }
    }

    /** Whether other functions may use a binding: closures, or code that eval makes. */
    static boolean isCaptured(Symbol symbol, Scope scope) {
        return symbol.isClosedOver() || scope.hasNestedEval();
    }

    static Binding.Kind kindOf(Symbol symbol) {
        if (symbol.isFunctionSelf()) {
            return Binding.Kind.FUNCTION_NAME;
        }
        return symbol.isConst() ? Binding.Kind.CONST : symbol.isLet() ? Binding.Kind.LET : Binding.Kind.VAR;
    }

    /** Defines the functions declared directly in a statement list: of a block, or of a function body. */
    void hoistFunctions(List<Statement> statements, boolean blockScoped) {
        for (Statement statement : statements) {
            if (statement instanceof SwitchNode choice) {
                choice.getCases().forEach(clause -> hoistFunctions(clause.getStatements(), blockScoped));
            }
            if (statement instanceof VarNode declaration
                    && declaration.isHoistableDeclaration()
                    && declaration.isBlockScoped() == blockScoped) {
                defineFunction(declaration);
            }
        }
    }

    void defineFunction(VarNode declaration) {
        String name = declaration.getName().getName();
        var function = (FunctionNode) declaration.getInit();
        Span at = f.unit.at(declaration);
        int mark = f.registers.top();
        if (!declaration.isBlockScoped() && f.role == FunctionRole.EVAL) {
            int closure = f.registers.take();
            f.closure(function, closure, name);
            f.variables.storeVariable(name, closure, at);
            f.registers.release(mark);
            return;
        }
        Binding binding = f.scope.resolve(name);
        boolean direct = !binding.inContext() && !binding.global;
        int dest = direct ? binding.register : f.registers.take();
        boolean isDefault = name.equals(Module.DEFAULT_EXPORT_BINDING_NAME.toJavaStringUncached());
        f.closure(function, dest, isDefault ? function.getName() : name);
        f.variables.initialize(binding, dest, at);
        f.registers.release(mark);
    }
}
