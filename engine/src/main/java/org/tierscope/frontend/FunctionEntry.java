package org.tierscope.frontend;

import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.Symbol;
import com.oracle.js.parser.ir.TernaryNode;
import com.oracle.js.parser.ir.VarNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tierscope.bytecode.BytecodeBuilder.Label;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.Opcode;
import org.tierscope.runtime.Frame;

/** What a function does before its first statement: FunctionDeclarationInstantiation (10.2.11), GlobalDeclarationInstantiation. */
final class FunctionEntry {
    private final FunctionGenerator f;
    private final FunctionNode node;
    private final Span at;

    FunctionEntry(FunctionGenerator f, FunctionNode node) {
        this.f = f;
        this.node = node;
        int start = f.unit.start(node);
        this.at = new Span(start, start);
    }

    /** Parameters that arguments are passed in: all but a rest parameter. */
    static int parameterCount(FunctionNode node) {
        int count = 0;
        if (node.getBody().isParameterBlock()) {
            boolean rest = false;
            for (Statement statement : node.getBody().getStatements()) {
                rest |= statement instanceof VarNode variable && isRest(variable.getInit())
                        || statement instanceof ExpressionStatement expression
                                && isRest(expression.getExpression());
            }
            return node.getNumOfParams() - (rest ? 1 : 0);
        }
        for (IdentNode parameter : node.getParameters()) {
            count += parameter.isRestParameter() ? 0 : 1;
        }
        return count;
    }

    private static boolean isRest(Expression expression) {
        return switch (expression) {
            case ParameterNode parameter -> parameter.isRestParameter();
            case com.oracle.js.parser.ir.BinaryNode assignment -> isRest(assignment.getRhs());
            case null, default -> false;
        };
    }

    void generate() {
        if (f.role == FunctionRole.TOP_LEVEL) {
            new ScriptEntry(f, node, at).enterScript();
            return;
        }
        if (f.role == FunctionRole.MODULE_BODY) {
            ModuleGenerator.enterBody(f, node);
            return;
        }
        if (f.role == FunctionRole.EVAL) {
            new ScriptEntry(f, node, at).enterEval();
            return;
        }
        if (!f.strict && node.needsThis() && f.role != FunctionRole.ARROW) {
            f.code.emit(Opcode.COERCE_THIS, at);
        }
        Block body = node.getVarDeclarationBlock();
        if (node.getBody().isParameterBlock()) {
            enterParameterScope(node.getBody());
            enterBodyScope(body, true);
        } else {
            enterBodyScope(body, false);
        }
        f.scopes.hoistFunctions(body.getStatements(), false);
        f.scopes.hoistFunctions(body.getStatements(), true);
        if (f.role == FunctionRole.CLASS_CONSTRUCTOR && f.initializesFields) {
            f.code.emit(Opcode.INITIALIZE_FIELDS, at, Frame.CALLEE_REGISTER, Frame.THIS_REGISTER);
        }
    }

    /** Enters the body of a field initializer or static block, as part of the function that runs them all. */
    void enterClassElement() {
        Block body = node.getVarDeclarationBlock();
        enterBodyScope(body, false);
        f.scopes.hoistFunctions(body.getStatements(), false);
        f.scopes.hoistFunctions(body.getStatements(), true);
    }

    /** Strict code of eval keeps its variables to itself. */
    void enterStrictEval() {
        enterBodyScope(node.getBody(), false);
        f.scopes.hoistFunctions(node.getBody().getStatements(), false);
    }

    // Simple parameters: one scope for parameters, variables and lexical declarations.

