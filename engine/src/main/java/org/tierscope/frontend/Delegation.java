package org.tierscope.frontend;

import com.oracle.js.parser.ir.Expression;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.ResumeMode;
import org.tierscope.bytecode.SuspendKind;

/** {@code yield*}: a loop that hands what the generator gets to another iterator (15.5.5). */
final class Delegation {
    private final FunctionGenerator f;

    Delegation(FunctionGenerator f) {
        this.f = f;
    }

    void delegate(Expression operand, int dest, Span at) {
        int mark = f.registers.top();
        boolean async = f.suspension.isAsync();
        int record = f.registers.take(3);
        int sent = f.registers.take(2);
        int mode = sent + 1;
        int result = f.registers.take();
        int method = f.registers.take();
        Opcode open = async ? Opcode.GET_ASYNC_ITERATOR : Opcode.GET_ITERATOR;
        f.code.emit(open, f.unit.at(operand).about(Describe.of(operand)), record, f.value(operand));
        f.code.emit(Opcode.LOAD_UNDEFINED, at, sent);
        f.code.emit(Opcode.LOAD_INT, at, mode, ResumeMode.NEXT.ordinal());
        Label header = f.code.label();
        Label notNext = f.code.label();
        Label returning = f.code.label();
        Label called = f.code.label();
        Label done = f.code.label();
        Label returned = f.code.label();
        f.code.place(header);
        f.code.jump(Opcode.JUMP_IF_TRUE, notNext, at, mode);
        f.asyncLoops.call(record, record + 1, sent, result, at);
        f.code.jump(Opcode.JUMP, called, at);

        f.code.place(notNext);
        int expected = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, expected, ResumeMode.RETURN.ordinal());
        f.code.jump(Opcode.JUMP_IF_STRICT_EQ, returning, at, mode, expected);
        f.registers.release(expected);
        throwInto(record, sent, result, method, at);
        f.code.jump(Opcode.JUMP, called, at);

        f.code.place(returning);
        Label hasReturn = f.code.label();
        f.code.emit(Opcode.GET_FIELD, at, method, record, f.constant("return"));
        f.code.jump(Opcode.JUMP_IF_NOT_NULLISH, hasReturn, at, method);
        if (async) {
            f.suspension.await(sent, sent, at);
        }
        f.control.returnValue(sent, at);
        f.code.place(hasReturn);
        f.asyncLoops.call(record, method, sent, result, at);

        f.code.place(called);
        if (async) {
            f.suspension.await(result, result, at);
        }
        f.code.emit(Opcode.CHECK_ITERATOR_RESULT, at, result);
        f.code.emit(Opcode.GET_FIELD, at, method, result, f.constant("done"));
        f.code.jump(Opcode.JUMP_IF_TRUE, done, at, method);
        if (async) {
            f.code.emit(Opcode.GET_FIELD, at, result, result, f.constant("value"));
        }
        f.suspension.suspend(sent, result, SuspendKind.DELEGATE, at);
        if (async) {
            awaitReturned(sent, mode, at);
        }
        f.code.jump(Opcode.JUMP_LOOP, header, at);

        f.code.place(done);
        f.code.emit(Opcode.GET_FIELD, at, sent, result, f.constant("value"));
        int wanted = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, wanted, ResumeMode.RETURN.ordinal());
        f.code.jump(Opcode.JUMP_IF_NOT_STRICT_EQ, returned, at, mode, wanted);
        f.control.returnValue(sent, at);
        f.code.place(returned);
        f.code.emit(Opcode.MOVE, at, dest, sent);
        f.registers.release(mark);
    }

    /** throw() of the inner iterator; where it has none, it is closed and the protocol is broken. */
    private void throwInto(int record, int sent, int result, int method, Span at) {
        Label hasThrow = f.code.label();
        f.code.emit(Opcode.GET_FIELD, at, method, record, f.constant("throw"));
        f.code.jump(Opcode.JUMP_IF_NOT_NULLISH, hasThrow, at, method);
        if (f.suspension.isAsync()) {
            f.asyncLoops.close(record, at);
        } else {
            f.code.emit(Opcode.ITERATOR_CLOSE, at, record, 0);
        }
        f.code.emit(Opcode.THROW_ERROR, at, ErrorKind.TYPE_ERROR.ordinal(),
                f.constant("The iterator does not provide a 'throw' method"));
        f.code.place(hasThrow);
        f.asyncLoops.call(record, method, sent, result, at);
    }

    /** An async generator awaits what it is told to return; if that throws, it is told to throw instead. */
    private void awaitReturned(int sent, int mode, Span at) {
        int mark = f.registers.top();
        Label end = f.code.label();
        Label handler = f.code.label();
        int expected = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, expected, ResumeMode.RETURN.ordinal());
        f.code.jump(Opcode.JUMP_IF_NOT_STRICT_EQ, end, at, mode, expected);
        Region region = f.code.region(handler);
        f.suspension.await(sent, sent, at);
        region.close();
        f.code.jump(Opcode.JUMP, end, at);
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, sent);
        f.code.emit(Opcode.LOAD_INT, at, mode, ResumeMode.THROW.ordinal());
        f.code.place(end);
        f.registers.release(mark);
    }
}
