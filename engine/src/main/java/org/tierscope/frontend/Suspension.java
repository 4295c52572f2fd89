package org.tierscope.frontend;

import com.oracle.js.parser.ir.Expression;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.SuspendKind;
import org.tierscope.frontend.ControlFlow.Protected;

/**
 * What generators and async functions do besides: RESUME is their first instruction, a register keeps the generator, yield and await
 * are SUSPENDs. A generator is suspended once its parameters are there; all of an async function, its parameters included, is in a
 * region whose exceptions reject its promise.
 */
final class Suspension {
    private final FunctionGenerator f;
    private final boolean generator;
    private final boolean async;
    private int register;
    private Label thrown;
    private Region body;

    Suspension(FunctionGenerator f, boolean generator, boolean async) {
        this.f = f;
        this.generator = generator;
        this.async = async;
    }

    boolean isGenerator() {
        return generator;
    }

    boolean isAsync() {
        return async;
    }

    /** In front of all other code of the function. */
    void enter(Span at) {
        if (!generator && !async) {
            return;
        }
        f.code.emitFirst(Opcode.RESUME, at);
        register = f.registers.take();
        if (!generator) {
            f.code.emit(Opcode.CREATE_GENERATOR, at, register);
            thrown = f.code.label();
            body = f.code.region(thrown);
            f.control.push(new Protected(body));
        }
    }

    /** Between the parameters and the body. */
    void start(Span at) {
        if (generator) {
            f.code.emit(Opcode.CREATE_GENERATOR, at, register);
            int mark = f.registers.top();
            suspend(f.registers.take(2), register, SuspendKind.START, at);
            f.registers.release(mark);
        }
    }

    /** Behind the body. */
    void finish(Span at) {
        if (thrown == null) {
            return;
        }
        f.control.pop();
        body.close();
        f.code.place(thrown);
        int error = f.registers.take(2);
        f.code.emit(Opcode.CATCH, at, error);
        f.code.emit(Opcode.SETTLE_ASYNC, at, error + 1, register, error, 1);
        f.code.emit(Opcode.RETURN, at, error + 1);
    }

    /** What the function returns to its caller where the program says {@code return value}. */
    int result(int value, Span at) {
        if (thrown == null) {
            return value;
        }
        int promise = f.registers.take();
        f.code.emit(Opcode.SETTLE_ASYNC, at, promise, register, value, 0);
        return promise;
    }

    /** Leaves; resumed, it has in registers {@code dest} and {@code dest + 1} what was sent and how. */
    void suspend(int dest, int value, SuspendKind kind, Span at) {
        if (!generator && !async) {
            throw new IllegalStateException("a function that is neither async nor a generator is suspended");
        }
        f.code.emit(Opcode.SUSPEND, at, dest, register, value, kind.ordinal());
    }

    /** {@code dest = await value}. */
    void await(int value, int dest, Span at) {
        int mark = f.registers.top();
        int sent = f.registers.take(2);
        suspend(sent, value, SuspendKind.AWAIT, at);
        f.code.emit(Opcode.MOVE, at, dest, sent);
        f.registers.release(mark);
    }

    /** {@code dest = yield operand} (15.5.5). */
    void yield(Expression operand, int dest, Span at) {
        int mark = f.registers.top();
        int value = f.value(operand);
        int sent = f.registers.take(2);
        if (async) {
            await(value, sent, at);
            value = sent;
        }
        suspend(sent, value, SuspendKind.YIELD, at);
        Label next = f.code.label();
        f.code.jump(Opcode.JUMP_IF_FALSE, next, at, sent + 1);
        returnSent(sent, at);
        f.code.place(next);
        f.code.emit(Opcode.MOVE, at, dest, sent);
        f.registers.release(mark);
    }

    /** The generator was told to return a value: it does, through finally blocks; an async one awaits the value first. */
    private void returnSent(int sent, Span at) {
        if (async) {
            await(sent, sent, at);
        }
        f.control.returnValue(sent, at);
    }
}
