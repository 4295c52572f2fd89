package org.tierscope.frontend;

import com.oracle.js.parser.ir.ExpressionStatement;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Statement;
import com.oracle.js.parser.ir.Symbol;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tierscope.bytecode.BytecodeBuilder.Span;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.bytecode.ModuleCode;
import org.tierscope.bytecode.Opcode;

/**
 * Generates a module as two functions: one makes the environment, which is what InitializeEnvironment (16.2.1.7.3.1) does; the other
 * is the body, a function inside it. Bindings that neither closures nor other modules see are locals of the body.
 */
final class ModuleGenerator {
    /** Internal name of {@code import.meta}. */
    static final String META = ":meta";

    private final Unit unit;
    private final FunctionNode root;
    private final Module module;
    private final Span at = new Span(0, 0);
    private final List<ModuleCode.Request> requests = new ArrayList<>();
    private final Map<Module.ModuleRequest, Integer> requestIndex = new HashMap<>();

    ModuleGenerator(Unit unit, FunctionNode root) {
        this.unit = unit;
        this.root = root;
        this.module = root.getModule();
    }

    ModuleCode generate() {
        module.getRequestedModules().forEach(this::request);
        var f = new FunctionGenerator(unit, root, null, null, FunctionRole.MODULE, "");
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.BLOCK, root.getBody().getScope());
        declare(scope);
        f.scopes.place(scope, at);
        createCells(f, scope);
        initialize(f, scope);
        int body = f.registers.take();
        var generator = new FunctionGenerator(unit, root, f, scope, FunctionRole.MODULE_BODY, "");
        BytecodeFunction compiled = generator.generate();
        f.code.emit(Opcode.CREATE_CLOSURE, at, body, f.constant(compiled), scope.contextRegister);
        f.code.emit(Opcode.RETURN, at, body);
        return describe(f.finish(0, unit.source().text().length(), 0), scope);
    }

    private int request(Module.ModuleRequest request) {
        return requestIndex.computeIfAbsent(request, r -> {
            var attributes = new HashMap<String, String>();
            r.attributes().forEach((key, value) -> attributes.put(text(key), text(value)));
            requests.add(new ModuleCode.Request(text(r.specifier()), attributes, phase(r.phase())));
            return requests.size() - 1;
        });
    }

    private static String text(TruffleString string) {
        return string == null ? null : string.toJavaStringUncached();
    }

    static ImportPhase phase(Module.ImportPhase phase) {
        return switch (phase) {
            case Evaluation -> ImportPhase.EVALUATION;
            case Source -> ImportPhase.SOURCE;
            case Defer -> ImportPhase.DEFER;
        };
    }

    /** Null for a namespace, and for a source object. */
    private static String imported(TruffleString name) {
        return name.equals(Module.STAR_NAME) || name.equals(Module.SOURCE_IMPORT_NAME) ? null : text(name);
    }

    private void declare(LexicalScope scope) {
        var exported = new HashSet<String>();
        module.getLocalExportEntries().forEach(e -> exported.add(text(e.getLocalName())));
        Set<String> imports = new HashSet<>();
        module.getImportEntries().forEach(e -> imports.add(text(e.getLocalName())));
        for (Symbol symbol : root.getBody().getSymbols()) {
            String name = symbol.getName();
            boolean shared = exported.contains(name) || imports.contains(name);
            if (shared || Scopes.isCaptured(symbol, root.getBody().getScope())) {
                Binding binding = scope.add(name, Scopes.kindOf(symbol));
                binding.cell = shared;
                scope.placeInContext(binding);
            }
        }
        // Closures and code of eval find this here: it is undefined.
        scope.placeInContext(scope.add("this", Binding.Kind.VAR));
        scope.placeInContext(scope.add(META, Binding.Kind.VAR));
    }

    private void createCells(FunctionGenerator f, LexicalScope scope) {
        int mark = f.registers.top();
        for (Binding binding : scope.bindings()) {
            if (binding.cell) {
                int cell = f.registers.take();
                f.code.emit(Opcode.CREATE_CONTEXT, at, cell, f.code.pinnedCalleeContext(at), 1);
                f.code.emit(Opcode.SET_CONTEXT, at, scope.contextRegister, 0, binding.slot, cell);
                f.registers.release(mark);
            }
        }
    }

    private void initialize(FunctionGenerator f, LexicalScope scope) {
        int mark = f.registers.top();
        int undefined = f.registers.take();
        f.code.emit(Opcode.LOAD_UNDEFINED, at, undefined);
        for (Binding binding : scope.bindings()) {
            if (binding.kind == Binding.Kind.VAR) {
                f.variables.write(binding, undefined, at);
            }
        }
        f.registers.release(mark);
        hoist(f, scope);
    }

    private void hoist(FunctionGenerator f, LexicalScope scope) {
        for (Statement statement : root.getBody().getStatements()) {
            if (statement instanceof VarNode declaration && declaration.isHoistableDeclaration()
                    && scope.own(declaration.getName().getName()) != null) {
                f.scopes.defineFunction(declaration);
            }
        }
    }

    /** What the body does before its first statement: its own bindings are those that the environment has not. */
    static void enterBody(FunctionGenerator f, FunctionNode root) {
        var at = new Span(0, 0);
        LexicalScope environment = f.scope;
        LexicalScope scope = f.scopes.push(LexicalScope.Kind.FUNCTION, root.getBody().getScope());
        f.variableScope = scope;
        for (Symbol symbol : root.getBody().getSymbols()) {
            if (environment.own(symbol.getName()) == null) {
                scope.add(symbol.getName(), Scopes.kindOf(symbol));
            }
        }
        f.scopes.place(scope, at);
        for (Binding binding : scope.bindings()) {
            if (binding.kind == Binding.Kind.VAR) {
                f.code.emit(Opcode.LOAD_UNDEFINED, at, binding.register);
            }
        }
        new ModuleGenerator(f.unit, root).hoist(f, scope);
    }

    /** The parser marks where a module's instantiation ends, as if that were a generator. */
    static boolean isMark(Statement statement) {
        return statement instanceof ExpressionStatement expression
                && expression.getExpression() instanceof UnaryNode unary
                && unary.isTokenType(com.oracle.js.parser.TokenType.YIELD);
    }

    private ModuleCode describe(BytecodeFunction environment, LexicalScope scope) {
        var imports = module.getImportEntries().stream()
                .map(e -> new ModuleCode.Import(request(e.getModuleRequest()), imported(e.getImportName()),
                        scope.own(text(e.getLocalName())).slot))
                .toList();
        var namespaces = new HashMap<String, Integer>();
        module.getImportEntries().stream().filter(e -> e.getImportName().equals(Module.STAR_NAME))
                .forEach(e -> namespaces.put(text(e.getLocalName()), request(e.getModuleRequest())));
        var locals = module.getLocalExportEntries().stream()
                .filter(e -> !namespaces.containsKey(text(e.getLocalName())))
                .map(e -> new ModuleCode.Local(text(e.getExportName()), scope.own(text(e.getLocalName())).slot))
                .toList();
        // An imported namespace that is exported is the same export wherever it is done.
        var indirects = Stream.concat(
                module.getIndirectExportEntries().stream()
                        .map(e -> new ModuleCode.Indirect(text(e.getExportName()),
                                request(e.getModuleRequest()), imported(e.getImportName()))),
                module.getLocalExportEntries().stream()
                        .filter(e -> namespaces.containsKey(text(e.getLocalName())))
                        .map(e -> new ModuleCode.Indirect(
                                text(e.getExportName()), namespaces.get(text(e.getLocalName())), null)))
                .toList();
        var stars = module.getStarExportEntries().stream().map(e -> request(e.getModuleRequest())).toList();
        return new ModuleCode(environment, unit.isAsync(root), List.copyOf(requests), imports, locals, indirects, stars,
                scope.own(META).slot);
    }
}
