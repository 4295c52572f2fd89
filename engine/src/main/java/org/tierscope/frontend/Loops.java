package org.tierscope.frontend;

import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.WhileNode;
import java.util.Objects;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.Breakable;
import org.tierscope.frontend.ControlFlow.Iterating;

/** Loops, all in one form: header, test with an exit jump, body, and one jump back. */
final class Loops {
    private final FunctionGenerator f;
    private final Iterators iterators;

    Loops(FunctionGenerator f) {
        this.f = f;
        this.iterators = new Iterators(f);
    }

    void loop(WhileNode loop) {
        Label header = f.code.label();
        Label next = f.code.label();
        Label exit = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        if (!loop.isDoWhile()) {
            f.conditions.jump(loop.getTest(), false, exit);
        }
        f.control.breakable(exit, next);
        f.statements.block(loop.getBody());
        f.control.pop();
        f.code.place(next);
        if (loop.isDoWhile()) {
            f.conditions.jump(loop.getTest(), false, exit);
        }
        f.code.jump(Opcode.JUMP_LOOP, header, f.unit.at(loop));
        f.code.place(exit);
        f.loopDepth--;
    }

    void loop(ForNode loop) {
        if (loop.isForAwaitOf()) {
            f.asyncLoops.forAwait(loop);
        } else if (loop.isForOf()) {
            forOf(loop);
        } else if (loop.isForIn()) {
            forIn(loop);
        } else {
            forLoop(loop);
        }
    }

    private void forLoop(ForNode loop) {
        Span at = f.unit.at(loop);
        if (loop.getInit() != null) {
            f.expressions.effect(loop.getInit());
        }
        LexicalScope scope = freshPerIteration(loop);
        if (scope != null) {
            // Closures made by the initializer keep the bindings it saw.
            f.code.emit(Opcode.COPY_CONTEXT, at, scope.contextRegister, scope.contextRegister);
        }
        Label header = f.code.label();
        Label next = f.code.label();
        Label exit = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        if (loop.getTest() != null) {
            f.conditions.jump(loop.getTest(), false, exit);
        }
        f.control.breakable(exit, next);
        f.statements.block(loop.getBody());
        f.control.pop();
        f.code.place(next);
        if (scope != null) {
            f.code.emit(Opcode.COPY_CONTEXT, at, scope.contextRegister, scope.contextRegister);
        }
        if (loop.getModify() != null) {
            f.expressions.effect(loop.getModify());
        }
        f.code.jump(Opcode.JUMP_LOOP, header, at);
        f.code.place(exit);
        f.loopDepth--;
    }

    /** The scope of the loop's declarations, if each iteration needs a context of its own; else null. */
    private LexicalScope freshPerIteration(ForNode loop) {
        return loop.hasPerIterationScope() && f.scope != null && f.scope.function == f && f.scope.hasContext()
                ? f.scope : null;
    }

