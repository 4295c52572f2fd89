package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.GlobalDeclarations;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/** What global code does before its first statement: GlobalDeclarationInstantiation (16.1.7), and eval's counterpart (19.2.1.3). */
final class ScriptEntry {
    private final FunctionGenerator f;
    private final FunctionNode node;
    private final Block body;
    private final Span at;

    ScriptEntry(FunctionGenerator f, FunctionNode node, Span at) {
        this.f = f;
        this.node = node;
        this.body = node.getBody();
        this.at = at;
    }

    void enterScript() {
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.FUNCTION, body.getScope());
        f.variableScope = scope;
        for (Symbol symbol : body.getSymbols()) {
            scope.add(symbol.getName(), Scopes.kindOf(symbol)).global = true;
        }
        keepThis(scope);
        declareGlobals(true);
        f.scopes.hoistFunctions(body.getStatements(), false);
    }

    /** Closures and code of eval find this in the context. */
    private void keepThis(LexicalScope scope) {
        if (node.usesThis() && node.hasClosures() || body.getScope().hasNestedEval()) {
            scope.placeInContext(scope.add("this", Binding.Kind.VAR));
        }
        f.scopes.place(scope, at);
        Binding thisBinding = scope.own("this");
        if (thisBinding != null) {
            f.variables.write(thisBinding, Frame.THIS_REGISTER, at);
        }
    }

    private void declareGlobals(boolean isScript) {
        DeclaredNames names = DeclaredNames.of(body);
        var lets = new ArrayList<String>();
        var constants = new ArrayList<String>();
        var blockFunctions = new ArrayList<String>();
        for (Symbol symbol : body.getSymbols()) {
            if (symbol.isBlockScoped()) {
                if (isScript) {
                    (symbol.isConst() ? constants : lets).add(symbol.getName());
                }
            } else if (!names.contains(symbol.getName()) && !Binding.isInternal(symbol.getName())) {
                blockFunctions.add(symbol.getName());
            }
        }
        var declarations = new GlobalDeclarations(lets, constants, List.copyOf(names.functions()),
                List.copyOf(names.variables()), blockFunctions, !isScript);
        if (!declarations.isEmpty()) {
            f.code.emit(Opcode.DECLARE_GLOBALS, at, f.constant(declarations));
        }
    }

    // Code of eval.

    void enterEval() {
        LexicalScope site = f.scope;
        if (site == null) {
            keepThis(f.scopes.push(LexicalScope.Kind.BLOCK, null));
        }
        if (f.strict) {
            new FunctionEntry(f, node).enterStrictEval();
            return;
        }
        findVariables(site);
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.BLOCK, body.getScope());
        for (Symbol symbol : body.getSymbols()) {
            if (symbol.isBlockScoped()) {
                Binding binding = scope.add(symbol.getName(), Scopes.kindOf(symbol));
                if (Scopes.isCaptured(symbol, body.getScope())) {
                    scope.placeInContext(binding);
                }
            }
        }
        f.scopes.place(scope, at);
        checkConflicts(site);
        if (f.variableScope == null && f.evalVariables == null) {
            declareGlobals(false);
        } else {
            declareVariables();
        }
        f.scopes.hoistFunctions(body.getStatements(), false);
    }

    /** Finds the scope that var declarations belong to; both stay null where that is the global one. */
    private void findVariables(LexicalScope site) {
        LexicalScope scope = site;
        while (scope != null && scope.kind != LexicalScope.Kind.FUNCTION
                && scope.kind != LexicalScope.Kind.EVAL_VARIABLES) {
            scope = scope.parent;
        }
        if (scope != null && scope.kind == LexicalScope.Kind.FUNCTION) {
            boolean isGlobal = scope.parent == null && scope.function.role == FunctionRole.TOP_LEVEL;
            f.variableScope = isGlobal ? null : scope;
            scope = scope.parent;
        }
        if (scope != null && scope.kind == LexicalScope.Kind.EVAL_VARIABLES) {
            f.evalVariables = scope;
        }
    }

    /** A var may not be hoisted past a lexical declaration of the same name. */
    private void checkConflicts(LexicalScope site) {
        for (String name : DeclaredNames.of(body).all()) {
            LexicalScope scope = site;
            while (scope != null && scope != f.evalVariables) {
                Binding binding = scope.own(name);
                boolean conflicts = binding != null && !binding.catchParameter
                        && (binding.isLexical() || scope.kind == LexicalScope.Kind.PARAMETERS);
                if (conflicts) {
                    throw new SyntaxErrorException(f.unit.source(), 0,
                            "Identifier '" + name + "' has already been declared");
                }
                scope = scope.kind == LexicalScope.Kind.FUNCTION ? null : scope.parent;
            }
        }
    }

    private void declareVariables() {
        for (Symbol symbol : body.getSymbols()) {
            String name = symbol.getName();
            Binding known = f.variableScope == null ? null : f.variableScope.own(name);
            boolean isStatic = known != null && known.kind == Binding.Kind.VAR;
            if (!symbol.isBlockScoped() && !isStatic && f.evalVariables != null && !Binding.isInternal(name)) {
                declareVariable(name);
            }
        }
    }

    /** Adds a variable to those that eval declared, unless it is among them. */
    private void declareVariable(String name) {
        int mark = f.registers.top();
        int object = f.names.object(f.evalVariables, at);
        int found = f.registers.take();
        var known = f.code.label();
        f.code.emit(Opcode.FIND_BINDING, at, found, object, f.constant(name));
        f.code.jump(Opcode.JUMP_IF_OBJECT, known, at, found);
        int undefined = f.registers.take();
        f.code.emit(Opcode.LOAD_UNDEFINED, at, undefined);
        f.code.emit(Opcode.DEFINE_FIELD, at, object, f.constant(name), undefined);
        f.code.place(known);
        f.registers.release(mark);
    }
}
