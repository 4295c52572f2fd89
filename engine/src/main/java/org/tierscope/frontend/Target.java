package org.tierscope.frontend;

import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.LiteralNode;
import java.util.Arrays;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;

/** What stands left of an assignment, its parts evaluated: a Reference Record (6.2.5). */
sealed interface Target {
    /** Reads the current value. */
    void get(FunctionGenerator f, int dest, Span at);

    void set(FunctionGenerator f, int value, Span at);

    /**
     * Evaluates the parts of a target that is no pattern.
     *
     * @param later what is evaluated between this and the use of the target
     * @param twice the target is read and then written: a computed key is converted once
     */
    static Target of(FunctionGenerator f, Expression expression, boolean twice, Expression... later) {
        return switch (expression) {
            case IdentNode name when !twice && f.strict && mayDefineGlobals(f, name, later) -> {
                int exists = f.registers.take();
                f.code.emit(Opcode.HAS_GLOBAL, f.unit.at(name), exists, f.constant(name.getName()));
                yield new StrictGlobal(name.getName(), exists);
            }
            case IdentNode name -> name(f, name.getName(), f.unit.at(name));
            case BaseNode member when member.isSuper() -> {
                int thisValue = f.variables.load("this", f.unit.at(member));
                int key = f.hold(f.members.superKey(member), f.unit.at(member), later);
                yield new Super(f.variables.load("super", f.unit.at(member)), thisValue, key);
            }
            case AccessNode access when access.isPrivate() -> {
                int object = f.hold(f.value(access.getBase()), f.unit.at(access), later);
                yield new Private(object, f.variables.load(access.getPrivateName(), f.unit.at(access)));
            }
            case AccessNode access -> new Field(object(f, access, later), f.constant(access.getProperty()));
            case IndexNode index when Members.fieldName(index) != null ->
                new Field(object(f, index, later), f.constant(Members.fieldName(index)));
            case IndexNode index -> element(f, index, twice, later);
            default -> throw f.unit.unsupported(expression, "assignments to such targets");
        };
    }

    /** Whether a global that nobody declared here may come into being before it is assigned: in strict code that is too late. */
    private static boolean mayDefineGlobals(FunctionGenerator f, IdentNode name, Expression... later) {
        return f.scope.resolve(name.getName()) == null && !f.names.isDynamic(name.getName())
                && Arrays.stream(later).anyMatch(e -> e != null && !(e instanceof LiteralNode<?> literal && !literal.isArray())
                        && !(e instanceof FunctionNode) && !(e instanceof IdentNode));
    }

    /** A variable: where it is found at run time, it is found now. */
    static Target name(FunctionGenerator f, String name, Span at) {
        return f.names.isDynamic(name) ? new Dynamic(name, f.names.holder(name, at)) : new Name(name);
    }

    private static int object(FunctionGenerator f, BaseNode member, Expression... later) {
        return f.hold(f.value(member.getBase()), f.unit.at(member), later);
    }

    private static Target element(FunctionGenerator f, IndexNode index, boolean twice, Expression... later) {
        int object = f.hold(object(f, index, later), f.unit.at(index), index.getIndex());
        Span at = f.unit.at(index.getIndex());
        int key = f.value(index.getIndex());
        if (twice && Literals.number(index.getIndex()) == null) {
            checkBase(f, object, key, f.unit.at(index));
            int converted = f.registers.take();
            f.code.emit(Opcode.TO_PROPERTY_KEY, at, converted, key);
            key = converted;
        }
        return new Element(object, f.hold(key, at, later));
    }

    /** Whether a key is converted only tells who has a base to use it on. */
    private static void checkBase(FunctionGenerator f, int object, int key, Span at) {
        var fine = f.code.label();
        f.code.jump(Opcode.JUMP_IF_NOT_NULLISH, fine, at, object);
        f.code.emit(Opcode.GET_ELEMENT, at, f.registers.take(), object, key);
        f.code.place(fine);
    }

    record Name(String name) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.variables.loadInto(name, at, dest);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            f.variables.store(name, value, at);
        }
    }

    /** A global of strict code, with whether it existed when its name was evaluated. */
    record StrictGlobal(String name, int exists) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.variables.loadInto(name, at, dest);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            var existed = f.code.label();
            f.code.jump(Opcode.JUMP_IF_TRUE, existed, at, exists);
            f.code.emit(Opcode.THROW_ERROR, at, ErrorKind.REFERENCE_ERROR.ordinal(), f.constant(name + " is not defined"));
            f.code.place(existed);
            f.variables.store(name, value, at);
        }
    }

    /** A name whose holder is in a register: undefined where it means what the text says. */
    record Dynamic(String name, int holder) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            choose(f, at, () -> f.code.emit(Opcode.GET_BINDING, at, dest, holder, f.constant(name)),
                    () -> f.variables.loadStatic(name, at, dest));
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            choose(f, at, () -> f.code.emit(Opcode.SET_BINDING, at, holder, f.constant(name), value),
                    () -> f.variables.store(name, value, at));
        }

        private void choose(FunctionGenerator f, Span at, Runnable found, Runnable otherwise) {
            var none = f.code.label();
            var end = f.code.label();
            int mark = f.registers.top();
            f.code.jump(Opcode.JUMP_IF_UNDEFINED, none, at, holder);
            found.run();
            f.code.jump(Opcode.JUMP, end, at);
            f.code.place(none);
            otherwise.run();
            f.code.place(end);
            f.registers.release(mark);
        }
    }

    record Field(int object, int name) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.code.emit(Opcode.GET_FIELD, at, dest, object, name);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            f.code.emit(Opcode.SET_FIELD, at, object, name, value);
        }
    }

    record Element(int object, int key) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.code.emit(Opcode.GET_ELEMENT, at, dest, object, key);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            f.code.emit(Opcode.SET_ELEMENT, at, object, key, value);
        }
    }

    record Private(int object, int name) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.code.emit(Opcode.GET_PRIVATE, at, dest, object, name);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            f.code.emit(Opcode.SET_PRIVATE, at, object, name, value);
        }
    }

    record Super(int home, int thisValue, int key) implements Target {
        @Override
        public void get(FunctionGenerator f, int dest, Span at) {
            f.code.emit(Opcode.GET_SUPER, at, dest, home, thisValue, key);
        }

        @Override
        public void set(FunctionGenerator f, int value, Span at) {
            f.code.emit(Opcode.SET_SUPER, at, home, thisValue, key, value);
        }
    }
}
