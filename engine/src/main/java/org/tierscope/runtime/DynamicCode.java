package org.tierscope.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tierscope.bytecode.BytecodeFunction;
import org.tierscope.bytecode.EvalScope;
import org.tierscope.bytecode.ImportPhase;
import org.tierscope.bytecode.SourceText;
import org.tierscope.bytecode.TemplateStrings;
import org.tierscope.runtime.GuestCompiler.FunctionKind;

/** Code that the guest makes at run time: eval (19.2.1), Function and its relatives (20.2.1.1). */
public final class DynamicCode {
    private static final int CACHED_TEXTS = 256;

    private record Text(Realm realm, String referrer, EvalScope scope, String source) {}

    private final Vm vm;
    private final Map<Text, FunctionInfo> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Text, FunctionInfo> eldest) {
            return size() > CACHED_TEXTS;
        }
    };
    private GuestCompiler compiler = GuestCompiler.NONE;
    private int sources;

    DynamicCode(Vm vm) {
        this.vm = vm;
    }

    public void setCompiler(GuestCompiler compiler) {
        this.compiler = compiler;
    }

    /** A direct call's function, see {@code Opcode.RESOLVE_EVAL}. */
    long resolveDirect(long callee, long source, long context, EvalScope scope) {
        if (callee != vm.realm().get(Intrinsic.EVAL) || !Layout.isString(source)) {
            return callee;
        }
        return vm.operations().createClosure(evalCode(source, scope), context);
    }

    /** PerformEval of an indirect call. */
    public long evalIndirectly(long source) {
        if (!Layout.isString(source)) {
            return source;
        }
        long function = vm.operations().createClosure(evalCode(source, null), 0);
        return vm.call(function, vm.realm().globalThis());
    }

    /** The same text at the same call is compiled once. */
    private FunctionInfo evalCode(long source, EvalScope scope) {
        var text = new Text(vm.realm(), referrer(), scope, vm.strings().toJava(source));
        FunctionInfo known = compiled.get(text);
        if (known != null) {
            return known;
        }
        BytecodeFunction code = compiler.eval(new SourceText(0, name("eval"), text.source, text.referrer), scope);
        FunctionInfo function = vm.link(code);
        if (!hasTemplates(code)) {
            compiled.put(text, function);
        }
        return function;
    }

    /** Each evaluation of a text has template objects of its own. */
    private static boolean hasTemplates(BytecodeFunction code) {
        return code.constants().stream().anyMatch(constant -> constant instanceof TemplateStrings
                || constant instanceof BytecodeFunction nested && hasTemplates(nested));
    }

    /** The file whose code runs. */
    private String referrer() {
        String[] path = {""};
        vm.stackWalker().walk(frame -> {
            BytecodeFunction code = frame.function().bytecode();
            if (code == null || code.is(BytecodeFunction.Flag.PRELUDE)) {
                return true;
            }
            path[0] = code.source().referrer();
            return false;
        });
        return path[0];
    }

    /** {@code import()} in the code that runs. */
    long importModule(long specifier, long options, ImportPhase phase) {
        return vm.modules().importDynamically(referrer(), specifier, options, phase);
    }

    private String name(String kind) {
        return kind + "#" + ++sources;
    }

    /** ScriptEvaluation (16.1.6) of a text; returns its completion value. */
    public long runScript(String path, String text) {
        BytecodeFunction code = compiler.script(new SourceText(0, path, text));
        return vm.call(vm.operations().createClosure(vm.link(code), 0), vm.realm().globalThis());
    }

    /**
     * CreateDynamicFunction (20.2.1.1.1) up to the closure; its prototype and "prototype" property are the caller's concern.
     *
     * @param parameters joined by commas
     */
    public long createFunction(FunctionKind kind, String parameters, String body) {
        String text = kind.prefix() + " anonymous(" + parameters + "\n) {\n" + body + "\n}";
        BytecodeFunction code =
                compiler.function(new SourceText(0, name("function"), text, referrer()), kind, parameters, body);
        return vm.operations().createClosure(vm.link(code), 0);
    }
}
