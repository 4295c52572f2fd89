package org.tierscope.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;

/**
 * Names inside with statements, and inside functions whose variables an eval may add to: the objects of those scopes are asked at
 * run time, innermost first, before the name means what the text says.
 */
final class DynamicNames {
    /** In place of a name for the one binding of a dynamic scope. */
    static final String OBJECT = ":object";

    private final FunctionGenerator f;

    DynamicNames(FunctionGenerator f) {
        this.f = f;
    }

    /** The dynamic scopes between the current one and the declaration of {@code name}, innermost first. */
    private List<LexicalScope> scopes(String name) {
        var scopes = new ArrayList<LexicalScope>();
        for (LexicalScope scope = f.scope; scope != null && scope.own(name) == null; scope = scope.parent) {
            if (scope.kind.isDynamic()) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** Whether what a name means here is known only at run time. */
    boolean isDynamic(String name) {
        return f.scope != null && f.scope.mayBeDynamic() && !Binding.isInternal(name) && !scopes(name).isEmpty();
    }

    /** Opens the scope of a with statement, or of variables that eval may declare, around what is generated next. */
    LexicalScope enter(LexicalScope.Kind kind, int object, Span at) {
        LexicalScope scope = f.scopes.push(kind, null);
        Binding binding = scope.add(OBJECT, Binding.Kind.VAR);
        scope.placeInContext(binding);
        f.scopes.place(scope, at);
        f.variables.write(binding, object, at);
        return scope;
    }

    /** The object of a dynamic scope, in a new temporary. */
    int object(LexicalScope scope, Span at) {
        return f.variables.read(scope.own(OBJECT), at);
    }

    /**
     * Generates {@code found} for each dynamic scope that may have the name, run with the scope and the register of its object, and
     * {@code otherwise} for when none has it.
     */
    void lookUp(String name, Span at, ObjIntConsumer<LexicalScope> found, Runnable otherwise) {
        Label end = f.code.label();
        int mark = f.registers.top();
        for (LexicalScope scope : scopes(name)) {
            int holder = find(scope, name, at);
            Label next = f.code.label();
            f.code.jump(Opcode.JUMP_IF_UNDEFINED, next, at, holder);
            found.accept(scope, holder);
            f.code.jump(Opcode.JUMP, end, at);
            f.code.place(next);
            f.registers.release(mark);
        }
        otherwise.run();
        f.code.place(end);
    }

    private int find(LexicalScope scope, String name, Span at) {
        int holder = f.registers.take();
        int mark = f.registers.top();
        f.code.emit(Opcode.FIND_BINDING, at, holder, object(scope, at), f.constant(name));
        f.registers.release(mark);
        return holder;
    }

    /** The object that has the name now, undefined where none of the dynamic scopes does, in a new temporary. */
    int holder(String name, Span at) {
        int result = f.registers.take();
        lookUp(name, at,
                (scope, holder) -> f.code.emit(Opcode.MOVE, at, result, holder),
                () -> f.code.emit(Opcode.LOAD_UNDEFINED, at, result));
        return result;
    }

    /** {@code dest = name}, where {@code otherwise} loads what the text says. */
    void load(String name, Span at, int dest, Runnable otherwise) {
        lookUp(name, at,
                (scope, holder) -> f.code.emit(Opcode.GET_BINDING, at, dest, holder, f.constant(name)),
                otherwise);
    }

    /** The callee {@code name} and the this value that a call of it passes: the object of a with statement, or undefined. */
    void loadCallee(String name, Span at, int callee, int thisValue) {
        lookUp(name, at,
                (scope, holder) -> {
                    f.code.emit(Opcode.GET_BINDING, at, callee, holder, f.constant(name));
                    if (scope.kind == LexicalScope.Kind.WITH) {
                        f.code.emit(Opcode.MOVE, at, thisValue, holder);
                    } else {
                        f.code.emit(Opcode.LOAD_UNDEFINED, at, thisValue);
                    }
                },
                () -> {
                    f.variables.loadStatic(name, at, callee);
                    f.code.emit(Opcode.LOAD_UNDEFINED, at, thisValue);
                });
    }

    void delete(String name, Span at, int dest, Runnable otherwise) {
        lookUp(name, at,
                (scope, holder) -> {
                    int key = f.literals.stringRegister(name, at);
                    f.code.emit(Opcode.DELETE, at, dest, holder, key);
                },
                otherwise);
    }
}
