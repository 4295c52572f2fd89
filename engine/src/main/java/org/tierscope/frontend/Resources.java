package org.tierscope.frontend;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.VarNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.Finally;
import org.tierscope.runtime.Intrinsic;

/**
 * Statement lists with {@code using} declarations: a try with a finally block that disposes of the resources, last first, and
 * collects what that throws.
 */
final class Resources {
    private final FunctionGenerator f;
    /** Registers of the lists of resources that are open. */
    private final Deque<Integer> open = new ArrayDeque<>();

    Resources(FunctionGenerator f) {
        this.f = f;
    }

    private boolean isUsing(Statement statement) {
        return statement instanceof VarNode variable && f.unit.usings().isUsing(f.unit.start(variable));
    }

    boolean isUsing(VarNode declaration) {
        return f.unit.usings().isUsing(f.unit.start(declaration));
    }

    /** Whether the name that a for loop declares is a resource. */
    boolean isUsing(Expression name) {
        return f.unit.usings().isUsing(f.unit.start(name));
    }

    /** Whether a list of statements declares resources itself. */
    boolean declares(List<Statement> statements) {
        return statements.stream().anyMatch(this::isUsing);
    }

    private boolean awaits(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s -> isUsing(s) && f.unit.usings().isAwaitUsing(f.unit.start(s)));
    }

    boolean awaits(Expression name) {
        return f.unit.usings().isAwaitUsing(f.unit.start(name));
    }

    /** @throws SyntaxErrorException where the statements declare resources: there they must not */
    void forbid(List<Statement> statements, String where) {
        statements.stream().filter(this::isUsing).findFirst().ifPresent(statement -> {
            throw new SyntaxErrorException(f.unit.source(), f.unit.start(statement),
                    "using declarations are not allowed " + where);
        });
    }

    /** Declarations of a list that follow a resource's, behind a comma, are resources too: no patterns. */
    private void forbidPatterns(List<Statement> statements) {
        boolean after = false;
        for (Statement statement : statements) {
            int start = f.unit.start(statement);
            if (after && statement instanceof ExpressionStatement
                    && f.unit.source().text().substring(0, start).stripTrailing().endsWith(",")) {
                throw new SyntaxErrorException(f.unit.source(), start, "using declarations have no patterns");
            }
            after = isUsing(statement) || after && statement instanceof VarNode;
        }
    }

    /** Adds the resource in register {@code value} to the innermost list. */
    void add(int value, boolean async, Span at) {
        int mark = f.registers.top();
        int run = f.registers.take(3);
        f.code.emit(Opcode.MOVE, at, run, open.getFirst());
        f.code.emit(Opcode.MOVE, at, run + 1, value);
        f.code.emit(async ? Opcode.LOAD_TRUE : Opcode.LOAD_FALSE, at, run + 2);
        call(Intrinsic.ADD_RESOURCE, run, run, 3, at);
        f.registers.release(mark);
    }

    boolean isAsync(VarNode declaration) {
        return f.unit.usings().isAwaitUsing(f.unit.start(declaration));
    }

    private void call(Intrinsic function, int dest, int run, int count, Span at) {
        f.code.emit(Opcode.CALL_INTRINSIC, at, dest, function.ordinal(), run, count);
    }

    /** A list of statements some of which declare resources. */
    void list(List<Statement> statements, Runnable body) {
        forbidPatterns(statements);
        scope(awaits(statements), f.unit.at(statements.getFirst()), body);
    }

    /** Generates {@code body}, which declares resources, and what disposes of them on every way out. */
    void scope(boolean awaits, Span at, Runnable body) {
        int selector = f.registers.take();
        int value = f.registers.take();
        int state = f.registers.take();
        Label handler = f.code.label();
        Label entry = f.code.label();
        var block = new Finally(selector, value, entry);
        call(Intrinsic.NEW_RESOURCES, state, state, 0, at);
        f.code.emit(Opcode.LOAD_UNDEFINED, at, value);
        f.control.push(block);
        Region region = f.code.region(handler);
        open.push(state);
        body.run();
        open.pop();
        region.close();
        f.control.pop();
        f.code.emit(Opcode.LOAD_INT, at, selector, TryStatements.NORMAL);
        f.code.jump(Opcode.JUMP, entry, at);
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, value);
        f.code.emit(Opcode.LOAD_INT, at, selector, TryStatements.THROWN);
        f.code.place(entry);
        dispose(block, state, awaits, at);
        f.tryStatements.goOn(block, true, at);
    }

    private void dispose(Finally block, int state, boolean awaits, Span at) {
        int mark = f.registers.top();
        int step = f.registers.take(2);
        Label header = f.code.label();
        Label next = f.code.label();
        Label failed = f.code.label();
        Label end = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        Region region = f.code.region(failed);
        f.code.emit(Opcode.MOVE, at, step, state);
        call(Intrinsic.DISPOSE_NEXT, step, step, 1, at);
        f.code.jump(Opcode.JUMP_IF_UNDEFINED, end, at, step);
        if (awaits) {
            Label awaited = f.code.label();
            f.code.jump(Opcode.JUMP_IF_OBJECT, awaited, at, step);
            f.code.jump(Opcode.JUMP, next, at);
            f.code.place(awaited);
            f.code.emit(Opcode.GET_FIELD, at, step, step, f.constant("value"));
            f.suspension.await(step, step, at);
        }
        region.close();
        f.code.jump(Opcode.JUMP, next, at);
        f.code.place(failed);
        f.code.emit(Opcode.CATCH, at, step);
        collect(block, step, at);
        f.code.place(next);
        f.code.jump(Opcode.JUMP_LOOP, header, at);
        f.loopDepth--;
        f.code.place(end);
        f.registers.release(mark);
    }

    /** An error of disposing becomes that of the block; one that was there before is the error that it suppressed. */
    private void collect(Finally block, int error, Span at) {
        Label first = f.code.label();
        int expected = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, expected, TryStatements.THROWN);
        f.code.jump(Opcode.JUMP_IF_NOT_STRICT_EQ, first, at, block.selector, expected);
        f.code.emit(Opcode.MOVE, at, error + 1, block.value);
        call(Intrinsic.SUPPRESS, error, error, 2, at);
        f.code.place(first);
        f.code.emit(Opcode.MOVE, at, block.value, error);
        f.code.emit(Opcode.LOAD_INT, at, block.selector, TryStatements.THROWN);
    }
}
