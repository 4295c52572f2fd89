package org.tierscope.frontend;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.AsyncIterating;
import org.tierscope.frontend.ControlFlow.Breakable;
import org.tierscope.runtime.Frame;

/** Loops over async iterators (14.7.5.6, 14.7.5.7 with iteratorKind async), and the calls of iterators' methods in bytecode. */
final class AsyncLoops {
    private final FunctionGenerator f;

    AsyncLoops(FunctionGenerator f) {
        this.f = f;
    }

    void forAwait(ForNode loop) {
        Span at = f.unit.at(loop);
        Expression iterable = loop.getModify().getExpression();
        int record = f.registers.take(3);
        int thrown = f.registers.take();
        int value = f.loops.valueRegister(loop);
        int mark = f.registers.top();
        f.loops.openIterator(iterable, record, Opcode.GET_ASYNC_ITERATOR);
        f.registers.release(mark);
        Label header = f.code.label();
        Label next = f.code.label();
        Label exit = f.code.label();
        Label handler = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        int result = f.registers.take();
        call(record, record + 1, -1, result, at);
        f.suspension.await(result, result, at);
        f.code.emit(Opcode.CHECK_ITERATOR_RESULT, at, result);
        int done = f.registers.take();
        f.code.emit(Opcode.GET_FIELD, at, done, result, f.constant("done"));
        f.code.jump(Opcode.JUMP_IF_TRUE, exit, at, done);
        f.code.emit(Opcode.GET_FIELD, at, value, result, f.constant("value"));
        f.registers.release(result);
        var labels = f.control.takeLabels();
        f.control.push(new Breakable(exit, null, true, labels));
        Region region = f.code.region(handler);
        f.control.push(new AsyncIterating(record, region));
        f.control.push(new Breakable(null, next, true, labels));
        f.loops.iteration(loop, value);
        f.control.pop();
        f.control.pop();
        region.close();
        f.control.pop();
        f.code.place(next);
        f.code.jump(Opcode.JUMP_LOOP, header, at);
        f.loopDepth--;
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, thrown);
        closeThrowing(record, at);
        f.code.emit(Opcode.THROW, at, thrown);
        f.code.place(exit);
    }

    /** {@code dest = method.call(iterator, argument)}; {@code argument} −1: none. */
    void call(int iterator, int method, int argument, int dest, Span at) {
        int mark = f.registers.top();
        int count = argument < 0 ? 0 : 1;
        int window = f.registers.take(Frame.WINDOW_ARGUMENTS + count);
        f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_CALLEE, method);
        f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_THIS, iterator);
        if (count == 1) {
            f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_ARGUMENTS, argument);
        }
        f.code.emit(Opcode.CALL, at, dest, window, count);
        f.registers.release(mark);
    }

    /** AsyncIteratorClose (7.4.13) on a way out that is no exception. */
    void close(int record, Span at) {
        int mark = f.registers.top();
        Label end = f.code.label();
        int result = f.registers.take();
        callReturn(record, result, end, at);
        f.code.emit(Opcode.CHECK_ITERATOR_RESULT, at, result);
        f.code.place(end);
        f.registers.release(mark);
    }

    /** The same while an exception leaves, which covers those of closing. */
    private void closeThrowing(int record, Span at) {
        int mark = f.registers.top();
        Label end = f.code.label();
        Label handler = f.code.label();
        int result = f.registers.take();
        Region region = f.code.region(handler);
        callReturn(record, result, end, at);
        region.close();
        f.code.jump(Opcode.JUMP, end, at);
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, result);
        f.code.place(end);
        f.registers.release(mark);
    }

    private void callReturn(int record, int result, Label end, Span at) {
        int method = f.registers.take();
        f.code.emit(Opcode.GET_FIELD, at, method, record, f.constant("return"));
        f.code.jump(Opcode.JUMP_IF_NULLISH, end, at, method);
        call(record, method, -1, result, at);
        f.suspension.await(result, result, at);
    }
}
