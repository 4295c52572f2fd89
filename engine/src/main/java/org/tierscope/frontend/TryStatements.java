package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.CatchNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.TryNode;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Region;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.Exit;
import org.tierscope.frontend.ControlFlow.Finally;
import org.tierscope.frontend.ControlFlow.Protected;

/**
 * try, catch and finally. A finally block exists once: every way into it puts a number into a register, and behind it that number
 * decides where to go on.
 */
final class TryStatements {
    /** Numbers of the ways into a finally block, see {@link Finally}. */
    static final int NORMAL = 0;

    static final int THROWN = 1;

    private final FunctionGenerator f;

    TryStatements(FunctionGenerator f) {
        this.f = f;
    }

    void attempt(TryNode statement) {
        if (statement.getFinallyBody() == null) {
            tryCatch(statement);
        } else {
            tryFinally(statement);
        }
    }

    private void tryFinally(TryNode statement) {
        Span at = f.unit.at(statement);
        int selector = f.registers.take();
        int value = f.registers.take();
        Label handler = f.code.label();
        Label entry = f.code.label();
        var finallyBlock = new Finally(selector, value, entry);
        f.code.emit(Opcode.LOAD_UNDEFINED, at, value);
        f.control.push(finallyBlock);
        Region region = f.code.region(handler);
        if (statement.getCatchBlocks().isEmpty()) {
            f.statements.block(statement.getBody());
        } else {
            tryCatch(statement);
        }
        region.close();
        f.control.pop();
        f.code.emit(Opcode.LOAD_INT, at, selector, NORMAL);
        f.code.jump(Opcode.JUMP, entry, at);
        f.code.place(handler);
        f.code.emit(Opcode.CATCH, at, value);
        f.code.emit(Opcode.LOAD_INT, at, selector, THROWN);
        f.code.place(entry);
        boolean completes = f.completion != FunctionGenerator.NO_COMPLETION;
        int completion = completes ? f.registers.take() : f.completion;
        if (completes) {
            f.code.emit(Opcode.MOVE, at, completion, f.completion);
            f.resetCompletion(at);
        }
        f.statements.block(statement.getFinallyBody());
        if (completes) {
            f.code.emit(Opcode.MOVE, at, f.completion, completion);
        }
        goOn(finallyBlock, handler.isUsed(), at);
    }

    /** Behind a finally block: goes on where the number of the way into it says. */
    void goOn(Finally block, boolean throwing, Span at) {
        for (Exit exit : block.exits) {
            Label other = f.code.label();
            unlessNumber(block, block.number(exit), other, at);
            f.control.exit(exit, block.value, at);
            f.code.place(other);
        }
        if (throwing) {
            Label other = f.code.label();
            unlessNumber(block, THROWN, other, at);
            f.code.emit(Opcode.THROW, at, block.value);
            f.code.place(other);
        }
    }

    private void unlessNumber(Finally block, int number, Label other, Span at) {
        int mark = f.registers.top();
        int expected = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, expected, number);
        f.code.jump(Opcode.JUMP_IF_NOT_STRICT_EQ, other, at, block.selector, expected);
        f.registers.release(mark);
    }

    private void tryCatch(TryNode statement) {
        Label handler = f.code.label();
        Label end = f.code.label();
        Region region = f.code.region(handler);
        f.control.push(new Protected(region));
        f.statements.block(statement.getBody());
        f.control.pop();
        region.close();
        f.code.jump(Opcode.JUMP, end, f.unit.at(statement));
        f.code.place(handler);
        catchBlock(statement.getCatchBlocks().getFirst());
        f.code.place(end);
    }

    private void catchBlock(Block block) {
        int mark = f.registers.top();
        var clause = (CatchNode) block.getLastStatement();
        Span at = f.unit.at(clause);
        int thrown = f.registers.take();
        f.code.emit(Opcode.CATCH, at, thrown);
        f.resetCompletion(at);
        LexicalScope scope = f.scopes.enterBlock(block, at);
        if (clause.getDestructuringPattern() != null) {
            f.destructuring.destructure(clause.getDestructuringPattern(), thrown, Destructuring.UNNAMED,
                    true);
        } else if (clause.getException() instanceof IdentNode name) {
            f.variables.initialize(name.getName(), thrown, f.unit.at(name));
        }
        f.statements.block(clause.getBody());
        f.scopes.leave(scope);
        f.registers.release(mark);
    }
}
