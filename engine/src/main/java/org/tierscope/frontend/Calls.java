package org.tierscope.frontend;

import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.TemplateLiteralNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.util.List;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.ErrorKind;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.Position;
import org.tierscope.runtime.Frame;

/** Calls: callee, this and arguments are evaluated right into the window that becomes the callee's frame. */
final class Calls {
    private final FunctionGenerator f;

    Calls(FunctionGenerator f) {
        this.f = f;
    }

    void call(CallNode call, int dest) {
        if (call.isImport()) {
            importCall(call, dest);
            return;
        }
        if (call.isNew()) {
            construct(call, dest);
        } else if (call.getFunction() instanceof IdentNode name && name.isDirectSuper()) {
            callSuper(call, dest);
        } else if (call.isOptionalChain()) {
            f.members.chain(f.unit.at(call), dest, () -> link(call, dest));
        } else {
            link(call, dest);
        }
    }

    private void importCall(CallNode call, int dest) {
        Span at = f.unit.at(call);
        int mark = f.registers.top();
        int specifier = f.expressions.fresh(call.getArgs().getFirst());
        int options = f.registers.take();
        if (call.getArgs().size() > 1) {
            f.expressions.into(call.getArgs().get(1), options);
        } else {
            f.code.emit(Opcode.LOAD_UNDEFINED, at, options);
        }
        ImportPhase phase = call.isImportSource() ? ImportPhase.SOURCE
                : call.isImportDefer() ? ImportPhase.DEFER : ImportPhase.EVALUATION;
        f.code.emit(Opcode.IMPORT_CALL, at, dest, specifier, options, phase.ordinal());
        f.registers.release(mark);
    }

    /** A call as a link of the optional chain around it, or an ordinary call. */
    void link(CallNode call, int dest) {
        if (f.unit.mode() == CompileMode.PRELUDE && call.getFunction() instanceof IdentNode name
                && intrinsic(name, call, dest)) {
            return;
        }
        int mark = f.registers.top();
        List<Expression> arguments = call.getArgs();
        boolean spread = arguments.stream().anyMatch(Literals::isSpread);
        int window = f.registers.take(Frame.WINDOW_ARGUMENTS + (spread ? 0 : arguments.size()));
        int callee = window + Frame.WINDOW_CALLEE;
        int thisValue = window + Frame.WINDOW_THIS;
        Span at = position(call);
        calleeAndThis(call.getFunction(), callee, thisValue);
        if (call.isOptional()) {
            f.members.stopIfNullish(callee, at);
        }
        if (spread) {
            int array = f.literals.argumentArray(arguments, at);
            if (call.isEval()) {
                resolveEval(callee, firstOf(array, at), at);
            }
            f.code.emit(Opcode.CALL_SPREAD, at, dest, callee, thisValue, array);
        } else {
            arguments(arguments, window);
            if (call.isEval() && !arguments.isEmpty()) {
                resolveEval(callee, window + Frame.WINDOW_ARGUMENTS, at);
            }
            f.code.emit(Opcode.CALL, at, dest, window, arguments.size());
        }
        f.registers.release(mark);
    }

    /** Before a direct call of eval, if that is what the callee is, it is replaced by a function made of the first argument. */
    private void resolveEval(int callee, int source, Span at) {
        f.code.emit(Opcode.RESOLVE_EVAL, at, callee, callee, source, f.contextRegister(at),
                f.constant(new EvalSite(f.scope, f.strict)));
    }

    private int firstOf(int array, Span at) {
        int index = f.registers.take();
        int first = f.registers.take();
        f.code.emit(Opcode.LOAD_INT, at, index, 0);
        f.code.emit(Opcode.GET_ELEMENT, at, first, array, index);
        return first;
    }

    /** What only the prelude can write: see {@link CompileMode#PRELUDE}. */
    private boolean intrinsic(IdentNode name, CallNode call, int dest) {
        int mark = f.registers.top();
        List<Expression> arguments = call.getArgs();
        switch (name.getName()) {
            case "$toObject" -> f.code.emit(Opcode.TO_OBJECT, f.unit.at(call), dest,
                    f.value(arguments.getFirst()));
            case "$append" -> {
                int array = f.value(arguments.get(0));
                f.code.emit(Opcode.ARRAY_APPEND, f.unit.at(call), array, f.value(arguments.get(1)));
            }
            case "$call" -> {
                List<Expression> passed = arguments.subList(2, arguments.size());
                int window = f.registers.take(Frame.WINDOW_ARGUMENTS + passed.size());
                f.expressions.into(arguments.get(0), window + Frame.WINDOW_CALLEE);
                f.expressions.into(arguments.get(1), window + Frame.WINDOW_THIS);
                arguments(passed, window);
                f.code.emit(Opcode.CALL, f.unit.at(call), dest, window, passed.size());
            }
            default -> {
                return false;
            }
        }
        f.registers.release(mark);
        return true;
    }

    private void arguments(List<Expression> arguments, int window) {
        for (int i = 0; i < arguments.size(); i++) {
            f.expressions.into(arguments.get(i), window + Frame.WINDOW_ARGUMENTS + i);
        }
    }

    /** Where node says a call stands: at the name that is called, or at its parenthesis. */
    private Span position(CallNode call) {
        Expression callee = Expressions.unwrap(call.getFunction());
        String subject = Describe.of(callee);
        int end = f.unit.end(call);
        if (callee instanceof AccessNode access && !access.isParenthesized()) {
            return new Span(f.unit.atAccess(access).start(), end, subject);
        }
        if (callee instanceof IdentNode && !callee.isParenthesized()) {
            return new Span(f.unit.start(callee), end, subject);
        }
        int parenthesis = f.unit.source().text().indexOf('(', f.unit.endWithParentheses(callee));
        return new Span(parenthesis < 0 || parenthesis >= end
                ? f.unit.start(call) : parenthesis, end, subject);
    }

