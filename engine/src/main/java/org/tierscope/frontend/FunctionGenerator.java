package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import java.util.EnumSet;
import org.tierscope.bytecode.BytecodeBuilder;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.BytecodeFunction.Flag;
import org.tierscope.bytecode.Opcode;

/**
 * Generates the code of one function. This class holds what its parts share: the code so far, the registers, the current scope,
 * the control structures that are open. The parts, one file each, generate what their names say.
 */
final class FunctionGenerator {
    static final int NO_COMPLETION = -100;

    final Unit unit;
    final FunctionGenerator parent;
    final FunctionRole role;
    final boolean strict;
    final BytecodeBuilder code;
    final Registers registers;

    final Variables variables = new Variables(this);
    final DynamicNames names = new DynamicNames(this);
    final Scopes scopes = new Scopes(this);
    final Expressions expressions = new Expressions(this);
    final Operators operators = new Operators(this);
    final Conditions conditions = new Conditions(this);
    final Members members = new Members(this);
    final Calls calls = new Calls(this);
    final Assignments assignments = new Assignments(this);
    final Destructuring destructuring = new Destructuring(this);
    final Literals literals = new Literals(this);
    final Classes classes = new Classes(this);
    final ControlFlow control = new ControlFlow(this);
    final Statements statements = new Statements(this);
    final Loops loops = new Loops(this);
    final TryStatements tryStatements = new TryStatements(this);
    final Suspension suspension;
    final Delegation delegation = new Delegation(this);
    final Resources resources = new Resources(this);
    final AsyncLoops asyncLoops = new AsyncLoops(this);

    private final FunctionNode node;
    private final String name;
    /** The innermost scope at this point of the code. */
    LexicalScope scope;
    /** Where the function's own variables are: what a var declaration or a hoisted block function writes. */
    LexicalScope variableScope;
    /** Code of eval in a sloppy function: the scope of the variables that it declares there. */
    LexicalScope evalVariables;
    /** The register of the completion value, or {@link #NO_COMPLETION}. */
    int completion = NO_COMPLETION;
    /** How many loops are open. */
    int loopDepth;
    /** Constructors: the class has instance fields or private methods. */
    boolean initializesFields;
    /** A derived constructor that the class definition does not write down. */
    boolean forwardsArguments;
    /** Constructors: code for a super() call was generated. */
    boolean callsSuper;
    /** There is an arguments object. */
    boolean makesArguments;
    private boolean needsArguments;

    FunctionGenerator(Unit unit, FunctionNode node, FunctionGenerator parent, LexicalScope outer,
            FunctionRole role, String name) {
        this.unit = unit;
        this.node = node;
        this.parent = parent;
        this.role = role;
        this.name = name;
        this.scope = outer;
        this.strict = node.isStrict();
        int parameters = role == FunctionRole.CLASS_INITIALIZER ? 0 : FunctionEntry.parameterCount(node);
        this.code = new BytecodeBuilder(parameters);
        this.registers = new Registers(parameters);
        boolean own = role != FunctionRole.CLASS_INITIALIZER && role != FunctionRole.MODULE;
        boolean generator = own && node.isGenerator() && role != FunctionRole.MODULE_BODY;
        this.suspension = new Suspension(this, generator, own && unit.isAsync(node));
    }

    BytecodeFunction generate() {
        if (unit.hasResult() && parent == null) {
            completion = registers.take();
            code.emit(Opcode.LOAD_UNDEFINED, new Span(0, 0), completion);
        }
        suspension.enter(unit.at(node));
        new FunctionEntry(this, node).generate();
        suspension.start(unit.at(node));
        Block body = node.getVarDeclarationBlock();
        if (parent == null && (role == FunctionRole.TOP_LEVEL || role == FunctionRole.EVAL)) {
            resources.forbid(body.getStatements(), "at the top level of a script");
        }
        statements.list(body.getStatements());
        int start = node.isClassConstructor() ? unit.startOfToken(node.getFirstToken()) : unit.start(node);
        return finish(start, unit.endOfToken(node.getLastToken()), node.getLength());
    }

