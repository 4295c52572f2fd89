package org.tierscope.frontend;

import com.oracle.js.parser.ir.IdentNode;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;

/** Reads and writes of variables by name. */
final class Variables {
    private final FunctionGenerator f;

    Variables(FunctionGenerator f) {
        this.f = f;
    }

    /** The variable's value: in its own register where it has one, else in a new temporary. */
    int load(String name, Span at) {
        Binding binding = f.scope.resolve(name);
        if (inRegister(binding) && (isInitialized(binding) || binding.skippable) && !f.names.isDynamic(name)) {
            if (!isInitialized(binding)) {
                check(binding.register, name, at);
            }
            return binding.register;
        }
        int dest = f.registers.take();
        loadInto(name, at, dest);
        return dest;
    }

    void loadInto(String name, Span at, int dest) {
        if (f.names.isDynamic(name)) {
            f.names.load(name, at, dest, () -> loadStatic(name, at, dest));
        } else {
            loadStatic(name, at, dest);
        }
    }

    /** Whether code generated now runs after the binding was initialised. */
    private boolean isInitialized(Binding binding) {
        return binding.initialized && (binding.scope.function.unit == f.unit || binding.kind == Binding.Kind.FUNCTION_NAME
                || binding.kind == Binding.Kind.VAR && !binding.skippable);
    }

    /** {@code dest = name} as the text says, with no regard to with and eval. */
    void loadStatic(String name, Span at, int dest) {
        Binding binding = f.scope.resolve(name);
        if (binding == null || binding.global) {
            f.code.emit(Opcode.GET_GLOBAL, at, dest, f.constant(name));
        } else if (inRegister(binding)) {
            if (isInitialized(binding)) {
                f.code.emit(Opcode.MOVE, at, dest, binding.register);
            } else if (binding.skippable) {
                check(binding.register, name, at);
                f.code.emit(Opcode.MOVE, at, dest, binding.register);
            } else {
                f.code.emit(Opcode.LOAD_EMPTY, at, dest);
                check(dest, name, at);
            }
        } else {
            get(binding, dest, at);
            if (!isInitialized(binding)) {
                check(dest, name, at);
            }
        }
    }

    /** The variable's register if it has one here that needs no check, else −100. */
    int registerOf(String name) {
        Binding binding = f.scope.resolve(name);
        boolean plain = inRegister(binding) && isInitialized(binding) && binding.register >= 0;
        return plain && !f.names.isDynamic(name) ? binding.register : -100;
    }

    /** {@code name = value}, as an assignment does it, with no regard to with and eval. */
    void store(String name, int value, Span at) {
        Binding binding = f.scope.resolve(name);
        if (binding == null || binding.global) {
            f.code.emit(Opcode.SET_GLOBAL, at, f.constant(name), value);
            return;
        }
        if (!isInitialized(binding)) {
            int current = inRegister(binding) && binding.skippable ? binding.register : f.registers.take();
            if (current != binding.register || !inRegister(binding)) {
                if (binding.inContext()) {
                    get(binding, current, at);
                } else {
                    f.code.emit(Opcode.LOAD_EMPTY, at, current);
                }
            }
            check(current, name, at);
        }
        switch (binding.kind) {
            case CONST -> throwAssignmentToConstant(at);
            case FUNCTION_NAME -> {
                if (f.strict) {
                    throwAssignmentToConstant(at);
                }
            }
            case VAR, LET -> write(binding, value, at);
        }
    }

    private void throwAssignmentToConstant(Span at) {
        f.code.emit(
                Opcode.THROW_ERROR, at, ErrorKind.TYPE_ERROR.ordinal(),
                        f.constant("Assignment to constant variable."));
    }

    /** Whether an assignment to the name can end in its register with nothing to check. */
    boolean isPlainRegister(String name) {
        Binding binding = f.scope.resolve(name);
        return inRegister(binding)
                && isInitialized(binding)
                && (binding.kind == Binding.Kind.VAR || binding.kind == Binding.Kind.LET)
                && !f.names.isDynamic(name);
    }

