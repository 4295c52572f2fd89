package org.tierscope.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.asm.CodeMemory;
import org.tierscope.bytecode.Opcode;
import org.tierscope.bytecode.SourceText;
import org.tierscope.feedback.FeedbackLayout;
import org.tierscope.feedback.SlotKind;
import org.tierscope.frontend.CompileMode;
import org.tierscope.frontend.Compiler;
import org.tierscope.interp.Interpreter;
import org.tierscope.options.EngineOption;
import org.tierscope.options.EngineOptions;
import org.tierscope.options.Tier;
import org.tierscope.runtime.FunctionInfo;
import org.tierscope.runtime.Mem;
import org.tierscope.runtime.PreludeCode;
import org.tierscope.runtime.Value;
import org.tierscope.runtime.Vm;
import org.tierscope.tier.TierManager;

/** The interpreter in machine code does what the one in Java does, and records the same. */
class HandlersTest {
    private static final EngineOptions INTERPRETER = EngineOptions.DEFAULTS.with(EngineOption.MAX_TIER, Tier.INTERPRETER);

    /** What is left of a script that has run. */
    private record Run(String result, List<String> feedback, List<String> handlers) {
    }

    /** Runs a script that declares a function f; what it returns when it is called once more, and what f has recorded. */
    private static Run run(String script, boolean inJava) {
        try (Vm vm = new Vm()) {
            var interpreter = new Interpreter(vm);
            vm.setExecutor(interpreter);
            var out = new ByteArrayOutputStream();
            vm.console().setOut(out);
            vm.setPreludeCode(new PreludeCode(source -> Compiler.compile(source, CompileMode.PRELUDE)));
            TierManager tiers = inJava ? null : new TierManager(vm, interpreter, INTERPRETER);
            var source = new SourceText(1, "test.js", script + "\n; console.log(String(f()));");
            FunctionInfo main = vm.link(Compiler.compile(source, CompileMode.SCRIPT));
            if (tiers == null) {
                for (int id = 0; id < vm.functionCount(); id++) {
                    if (!vm.function(id).isNative()) {
                        Mem.putInt(vm.function(id).feedback() + FeedbackLayout.BUDGET, Integer.MAX_VALUE);
                    }
                }
            }
            vm.call(vm.functions().createClosure(main, 0), Value.UNDEFINED);
            vm.console().flush();
            var run = new Run(out.toString(StandardCharsets.UTF_8).strip(), feedback(vm), tiers == null ? List.of() : handlers(tiers));
            if (tiers != null) {
                tiers.close();
            }
            return run;
        }
    }