    private void calleeAndThis(Expression wrapped, int callee, int thisValue) {
        Expression function = Expressions.unwrap(wrapped);
        Span at = f.unit.at(function);
        if (function instanceof IdentNode name && f.names.isDynamic(name.getName())) {
            f.names.loadCallee(name.getName(), at, callee, thisValue);
        } else if (!(function instanceof BaseNode member)) {
            f.members.baseInto(function, callee);
            f.code.emit(Opcode.LOAD_UNDEFINED, at, thisValue);
        } else if (member.isSuper()) {
            f.expressions.into(member, callee);
            f.variables.loadInto("this", at, thisValue);
        } else if (member.isOptionalChain() && member.isParenthesized()) {
            f.members.chain(at, callee, () -> method(member, callee, thisValue));
        } else {
            method(member, callee, thisValue);
        }
    }

    private void method(BaseNode member, int callee, int thisValue) {
        f.members.baseInto(member.getBase(), thisValue);
        if (member.isOptional()) {
            f.members.stopIfNullish(thisValue, f.unit.at(member));
        }
        int mark = f.registers.top();
        f.members.getFrom(thisValue, member, callee);
        f.registers.release(mark);
    }

    private void construct(CallNode call, int dest) {
        int mark = f.registers.top();
        List<Expression> arguments = call.getArgs();
        Span at = f.unit.at(call).about(Describe.of(call.getFunction()));
        if (arguments.stream().anyMatch(Literals::isSpread)) {
            int callee = f.expressions.fresh(call.getFunction());
            int array = f.literals.argumentArray(arguments, at);
            f.code.emit(Opcode.CONSTRUCT_SPREAD, at, dest, callee, callee, array);
        } else {
            int window = f.registers.take(Frame.WINDOW_ARGUMENTS + arguments.size());
            int callee = window + Frame.WINDOW_CALLEE;
            f.expressions.into(call.getFunction(), callee);
            arguments(arguments, window);
            f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_NEW_TARGET, callee);
            f.code.emit(Opcode.CONSTRUCT, at, dest, window, arguments.size());
        }
        f.registers.release(mark);
    }

    /** {@code super(…)}: constructs with this new.target, then binds this and defines the fields. */
    private void callSuper(CallNode call, int dest) {
        int mark = f.registers.top();
        FunctionGenerator constructor = f.thisFunction();
        Span at = f.unit.at(call).about(Position.SUPER_CONSTRUCTOR);
        boolean here = constructor == f && f.role != FunctionRole.EVAL;
        int active = here ? Frame.CALLEE_REGISTER : f.variables.load(Classes.CONSTRUCTOR, at);
        int newTarget = here ? Frame.NEW_TARGET_REGISTER : f.variables.load("new.target", at);
        List<Expression> arguments = call.getArgs();
        int result = f.registers.take();
        if (call.isDefaultDerivedConstructorSuperCall()) {
            f.forwardsArguments = true;
            int parent = f.registers.take();
            f.code.emit(Opcode.GET_SUPER_CONSTRUCTOR, at, parent, active);
            var rest = (IdentNode) ((UnaryNode) arguments.getFirst()).getExpression();
            f.code.emit(Opcode.CONSTRUCT_SPREAD, at, result, parent, newTarget,
                    f.variables.load(rest.getName(), at));
        } else if (arguments.stream().anyMatch(Literals::isSpread)) {
            int parent = f.registers.take();
            f.code.emit(Opcode.GET_SUPER_CONSTRUCTOR, at, parent, active);
            int array = f.literals.argumentArray(arguments, at);
            f.code.emit(Opcode.CONSTRUCT_SPREAD, at, result, parent, newTarget, array);
        } else {
            int window = f.registers.take(Frame.WINDOW_ARGUMENTS + arguments.size());
            f.code.emit(Opcode.GET_SUPER_CONSTRUCTOR, at, window + Frame.WINDOW_CALLEE, active);
            arguments(arguments, window);
            f.code.emit(Opcode.MOVE, at, window + Frame.WINDOW_NEW_TARGET, newTarget);
            f.code.emit(Opcode.CONSTRUCT, at, result, window, arguments.size());
        }
        boolean isFirst = !f.callsSuper && f.loopDepth == 0;
        f.callsSuper = true;
        bindThis(result, isFirst, at);
        if (constructor.initializesFields || constructor.role == FunctionRole.EVAL) {
            f.code.emit(Opcode.INITIALIZE_FIELDS, at, active, result);
        }
        f.code.emit(Opcode.MOVE, at, dest, result);
        f.registers.release(mark);
    }

    /** {@code isFirst}: no super() of this constructor can have run before, unless one in an arrow function. */
    private void bindThis(int result, boolean isFirst, Span at) {
        Binding binding = f.classes.thisBinding();
        if (binding == null || isFirst && !binding.inContext()) {
            f.code.emit(Opcode.MOVE, at, Frame.THIS_REGISTER, result);
            return;
        }
        Label bound = f.code.label();
        Label unbound = f.code.label();
        f.code.jump(Opcode.JUMP_IF_OBJECT, bound, at, f.variables.read(binding, at));
        f.code.jump(Opcode.JUMP, unbound, at);
        f.code.place(bound);
        f.code.emit(Opcode.THROW_ERROR, at, ErrorKind.REFERENCE_ERROR.ordinal(),
                f.constant("Super constructor may only be called once"));
        f.code.place(unbound);
        f.variables.write(binding, result, at);
    }
}