    /** Whether an identifier names a property of the global object or a global lexical binding. */
    boolean isGlobal(IdentNode name) {
        if (name.isThis() || name.isMetaProperty()) {
            return false;
        }
        Binding binding = f.scope.resolve(name.getName());
        return binding == null || binding.global;
    }

    /** Whether an identifier is the value undefined, whatever runs. */
    boolean isUndefined(IdentNode name) {
        return name.getName().equals("undefined") && f.scope.resolve("undefined") == null
                && !f.names.isDynamic("undefined");
    }

    /** Gives the function's variable {@code name} a value, also where it is eval that declared it. */
    void storeVariable(String name, int value, Span at) {
        Binding variable = f.variableScope == null ? null : f.variableScope.own(name);
        if (variable != null && !variable.global && variable.kind == Binding.Kind.VAR) {
            write(variable, value, at);
        } else if (f.evalVariables != null) {
            int mark = f.registers.top();
            f.code.emit(Opcode.SET_BINDING, at, f.names.object(f.evalVariables, at), f.constant(name), value);
            f.registers.release(mark);
        } else {
            f.code.emit(Opcode.SET_GLOBAL, at, f.constant(name), value);
        }
    }

    /** Gives a declared name its first value. */
    void initialize(String name, int value, Span at) {
        initialize(f.scope.resolve(name), value, at);
    }

    void initialize(Binding binding, int value, Span at) {
        if (binding.global && binding.isLexical()) {
            f.code.emit(Opcode.INITIALIZE_GLOBAL, at, f.constant(binding.name), value);
        } else if (binding.global) {
            f.code.emit(Opcode.SET_GLOBAL, at, f.constant(binding.name), value);
        } else {
            write(binding, value, at);
        }
        binding.initialized = true;
    }

    /** Writes a binding with no checks. */
    void write(Binding binding, int value, Span at) {
        if (binding.cell) {
            int mark = f.registers.top();
            int cell = f.registers.take();
            f.code.emit(Opcode.GET_CONTEXT, at, cell, contextBase(binding, at), depth(binding), binding.slot);
            f.code.emit(Opcode.SET_CONTEXT, at, cell, 0, 0, value);
            f.registers.release(mark);
        } else if (binding.inContext()) {
            f.code.emit(Opcode.SET_CONTEXT, at, contextBase(binding, at), depth(binding), binding.slot,
                    value);
        } else if (binding.register != value) {
            f.code.emit(Opcode.MOVE, at, binding.register, value);
        }
    }

    /** Reads a binding with no checks, into a new temporary unless it lives in a register. */
    int read(Binding binding, Span at) {
        if (inRegister(binding)) {
            return binding.register;
        }
        int dest = f.registers.take();
        get(binding, dest, at);
        return dest;
    }

    private void get(Binding binding, int dest, Span at) {
        f.code.emit(Opcode.GET_CONTEXT, at, dest, contextBase(binding, at), depth(binding), binding.slot);
        if (binding.cell) {
            f.code.emit(Opcode.GET_CONTEXT, at, dest, dest, 0, 0);
        }
    }

    private void check(int register, String name, Span at) {
        f.code.emit(Opcode.CHECK_INITIALIZED, at, register, f.constant(name));
    }

    private boolean inRegister(Binding binding) {
        if (binding == null || binding.global || binding.inContext()) {
            return false;
        }
        if (binding.scope.function != f) {
            throw new IllegalStateException("captured binding in a register: " + binding.name);
        }
        return true;
    }

    private int contextBase(Binding binding, Span at) {
        return binding.scope.function == f ? binding.scope.contextRegister : f.code.pinnedCalleeContext(at);
    }

    private int depth(Binding binding) {
        if (binding.scope.function == f) {
            return 0;
        }
        LexicalScope callee = f.scope;
        while (callee.function == f) {
            callee = callee.parent;
        }
        return callee.contextDepth(binding.scope);
    }
}