    private void forOf(ForNode loop) {
        Span at = f.unit.at(loop);
        Expression iterable = loop.getModify().getExpression();
        int record = f.registers.take(3);
        int thrown = f.registers.take();
        int value = valueRegister(loop);
        int mark = f.registers.top();
        openIterator(iterable, record, Opcode.GET_ITERATOR);
        f.registers.release(mark);
        Label header = f.code.label();
        Label done = f.code.label();
        Label next = f.code.label();
        Label exit = f.code.label();
        Label handler = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        iterators.step(value, record, done, f.unit.at(iterable));
        // Break passes the iterator and closes it, continue does not: hence two entries.
        var labels = f.control.takeLabels();
        f.control.push(new Breakable(exit, null, true, labels));
        Region region = f.code.region(handler);
        f.control.push(new Iterating(record, region));
        f.control.push(new Breakable(null, next, true, labels));
        iteration(loop, value);
        f.control.pop();
        f.control.pop();
        region.close();
        f.control.pop();
        f.code.place(next);
        f.code.jump(Opcode.JUMP_LOOP, header, at);
        f.loopDepth--;
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, thrown);
        f.code.emit(Opcode.ITERATOR_CLOSE, at, record, 1);
        f.code.emit(Opcode.THROW, at, thrown);
        f.code.place(done);
        f.code.place(exit);
    }

    /** One iteration: the variable, which may be a resource, and the body. */
    void iteration(ForNode loop, int value) {
        if (!f.resources.isUsing(loop.getInit())) {
            bind(loop, value);
            f.statements.block(loop.getBody());
            return;
        }
        boolean awaits = f.resources.awaits(loop.getInit());
        int mark = f.registers.top();
        f.resources.scope(awaits, f.unit.at(loop), () -> {
            f.resources.add(value, awaits, f.unit.at(loop.getInit()));
            bind(loop, value);
            f.statements.block(loop.getBody());
        });
        f.registers.release(mark);
    }

    /** The record of what a loop iterates over; {@code opcode}: how its iterator is got. */
    void openIterator(Expression iterable, int record, Opcode opcode) {
        Span at = f.unit.at(iterable);
        if (f.unit.mode() == CompileMode.PRELUDE && Expressions.unwrap(iterable) instanceof CallNode call
                && call.getFunction() instanceof IdentNode name && name.getName().equals("$record")) {
            f.expressions.into(call.getArgs().get(0), record);
            f.expressions.into(call.getArgs().get(1), record + 1);
            f.code.emit(Opcode.LOAD_FALSE, at, record + 2);
        } else {
            Span about = at.about(Describe.of(iterable));
            int value = f.value(iterable);
            if (opcode == Opcode.GET_ITERATOR) {
                iterators.open(value, record, about);
            } else {
                f.code.emit(opcode, about, record, value);
            }
        }
    }

    private void forIn(ForNode loop) {
        if (f.resources.isUsing(loop.getInit())) {
            throw new SyntaxErrorException(f.unit.source(), f.unit.start(loop.getInit()),
                    "using declarations are not allowed in a for-in loop");
        }
        Span at = f.unit.at(loop);
        Expression object = loop.getModify().getExpression();
        int enumerator = f.registers.take();
        int key = valueRegister(loop);
        f.code.emit(Opcode.FOR_IN_PREPARE, f.unit.at(object), enumerator, f.value(object));
        Label header = f.code.label();
        Label next = f.code.label();
        Label exit = f.code.label();
        f.loopDepth++;
        f.code.place(header);
        f.code.jump(Opcode.FOR_IN_NEXT, exit, f.unit.at(object), key, enumerator);
        f.control.breakable(exit, next);
        bind(loop, key);
        f.statements.block(loop.getBody());
        f.control.pop();
        f.code.place(next);
        f.code.jump(Opcode.JUMP_LOOP, header, at);
        f.code.place(exit);
        f.loopDepth--;
    }

    /** Where an iteration's value goes: right into the variable that the loop declares, if that lives in a register. */
    int valueRegister(ForNode loop) {
        if (loop.hasPerIterationScope() && loop.getInit() instanceof IdentNode name) {
            Binding variable = f.scope.resolve(name.getName());
            if (!variable.inContext()) {
                return variable.register;
            }
        }
        return f.registers.take();
    }

    /** Gives the value of an iteration to the loop's variable, in a fresh context if closures may keep it. */
    private void bind(ForNode loop, int value) {
        int mark = f.registers.top();
        Expression target = Objects.requireNonNull(loop.getInit());
        boolean declares = loop.hasPerIterationScope();
        LexicalScope scope = freshPerIteration(loop);
        if (scope != null) {
            f.scopes.createContext(scope, f.unit.at(target));
        }
        if (Assignments.isPattern(target)) {
            f.destructuring.destructure(target, value, Destructuring.UNNAMED, declares);
        } else if (target instanceof IdentNode) {
            f.destructuring.assign(target, value, declares);
        } else {
            Target.of(f, target, false).set(f, value, f.unit.at(target));
        }
        f.registers.release(mark);
    }
}
