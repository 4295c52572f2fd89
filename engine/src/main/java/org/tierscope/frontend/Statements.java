package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.BlockStatement;
import com.oracle.js.parser.ir.BreakNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.CaseNode;
import com.oracle.js.parser.ir.ContinueNode;
import com.oracle.js.parser.ir.DebuggerNode;
import com.oracle.js.parser.ir.EmptyNode;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IfNode;
import com.oracle.js.parser.ir.LabelNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.SwitchNode;
import com.oracle.js.parser.ir.ThrowNode;
import com.oracle.js.parser.ir.TryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.WhileNode;
import com.oracle.js.parser.ir.WithNode;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.frontend.ControlFlow.Breakable;

/** Statements but loops and try. */
final class Statements {
    private final FunctionGenerator f;

    Statements(FunctionGenerator f) {
        this.f = f;
    }

    void list(List<Statement> statements) {
        if (f.resources.declares(statements)) {
            f.resources.list(statements, () -> plainList(statements));
        } else {
            plainList(statements);
        }
    }

    private void plainList(List<Statement> statements) {
        for (Statement statement : statements) {
            statement(statement);
        }
    }

    void statement(Statement statement) {
        int mark = f.registers.top();
        switch (statement) {
            case IfNode _, ForNode _, WhileNode _, SwitchNode _, TryNode _, WithNode _ ->
                    f.resetCompletion(f.unit.at(statement));
            default -> {}
        }
        switch (statement) {
            case ExpressionStatement expression -> expression(expression);
            case VarNode declaration -> declaration(declaration);
            case BlockStatement block -> block(block.getBlock());
            case IfNode branch -> branch(branch);
            case ReturnNode result -> result(result);
            case ForNode loop -> f.loops.loop(loop);
            case WhileNode loop -> f.loops.loop(loop);
            case BreakNode exit -> f.control.breakTo(exit.getLabelName(), f.unit.at(exit));
            case ContinueNode exit -> f.control.continueTo(exit.getLabelName(), f.unit.at(exit));
            case ThrowNode thrown ->
                    f.code.emit(Opcode.THROW, f.unit.at(thrown), f.value(thrown.getExpression()));
            case TryNode attempt -> f.tryStatements.attempt(attempt);
            case SwitchNode choice -> choice(choice);
            case LabelNode label -> label(label);
            case DebuggerNode pause -> f.code.emit(Opcode.DEBUGGER, f.unit.at(pause));
            case EmptyNode _ -> {}
            case WithNode with -> with(with);
            default -> throw f.unit.unsupported(statement, "statements of this kind");
        }
        f.registers.release(mark);
    }

    private void with(WithNode statement) {
        int mark = f.registers.top();
        Span at = f.unit.at(statement.getExpression());
        int object = f.registers.take();
        f.code.emit(Opcode.TO_OBJECT, at, object, f.value(statement.getExpression()));
        LexicalScope scope = f.names.enter(LexicalScope.Kind.WITH, object, at);
        block(statement.getBody());
        f.scopes.leave(scope);
        f.registers.release(mark);
    }

    private void expression(ExpressionStatement statement) {
        if (f.role == FunctionRole.MODULE_BODY && ModuleGenerator.isMark(statement)) {
            return;
        }
        if (f.completion == FunctionGenerator.NO_COMPLETION) {
            f.expressions.effect(statement.getExpression());
        } else {
            f.expressions.into(statement.getExpression(), f.completion);
        }
        boolean callsSuper = statement.getExpression() instanceof CallNode call
                && call.getFunction() instanceof IdentNode name
                && name.isDirectSuper();
        if (callsSuper && f.role == FunctionRole.DERIVED_CONSTRUCTOR && f.scope == f.variableScope
                && f.control.isEmpty()
                && f.classes.thisBinding() != null) {
            f.classes.thisBinding().initialized = true;
        }
    }

    /** A block; its scope and registers end with it. */
    void block(Block block) {
        int mark = f.registers.top();
        LexicalScope scope = f.scopes.enterBlock(block, f.unit.at(block));
        list(block.getStatements());
        f.scopes.leave(scope);
        f.registers.release(mark);
    }

    private void declaration(VarNode declaration) {
        String name = declaration.getName().getName();
        Span at = f.unit.at(declaration);
        if (declaration.isHoistableDeclaration()) {
            copyBlockFunction(name, at);
            return;
        }
        if (declaration.getInit() == null) {
            boolean initializedElsewhere = declaration.isDestructuring()
                    || declaration.getName().isCatchParameter();
            if (declaration.isBlockScoped() && !initializedElsewhere) {
                initializeWithUndefined(name, at);
            }
            return;
        }
        if (!declaration.isBlockScoped() && f.names.isDynamic(name)) {
            Target target = Target.name(f, name, at);
            target.set(f, f.value(declaration.getInit()), at);
            return;
        }
        Binding binding = f.scope.resolve(name);
        if (f.resources.isUsing(declaration)) {
            int value = f.expressions.fresh(declaration.getInit());
            f.resources.add(value, f.resources.isAsync(declaration), at);
            f.variables.initialize(name, value, at);
        } else if (binding == null || binding.inContext() || binding.global) {
            int value = f.value(declaration.getInit());
            if (declaration.isBlockScoped()) {
                f.variables.initialize(name, value, at);
            } else {
                f.variables.store(name, value, at);
            }
        } else if (declaration.isBlockScoped() && !binding.skippable) {
            f.expressions.into(declaration.getInit(), binding.register);
            binding.initialized = true;
        } else {
            f.expressions.assign(declaration.getInit(), binding.register);
            binding.initialized = true;
        }
    }