    /** The feedback of f and g, without what depends on addresses. */
    private static List<String> feedback(Vm vm) {
        var lines = new ArrayList<String>();
        for (int id = 0; id < vm.functionCount(); id++) {
            FunctionInfo function = vm.function(id);
            if (function.isNative() || !List.of("f", "g").contains(function.name())) {
                continue;
            }
            int[] code = function.code();
            for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
                Opcode opcode = Opcode.of(code[pc]);
                if (opcode.feedbackOperand() != 0) {
                    long slot = function.feedback() + code[pc + opcode.feedbackOperand()];
                    boolean hasAddresses = opcode.slotKind() == SlotKind.PROPERTY || opcode.slotKind() == SlotKind.CALL;
                    // Whether a megamorphic slot misses depends on what shares its place in the global cache, which is found by addresses.
                    boolean megamorphic = opcode.slotKind() == SlotKind.PROPERTY
                            && Mem.getByte(slot + FeedbackLayout.CACHE_STATE) == FeedbackLayout.MEGAMORPHIC;
                    int state = FeedbackLayout.CACHE_MISSES + (megamorphic ? 0 : 4);
                    int size = hasAddresses ? state : opcode.slotKind().size();
                    var bytes = new StringBuilder();
                    boolean unary = opcode.slotKind() == SlotKind.TYPE && opcode.operands().size() == 3;
                    for (int i = 0; i < size; i++) {
                        // What is noted of a right operand that an operation does not have means nothing.
                        bytes.append(unary && i == FeedbackLayout.TYPE_RIGHT
                                ? "--" : String.format("%02x", Mem.getByte(slot + i)));
                    }
                    lines.add(function.name() + " " + pc + " " + opcode.mnemonic() + " " + bytes);
                }
            }
            lines.add(function.name() + " calls " + Mem.getLong(function.feedback() + FeedbackLayout.CALLS));
        }
        return lines;
    }

    private static List<String> handlers(TierManager tiers) {
        return tiers.machine().codeMemory().ranges().stream()
                .map(CodeMemory.Range::owner)
                .filter(owner -> owner != null && owner.startsWith("interpreter: "))
                .map(owner -> owner.substring("interpreter: ".length()))
                .toList();
    }

    private static String agreed(String script) {
        Run java = run(script, true);
        Run handlers = run(script, false);
        assertThat(handlers.result()).isEqualTo(java.result());
        assertThat(handlers.feedback()).isEqualTo(java.feedback());
        return handlers.result();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 2                                       | 3
            2147483647 + 1                              | 2147483648
            -2147483648 - 1                             | -2147483649
            65536 * 65536                               | 4294967296
            Object.is(0 * -1, -0)                       | true
            7 / 2                                       | 3.5
            -7 % 7 === 0 && 1 / (-7 % 7)                | -Infinity
            7.5 % 2                                     | 1.5
            1 << 33                                     | 2
            -1 >>> 0                                    | 4294967295
            ~5                                          | -6
            (x => -x)(7) + (x => -x)(0.5) + (x => ~x)(7) | -15.5
            2 ** 10                                     | 1024
            'a' + 1 + 'b' + null                        | a1bnull
            [1 < 2, 2 <= 1.5, 'a' < 'b', NaN >= NaN]    | true,false,true,false
            ['a' === 'a', 'a' == 'b', 1 === 1.0, NaN !== NaN, null == undefined] | true,false,true,true,true
            typeof 1 + typeof 'x' + typeof f + typeof null | numberstringfunctionobject
            'hello'[1] + 'hello'.length                 | e5
            [1, 2.5, 'x', , 4].length                   | 5
            [[], [1], [1, 2.5], [true, 1]].join(';')    | ;1;1,2.5;true,1
            ({ a: 1, b: { c: 2 } }).b.c                 | 2
            'a' in { a: 1 } && !('b' in {})             | true
            ((a, b = 5, ...c) => a + b + c.length)(1, undefined, 3, 4) | 8
            """)
    void anExpressionHasTheSameValueInBoth(String expression, String value) {
        assertThat(agreed("function f() { return " + expression + "; } f(); f();")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "function g(n) { return n < 2 ? n : g(n - 1) + g(n - 2); } function f() { return g(12); }",
        "function f() { let s = 0; for (let i = 0; i < 50; i++) { if (i % 3) s += i; else s -= 0.5; } return s; }",
        "function g(a) { return arguments.length + a; } function f() { return g(1) + g(2, 3) + g(); }",
        "function P(x) { this.x = x; } P.prototype.g = function g() { return this.x; };"
            + " function f() { let s = 0; for (let i = 0; i < 9; i++) s += new P(i).g(); return s; }",
        "class A { constructor() { this.a = 1; } get b() { return this.a; } } class B extends A { c = 2; }"
            + " function f() { let b; for (let i = 0; i < 5; i++) b = new B(); return b.b + b.c; }",
        "function f() { const a = []; for (let i = 0; i < 20; i++) a[i] = i; a[3] = 'x'; a[4] = 0.5; return a.join(); }",
        "function f() { const o = {}; for (const k of ['a', 'b', 'a']) o[k] = (o[k] || 0) + 1; return JSON.stringify(o); }",
        "function g(x) { if (x > 2) throw x; return x; }"
            + " function f() { let s = ''; for (let i = 0; i < 5; i++) { try { s += g(i); } catch (e) { s += 'E' + e; }"
            + " finally { s += ';'; } } return s; }",
        "function* g(n) { for (let i = 0; i < n; i++) yield i; } function f() { return [...g(4)].join() + Math.max(...g(3)); }",
        "function f() { const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i++); return fs.map((h) => h() + h()).join(); }",
        "function g(o) { return o.v; } function f() { return g({ v: 1 }) + g({ a: 0, v: 2 }) + g([]) + g({ b: 0, v: 3 })"
            + " + g({ c: 0, v: 4 }) + g({ d: 0, v: 5 }) + g({ e: 0, v: 6 }); }",
        "function f() { let [a, b] = [1, 2]; [a, b] = [b, a]; switch (a) { case 1: return 'one'; case 2: return 'two' + b; } }",
        "function g() { return g.caller === undefined ? new.target : this; } function f() { return typeof g.call(1); }",
        "function f() { const a = [1]; a.push(2); a.push('x'); a.push(0.5); a.length = 3; a.push(1); return a.pop() + a.join(); }",
        "function f() { const a = [0.5]; a.push(1); a.push(NaN); a.push('x'); return [a.pop(), a.pop(), a.pop(), a, a.pop(), a.pop()].join(); }",
        "function f() { const a = []; Object.freeze(a); try { a.push(1); } catch (e) { return e.message; } }",
        "function f() { const m = new Map([[1, 'a'], ['k', 'b'], [NaN, 'c'], [-0, 'd']]); m.set(1, 'e'); m.set('x', 'f');"
            + " return [m.get(1), m.get('k'), m.get(NaN), m.get(0), m.get('no'), m.has('x'), m.has(2), m.size].join(); }",
        "function f() { const s = new Set([1, 'a']); s.add(1); s.add(2); return [s.has(1), s.has('a'), s.has({}), s.size].join(); }",
        "function f() { return [0, -0, 1.5, -1.5, -0.5, 1e10, -1e10, NaN, Infinity, '2.7', null].map((x) =>"
            + " Object.is(Math.floor(x), -0) ? '-0' : Math.floor(x)).join(); }",
        "function f() { return [Math.abs(-5), Math.abs(5), Math.abs(-0.5), Math.abs(-2147483648), Math.min(1, 2),"
            + " Math.min(2, 1), Math.max(-1, -2), Math.max(1, 2.5), Math.max(), Math.sqrt(16), Math.sqrt(2), Math.sqrt(-1)].join(); }",
        "function f() { const s = 'a' + 'bc'.repeat(20); let t = s + s; return [s.charCodeAt(1), s.charAt(2), t.charCodeAt(50),"
            + " t.charAt(3), s.charAt(99), s.charCodeAt(-1), '\\u1234'.charCodeAt(0), 'x'.charAt(0.5)].join(); }",
        "const d = new Float64Array(4); function f() { for (let i = 0; i < 6; i++) d[i] = i / 2; return d.join() + d[9]; }"
    })
    void aProgramDoesTheSameInBoth(String script) {
        agreed(script + " f();");
    }

    @Test
    void anInstructionWithoutAFastPathIsExecutedByTheRuntime() {
        Run run = run("function f() { const { a, ...rest } = { a: 1, b: 2, c: 3 }; return delete rest.b && rest.c; }", false);
        assertThat(run.result()).isEqualTo("3");
        assertThat(run.handlers()).contains("Delete", "CopyPropertiesExcept");
    }

    @Test
    void handlersAreMadeWhenTheyAreNeeded() {
        assertThat(run("function f() { return 1; }", false).handlers()).contains("LoadInt", "Return").doesNotContain("Suspend");
    }
}
