package org.tierscope.frontend;

import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.WellKnownSymbol;
import org.tierscope.runtime.Frame;

/**
 * How for-of begins and steps an iteration: by one instruction where the engine knows the iterator, and by the calls and property
 * loads of the specification (7.4.3, 7.4.8) for those of the program, so that these have feedback and are compiled like any others.
 */
final class Iterators {
    private final FunctionGenerator f;

    Iterators(FunctionGenerator f) {
        this.f = f;
    }

    /** The record of an iterable. */
    void open(int iterable, int record, Span at) {
        Label engine = f.code.label();
        Label isObject = f.code.label();
        Label opened = f.code.label();
        int mark = f.registers.top();
        f.code.jump(Opcode.JUMP_IF_ENGINE_ITERATES, engine, at, iterable);
        int window = f.registers.take(Frame.WINDOW_ARGUMENTS);
        int method = window + Frame.WINDOW_CALLEE;
        f.code.emit(Opcode.GET_FIELD, at, method, iterable, f.constant(WellKnownSymbol.ITERATOR));
        f.code.emit(Opcode.CHECK_ITERABLE, at, method, iterable);
        f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_THIS, iterable);
        f.code.emit(Opcode.CALL, at, record, window, 0);
        f.code.jump(Opcode.JUMP_IF_OBJECT, isObject, at, record);
        f.code.emit(Opcode.THROW_ERROR, at, ErrorKind.TYPE_ERROR.ordinal(),
                f.constant("Result of the Symbol.iterator method is not an object"));
        f.code.place(isObject);
        f.code.emit(Opcode.GET_FIELD, at, record + 1, record, f.constant("next"));
        f.code.emit(Opcode.LOAD_FALSE, at, record + 2);
        f.code.jump(Opcode.JUMP, opened, at);
        f.code.place(engine);
        f.code.emit(Opcode.GET_ITERATOR, at, record, iterable);
        f.code.place(opened);
        f.registers.release(mark);
    }

    /** The next value of a record, or on to {@code done}. */
    void step(int value, int record, Label done, Span at) {
        Label engine = f.code.label();
        Label stepped = f.code.label();
        int mark = f.registers.top();
        f.code.jump(Opcode.JUMP_IF_ENGINE_ITERATES, engine, at, record);
        int result = f.registers.take();
        int isDone = f.registers.take();
        int window = f.registers.take(Frame.WINDOW_ARGUMENTS);
        f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_CALLEE, record + 1);
        f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_THIS, record);
        f.code.emit(Opcode.CALL, at, result, window, 0);
        f.code.emit(Opcode.CHECK_ITERATOR_RESULT, at, result);
        f.code.emit(Opcode.GET_FIELD, at, isDone, result, f.constant("done"));
        f.code.jump(Opcode.JUMP_IF_TRUE, done, at, isDone);
        f.code.emit(Opcode.GET_FIELD, at, value, result, f.constant("value"));
        f.code.jump(Opcode.JUMP, stepped, at);
        f.code.place(engine);
        f.code.jump(Opcode.ITERATOR_NEXT, done, at, value, record);
        f.code.place(stepped);
        f.registers.release(mark);
    }
}