    private void enterBodyScope(Block body, boolean afterParameterScope) {
        LexicalScope outer = f.scope;
        if (mayDeclareByEval()) {
            if (!afterParameterScope) {
                enterSelfScope(body.getSymbols());
            }
            enterEvalVariables();
        }
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.FUNCTION, body.getScope());
        f.variableScope = scope;
        boolean mapped = !afterParameterScope && mapsArguments();
        List<IdentNode> parameters = node.getParameters();
        Map<String, Integer> parameterIndex = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            parameterIndex.put(parameters.get(i).getName(), i);
        }
        for (Symbol symbol : body.getSymbols()) {
            if (symbol.isFunctionSelf() && mayDeclareByEval()) {
                continue;
            }
            Binding binding = scope.add(symbol.getName(), Scopes.kindOf(symbol));
            Integer parameter = symbol.isParam() ? parameterIndex.get(symbol.getName()) : null;
            if (Scopes.isCaptured(symbol, body.getScope()) || mapped && parameter != null) {
                scope.placeInContext(binding);
            } else if (parameter != null && !parameters.get(parameter).isRestParameter()) {
                binding.register = parameter;
            }
            prepareSpecial(symbol, binding);
        }
        if (mayCallSuper() && !afterParameterScope) {
            prepareSuperCalls(scope);
        }
        f.scopes.place(scope, at);
        storeSpecials(scope, body.getSymbols());
        for (Symbol symbol : body.getSymbols()) {
            Binding binding = scope.own(symbol.getName());
            if (symbol.isArguments() && node.needsArguments()) {
                createArguments(binding, mapped, scope);
            } else if (symbol.isParam() && !mapped) {
                enterParameter(binding, parameterIndex.get(symbol.getName()), parameters);
            } else if (isVariable(symbol) && !symbol.isParam() && !symbol.isHoistableDeclaration()) {
                Binding parameter = afterParameterScope ? outer.own(symbol.getName()) : null;
                enterVariable(binding, parameter);
            }
        }
    }

    /** Whether code of eval may add variables to this function. */
    private boolean mayDeclareByEval() {
        return node.hasEval() && !f.strict;
    }

    /** The function's own name, outside of what eval may declare. */
    private void enterSelfScope(Iterable<Symbol> symbols) {
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.BLOCK, null);
        for (Symbol symbol : symbols) {
            if (symbol.isFunctionSelf()) {
                scope.placeInContext(scope.add(symbol.getName(), Binding.Kind.FUNCTION_NAME));
            }
        }
        f.scopes.place(scope, at);
        for (Binding binding : scope.bindings()) {
            f.variables.write(binding, Frame.CALLEE_REGISTER, at);
        }
    }

    private void enterEvalVariables() {
        int mark = f.registers.top();
        int object = f.registers.take();
        int none = f.registers.take();
        f.code.emit(Opcode.CREATE_OBJECT, at, object, 0);
        f.code.emit(Opcode.LOAD_NULL, at, none);
        f.code.emit(Opcode.SET_LITERAL_PROTOTYPE, at, object, none);
        f.registers.release(mark);
        f.registers.take();
        f.names.enter(LexicalScope.Kind.EVAL_VARIABLES, object, at);
    }

    private boolean mayCallSuper() {
        return f.role == FunctionRole.DERIVED_CONSTRUCTOR
                && (node.hasDirectSuper() || node.hasEval() || node.hasArrowEval());
    }

    private boolean mapsArguments() {
        return node.needsArguments() && !f.strict && node.hasSimpleParameterList();
    }

    private void enterParameter(Binding binding, int index, List<IdentNode> parameters) {
        if (parameters.get(index).isRestParameter()) {
            f.keepArguments();
            int mark = f.registers.top();
            int dest = binding.inContext() ? f.registers.take() : binding.register;
            f.code.emit(Opcode.CREATE_REST, at, dest, index);
            f.variables.write(binding, dest, at);
            f.registers.release(mark);
        } else if (binding.inContext()) {
            f.variables.write(binding, index, at);
        }
    }

    private static boolean isVariable(Symbol symbol) {
        return symbol.isVar() && !symbol.isFunctionSelf() && !symbol.isThis() && !symbol.isSuper()
                && !symbol.isNewTarget();
    }

    /** A var starts as undefined, or as the parameter that it shadows. */
    private void enterVariable(Binding binding, Binding parameter) {
        int mark = f.registers.top();
        if (parameter != null) {
            f.variables.write(binding, f.variables.read(parameter, at), at);
        } else if (binding.inContext()) {
            int undefined = f.registers.take();
            f.code.emit(Opcode.LOAD_UNDEFINED, at, undefined);
            f.variables.write(binding, undefined, at);
        } else {
            f.code.emit(Opcode.LOAD_UNDEFINED, at, binding.register);
        }
        f.registers.release(mark);
    }

    private void createArguments(Binding binding, boolean mapped, LexicalScope scope) {
        f.keepArguments();
        f.makesArguments = true;
        int mark = f.registers.top();
        int dest = binding.inContext() ? f.registers.take() : binding.register;
        if (mapped) {
            storeMappedParameters(scope);
            int context = scope.hasContext() ? scope.contextRegister : f.contextRegister(at);
            f.code.emit(Opcode.CREATE_MAPPED_ARGUMENTS, at, dest, context, f.constant(mappedSlots(scope)));
        } else {
            f.code.emit(Opcode.CREATE_ARGUMENTS, at, dest);
        }
        f.variables.write(binding, dest, at);
        f.registers.release(mark);
    }

    private void storeMappedParameters(LexicalScope scope) {
        List<IdentNode> parameters = node.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            f.variables.write(scope.own(parameters.get(i).getName()), i, at);
        }
    }

    /** Of parameters with the same name only the last is mapped. */
    private int[] mappedSlots(LexicalScope scope) {
        List<IdentNode> parameters = node.getParameters();
        var slots = new int[parameters.size()];
        Arrays.fill(slots, -1);
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < slots.length; i++) {
            last.put(parameters.get(i).getName(), i);
        }
        last.forEach((name, i) -> slots[i] = scope.own(name).slot);
        return slots;
    }

    // this, super, new.target and the function's own name.

    private void prepareSpecial(Symbol symbol, Binding binding) {
        if (symbol.isThis()) {
            binding.register = binding.inContext() ? Binding.NO_REGISTER : Frame.THIS_REGISTER;
            if (f.role == FunctionRole.DERIVED_CONSTRUCTOR) {
                binding.initialized = false;
                binding.skippable = true;
            } else {
                binding.initialized = true;
            }
        } else if (symbol.isNewTarget()) {
            binding.initialized = true;
            binding.register = binding.inContext() ? Binding.NO_REGISTER : Frame.NEW_TARGET_REGISTER;
        } else if (symbol.isFunctionSelf()) {
            binding.register = binding.inContext() ? Binding.NO_REGISTER : Frame.CALLEE_REGISTER;
        } else if (symbol.isSuper()) {
            binding.initialized = true;
        } else if (symbol.isArguments() && node.needsArguments()) {
            binding.initialized = true;
        }
    }

    /** An arrow function in a derived constructor may call super(): it needs the constructor and new.target. */
    private static void prepareSuperCalls(LexicalScope scope) {
        Binding thisBinding = scope.own("this");
        if (thisBinding == null || !thisBinding.inContext()) {
            return;
        }
        scope.placeInContext(scope.add(Classes.CONSTRUCTOR, Binding.Kind.VAR));
        Binding newTarget = scope.own("new.target");
        if (newTarget == null) {
            newTarget = scope.add("new.target", Binding.Kind.VAR);
        }
        if (!newTarget.inContext()) {
            newTarget.register = Binding.NO_REGISTER;
            scope.placeInContext(newTarget);
        }
    }

    private void storeSpecials(LexicalScope scope, Iterable<Symbol> symbols) {
        storeSpecial(scope, "new.target", Frame.NEW_TARGET_REGISTER);
        storeSpecial(scope, Classes.CONSTRUCTOR, Frame.CALLEE_REGISTER);
        if (f.role != FunctionRole.DERIVED_CONSTRUCTOR) {
            storeSpecial(scope, "this", Frame.THIS_REGISTER);
        }
        for (Symbol symbol : symbols) {
            Binding binding = scope.own(symbol.getName());
            if (binding == null) {
                continue;
            }
            if (symbol.isFunctionSelf() && binding.inContext()) {
                f.variables.write(binding, Frame.CALLEE_REGISTER, at);
            } else if (symbol.isSuper()) {
                int mark = f.registers.top();
                int home = binding.inContext() ? f.registers.take() : binding.register;
                f.code.emit(Opcode.GET_HOME_OBJECT, at, home, Frame.CALLEE_REGISTER);
                f.variables.write(binding, home, at);
                f.registers.release(mark);
            }
        }
    }

    private void storeSpecial(LexicalScope scope, String name, int register) {
        Binding binding = scope.own(name);
        if (binding != null && binding.inContext() && !binding.global) {
            f.variables.write(binding, register, at);
        }
    }

    // Parameters with defaults or patterns: a scope of their own, in whose order they are initialised.

    private void enterParameterScope(Block block) {
        Map<String, Integer> inPlace = parametersInPlace(block);
        if (mayDeclareByEval()) {
            enterSelfScope(block.getSymbols());
            enterEvalVariables();
        }
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.PARAMETERS, block.getScope());
        for (Symbol symbol : block.getSymbols()) {
            if (symbol.isFunctionSelf() && mayDeclareByEval()) {
                continue;
            }
            Binding binding = scope.add(symbol.getName(), Scopes.kindOf(symbol));
            if (Scopes.isCaptured(symbol, block.getScope())) {
                scope.placeInContext(binding);
            } else if (inPlace.containsKey(symbol.getName())) {
                binding.register = inPlace.get(symbol.getName());
            }
            prepareSpecial(symbol, binding);
        }
        if (mayCallSuper()) {
            prepareSuperCalls(scope);
        }
        f.scopes.place(scope, at);
        storeSpecials(scope, block.getSymbols());
        for (Symbol symbol : block.getSymbols()) {
            if (symbol.isArguments() && node.needsArguments()) {
                createArguments(scope.own(symbol.getName()), false, scope);
            }
        }
        for (Statement statement : block.getStatements()) {
            int mark = f.registers.top();
            switch (statement) {
                case VarNode parameter when parameter.getInit() != null -> initializeParameter(parameter);
                case ExpressionStatement pattern -> f.expressions.effect(pattern.getExpression());
                default -> {}
            }
            f.registers.release(mark);
        }
    }

    /** Parameters that can live in the register in which the argument comes. */
    private static Map<String, Integer> parametersInPlace(Block block) {
        var result = new HashMap<String, Integer>();
        for (Statement statement : block.getStatements()) {
            if (statement instanceof VarNode parameter) {
                switch (parameter.getInit()) {
                    case ParameterNode passed when !passed.isRestParameter() ->
                        result.put(parameter.getName().getName(), passed.getIndex());
                    case TernaryNode withDefault ->
                        result.put(parameter.getName().getName(), passedParameter(withDefault).getIndex());
                    case null, default -> {}
                }
            }
        }
        return result;
    }

    private static ParameterNode passedParameter(TernaryNode withDefault) {
        return (ParameterNode) withDefault.getFalseExpression().getExpression();
    }

    private void initializeParameter(VarNode parameter) {
        String name = parameter.getName().getName();
        Span where = f.unit.at(parameter.getName());
        int value;
        if (parameter.getInit() instanceof TernaryNode withDefault) {
            value = passedParameter(withDefault).getIndex();
            Label passed = f.code.label();
            f.code.jump(Opcode.JUMP_IF_NOT_UNDEFINED, passed, where, value);
            f.expressions.into(withDefault.getTrueExpression(), value);
            f.code.place(passed);
        } else {
            Binding binding = f.scope.resolve(name);
            boolean direct = !binding.inContext() && ((ParameterNode) parameter.getInit()).isRestParameter();
            value = direct ? binding.register : f.registers.take();
            f.expressions.into(parameter.getInit(), value);
        }
        f.variables.initialize(name, value, where);
    }
}