    /** Ends the code with the implicit return. */
    BytecodeFunction finish(int start, int end, int length) {
        if (code.isReachable()) {
            Span close = new Span(Math.max(start, end - 1), end);
            int result = completion;
            if (result == NO_COMPLETION) {
                result = registers.take();
                code.emit(Opcode.LOAD_UNDEFINED, close, result);
            }
            control.returnValue(result, close);
        }
        suspension.finish(new Span(Math.max(start, end - 1), end));
        scopes.leaveAll();
        return code.finish(name, unit.source(), start, end, length, registers.count(), flags());
    }

    private EnumSet<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        if (strict) {
            flags.add(Flag.STRICT);
        }
        if (needsArguments) {
            flags.add(Flag.NEEDS_ARGUMENTS);
        }
        if (unit.mode() == CompileMode.PRELUDE) {
            flags.add(Flag.PRELUDE);
        }
        if (parent == null || role == FunctionRole.MODULE_BODY) {
            flags.add(Flag.TOP_LEVEL);
        }
        if (suspension.isGenerator()) {
            flags.add(Flag.GENERATOR);
        }
        if (suspension.isAsync()) {
            flags.add(Flag.ASYNC);
        }
        switch (role) {
            case ARROW -> flags.add(Flag.ARROW);
            case METHOD, CLASS_INITIALIZER -> flags.add(Flag.METHOD);
            case CLASS_CONSTRUCTOR -> flags.add(Flag.CLASS_CONSTRUCTOR);
            case DERIVED_CONSTRUCTOR -> {
                flags.add(Flag.CLASS_CONSTRUCTOR);
                flags.add(Flag.DERIVED_CONSTRUCTOR);
                if (forwardsArguments && !initializesFields) {
                    flags.add(Flag.FORWARDING_CONSTRUCTOR);
                }
            }
            case NORMAL, TOP_LEVEL, EVAL, MODULE, MODULE_BODY -> {}
        }
        return flags;
    }

    /** The function's frame must keep all arguments. */
    void keepArguments() {
        needsArguments = true;
    }

    /**
     * The function whose {@code this} this one has: itself, or what an arrow function stands in. Code of eval is a function of its
     * own here, although its {@code this} is another's.
     */
    FunctionGenerator thisFunction() {
        return role == FunctionRole.ARROW && parent != null ? parent.thisFunction() : this;
    }

    /** Makes the completion value what a statement has that gives none. */
    void resetCompletion(Span at) {
        if (completion != NO_COMPLETION) {
            code.emit(Opcode.LOAD_UNDEFINED, at, completion);
        }
    }

    // What the parts use all the time.

    /** The register of the innermost context. */
    int contextRegister(Span at) {
        for (LexicalScope s = scope; s != null && s.function == this; s = s.parent) {
            if (s.hasContext()) {
                return s.contextRegister;
            }
        }
        return code.pinnedCalleeContext(at);
    }

    int constant(Object value) {
        return code.constant(value);
    }

    /** Generates a nested function and its closure. */
    void closure(FunctionNode function, int dest, String functionName) {
        BytecodeFunction compiled =
                new FunctionGenerator(unit, function, this, scope, FunctionRole.of(function),
                        functionName).generate();
        Span at = unit.at(function);
        code.emit(Opcode.CREATE_CLOSURE, at, dest, constant(compiled), contextRegister(at));
    }

    /**
     * A register that keeps the value of {@code register} while the expressions after it are evaluated: a copy, if it is a
     * variable's and they may assign to variables.
     */
    int hold(int register, Span at, Expression... later) {
        if (!scopes.isVariable(register) || !Expressions.mayAssign(later)) {
            return register;
        }
        int copy = registers.take();
        code.emit(Opcode.MOVE, at, copy, register);
        return copy;
    }

    int value(Expression expression) {
        return expressions.value(expression);
    }
}
