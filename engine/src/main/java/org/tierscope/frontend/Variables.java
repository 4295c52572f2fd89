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
        if (inRegister(binding) && (binding.initialized || binding.skippable)) {
            if (!binding.initialized) {
                check(binding.register, name, at);
            }
            return binding.register;
        }
        int dest = f.registers.take();
        loadInto(name, at, dest);
        return dest;
    }

    void loadInto(String name, Span at, int dest) {
        Binding binding = f.scope.resolve(name);
        if (binding == null || binding.global) {
            f.code.emit(Opcode.GET_GLOBAL, at, dest, f.constant(name));
        } else if (inRegister(binding)) {
            if (binding.initialized) {
                f.code.emit(Opcode.MOVE, at, dest, binding.register);
            } else if (binding.skippable) {
                check(binding.register, name, at);
                f.code.emit(Opcode.MOVE, at, dest, binding.register);
            } else {
                f.code.emit(Opcode.LOAD_EMPTY, at, dest);
                check(dest, name, at);
            }
        } else {
            f.code.emit(Opcode.GET_CONTEXT, at, dest, contextBase(binding, at), depth(binding), binding.slot);
            if (!binding.initialized) {
                check(dest, name, at);
            }
        }
    }

    /** The variable's register if it has one here that needs no check, else −100. */
    int registerOf(String name) {
        Binding binding = f.scope.resolve(name);
        return inRegister(binding) && binding.initialized && binding.register >= 0 ? binding.register : -100;
    }

    /** {@code name = value}, as an assignment does it. */
    void store(String name, int value, Span at) {
        Binding binding = f.scope.resolve(name);
        if (binding == null || binding.global) {
            f.code.emit(Opcode.SET_GLOBAL, at, f.constant(name), value);
            return;
        }
        if (!binding.initialized) {
            int current = inRegister(binding) && binding.skippable ? binding.register : f.registers.take();
            if (current != binding.register || !inRegister(binding)) {
                if (binding.inContext()) {
                    f.code.emit(Opcode.GET_CONTEXT, at, current, contextBase(binding, at), depth(binding),
                            binding.slot);
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
                && binding.initialized
                && (binding.kind == Binding.Kind.VAR || binding.kind == Binding.Kind.LET);
    }

    /** Whether an identifier names a property of the global object or a global lexical binding. */
    boolean isGlobal(IdentNode name) {
        if (name.isThis() || name.isMetaProperty()) {
            return false;
        }
        Binding binding = f.scope.resolve(name.getName());
        return binding == null || binding.global;
    }

    /** Gives a declared name its first value. */
    void initialize(String name, int value, Span at) {
        initialize(f.scope.resolve(name), value, at);
    }

    void initialize(Binding binding, int value, Span at) {
        if (binding.global && binding.isLexical()) {
            f.code.emit(Opcode.DECLARE_GLOBAL_LEXICAL, at, f.constant(binding.name), value, binding.isConst()
                    ? 1 : 0);
        } else if (binding.global) {
            f.code.emit(Opcode.SET_GLOBAL, at, f.constant(binding.name), value);
        } else {
            write(binding, value, at);
        }
        binding.initialized = true;
    }

    /** Writes a binding with no checks. */
    void write(Binding binding, int value, Span at) {
        if (binding.inContext()) {
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
        f.code.emit(Opcode.GET_CONTEXT, at, dest, contextBase(binding, at), depth(binding), binding.slot);
        return dest;
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
