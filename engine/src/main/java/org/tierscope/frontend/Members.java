package org.tierscope.frontend;

import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.OptionalExpression;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;

/** Property reads: {@code a.b}, {@code a[b]}, {@code a.#b}, {@code super.b}, optional chains. */
final class Members {
    private final FunctionGenerator f;
    /** Where the innermost open optional chain goes when it meets undefined or null. */
    private Label chainExit;

    Members(FunctionGenerator f) {
        this.f = f;
    }

    void get(BaseNode member, int dest) {
        if (member.isOptionalChain()) {
            chain(f.unit.at(member), dest, () -> element(member, dest));
        } else {
            element(member, dest);
        }
    }

    /** Generates an optional chain that leaves undefined in {@code dest} when it stops early. */
    void chain(Span at, int dest, Runnable links) {
        chain(at, dest, Opcode.LOAD_UNDEFINED, links);
    }

    private void chain(Span at, int dest, Opcode stopped, Runnable links) {
        Label outer = chainExit;
        Label exit = f.code.label();
        Label end = f.code.label();
        chainExit = exit;
        links.run();
        chainExit = outer;
        if (exit.isUsed()) {
            f.code.jump(Opcode.JUMP, end, at);
            f.code.place(exit);
            f.code.emit(stopped, at, dest);
            f.code.place(end);
        }
    }

    /** Leaves the chain if the value is undefined or null. */
    void stopIfNullish(int value, Span at) {
        f.code.jump(Opcode.JUMP_IF_NULLISH, chainExit, at, value);
    }

    /** Whether an expression is a link of the chain around it, not a chain of its own in parentheses. */
    static boolean continuesChain(Expression base) {
        return base instanceof OptionalExpression link && link.isOptionalChain() && !base.isParenthesized();
    }

    /** The value of what stands left of a dot, bracket or call. */
    int base(Expression base) {
        if (!continuesChain(base)) {
            return f.value(base);
        }
        int dest = f.registers.take();
        baseInto(base, dest);
        return dest;
    }

    void baseInto(Expression base, int dest) {
        if (!continuesChain(base)) {
            f.expressions.into(base, dest);
        } else if (base instanceof CallNode call) {
            f.calls.link(call, dest);
        } else {
            element((BaseNode) base, dest);
        }
    }

    private void element(BaseNode member, int dest) {
        int mark = f.registers.top();
        if (member.isSuper()) {
            getSuper(member, dest);
        } else {
            int object = base(member.getBase());
            if (member.isOptional()) {
                stopIfNullish(object, f.unit.at(member));
            }
            getFrom(object, member, dest);
        }
        f.registers.release(mark);
    }

    /** {@code dest = object.name} or {@code object[key]}, with the object in a register already. */
    void getFrom(int object, BaseNode member, int dest) {
        Span at = f.unit.atAccess(member);
        switch (member) {
            case AccessNode access when access.isPrivate() -> {
                int name = f.variables.load(access.getPrivateName(), at);
                f.code.emit(Opcode.GET_PRIVATE, at, dest, object, name);
            }
            case AccessNode access ->
                    f.code.emit(Opcode.GET_FIELD, at, dest, object, f.constant(access.getProperty()));
            case IndexNode index when fieldName(index) != null ->
                f.code.emit(Opcode.GET_FIELD, at, dest, object, f.constant(fieldName(index)));
            case IndexNode index -> {
                int held = f.hold(object, at, index.getIndex());
                f.code.emit(Opcode.GET_ELEMENT, at, dest, held, f.value(index.getIndex()));
            }
            default -> throw new IllegalArgumentException(member.getClass().getName());
        }
    }

    /** The name in {@code a["name"]}, null where the key is an expression or an array index. */
    static String fieldName(IndexNode index) {
        return index.getIndex() instanceof LiteralNode<?> literal
                        && literal.isString()
                        && !Literals.isArrayIndex(literal.getString())
                ? literal.getString()
                : null;
    }

    private void getSuper(BaseNode member, int dest) {
        Span at = f.unit.atAccess(member);
        int thisValue = f.variables.load("this", at);
        int key = superKey(member);
        int home = f.variables.load("super", at);
        f.code.emit(Opcode.GET_SUPER, at, dest, home, thisValue, key);
    }

    int superKey(BaseNode member) {
        if (member instanceof AccessNode access) {
            int key = f.registers.take();
            f.code.emit(Opcode.LOAD_CONSTANT, f.unit.at(member), key, f.constant(access.getProperty()));
            return key;
        }
        return f.value(((IndexNode) member).getIndex());
    }

    void delete(BaseNode member, int dest, Span at) {
        if (member.isOptionalChain()) {
            chain(at, dest, Opcode.LOAD_TRUE, () -> deleteElement(member, dest, at));
            return;
        }
        deleteElement(member, dest, at);
    }

    private void deleteElement(BaseNode member, int dest, Span at) {
        int object = base(member.getBase());
        if (member.isOptional()) {
            Label exit = chainExit;
            f.code.jump(Opcode.JUMP_IF_NULLISH, exit, at, object);
        }
        if (member instanceof AccessNode access) {
            f.code.emit(Opcode.DELETE, at, dest, object, f.literals.stringRegister(access.getProperty(), at));
        } else {
            Expression key = ((IndexNode) member).getIndex();
            int held = f.hold(object, at, key);
            f.code.emit(Opcode.DELETE, at, dest, held, f.value(key));
        }
    }
}