    private void initializeWithUndefined(String name, Span at) {
        Binding binding = f.scope.resolve(name);
        int dest = binding.inContext() || binding.global ? f.registers.take() : binding.register;
        f.code.emit(Opcode.LOAD_UNDEFINED, at, dest);
        f.variables.initialize(binding, dest, at);
    }

    /** A function declared in a block of sloppy code is also a variable of the function (B.3.2). */
    private void copyBlockFunction(String name, Span at) {
        Binding function = f.scope.own(name);
        // the arguments object counts as a parameter, which no block function replaces
        boolean isParameter = name.equals("arguments") && f.makesArguments;
        if (function != null && function.hoistedFromBlock && !isParameter) {
            f.variables.storeVariable(name, f.variables.read(function, at), at);
        }
    }

    private void branch(IfNode branch) {
        Label otherwise = f.code.label();
        f.conditions.jump(branch.getTest(), false, otherwise);
        block(branch.getPass());
        if (branch.getFail() == null) {
            f.code.place(otherwise);
            return;
        }
        Label end = f.code.label();
        f.code.jump(Opcode.JUMP, end, f.unit.at(branch));
        f.code.place(otherwise);
        block(branch.getFail());
        f.code.place(end);
    }

    private void result(ReturnNode statement) {
        Span at = f.unit.at(statement);
        int value;
        if (statement.getExpression() == null) {
            value = f.registers.take();
            f.code.emit(Opcode.LOAD_UNDEFINED, at, value);
        } else {
            value = f.value(statement.getExpression());
            if (f.suspension.isGenerator() && f.suspension.isAsync()) {
                int awaited = f.registers.take();
                f.suspension.await(value, awaited, at);
                value = awaited;
            }
        }
        f.control.returnValue(value, at);
    }

    private void label(LabelNode statement) {
        f.control.label(statement.getLabelName());
        Block body = statement.getBody();
        if (isLabelledLoop(body)) {
            block(body);
            return;
        }
        Label end = f.code.label();
        f.control.push(new Breakable(end, null, false, f.control.takeLabels()));
        block(body);
        f.control.pop();
        f.code.place(end);
    }

    /**
     * Whether the statement behind a label is a loop or another label: they take the label themselves. The parser makes a
     * synthetic block of a statement that is no block.
     */
    private static boolean isLabelledLoop(Block body) {
        if (!body.isSynthetic() || body.getStatements().isEmpty()) {
            return false;
        }
        return switch (body.getStatements().getLast()) {
            case ForNode _, WhileNode _, LabelNode _ -> true;
            case BlockStatement inner -> isForBlock(inner);
            default -> false;
        };
    }

    /** The parser wraps a for statement in a block for its declarations. */
    private static boolean isForBlock(BlockStatement block) {
        return block.getBlock().getStatements().size() > 0
                && block.getBlock().getLastStatement() instanceof ForNode loop
                && loop.getStart() == block.getBlock().getStart();
    }

    private void choice(SwitchNode statement) {
        int subject = f.value(statement.getExpression());
        Label end = f.code.label();
        var bodies = statement.getCases().stream().map(c -> f.code.label()).toList();
        Label otherwise = end;
        for (int i = 0; i < bodies.size(); i++) {
            CaseNode clause = statement.getCases().get(i);
            if (clause.getTest() == null) {
                otherwise = bodies.get(i);
                continue;
            }
            int mark = f.registers.top();
            int test = f.value(clause.getTest());
            f.code.jump(Opcode.JUMP_IF_STRICT_EQ, bodies.get(i), f.unit.at(clause.getTest()), subject, test);
            f.registers.release(mark);
        }
        f.code.jump(Opcode.JUMP, otherwise, f.unit.at(statement));
        f.control.breakable(end, null);
        for (int i = 0; i < bodies.size(); i++) {
            f.code.place(bodies.get(i));
            List<Statement> clause = statement.getCases().get(i).getStatements();
            f.resources.forbid(clause, "in a case of a switch");
            list(clause);
            forgetInitialized();
        }
        f.control.pop();
        f.code.place(end);
    }

    /** Code of the next clause may run without this clause's declarations having run. */
    private void forgetInitialized() {
        for (Binding binding : f.scope.bindings()) {
            if (binding.skippable && binding.isLexical()) {
                binding.initialized = false;
            }
        }
    }
}
