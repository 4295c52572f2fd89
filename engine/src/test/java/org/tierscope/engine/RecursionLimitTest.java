package org.tierscope.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierscope.options.EngineOptions;

/** Recursion without end is a RangeError, at 10,000 calls or more, whatever of the library lies between two calls. */
class RecursionLimitTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "function f() { hit(); f(); } f();",
        "class A { x = (hit(), new A); } new A;",
        "const o = { get x() { hit(); return this.x; } }; o.x;",
        "function f() { hit(); [1].map(f); } f();",
        "function f() { hit(); [2, 1].sort(f); } f();",
        "function f() { hit(); 'a'.replace(/a/, f); } f();",
        "function f() { hit(); JSON.parse('1', f); } f();",
        "const o = { toJSON() { hit(); return JSON.stringify(o); } }; JSON.stringify(o);",
        "const o = { toString() { hit(); return `${o}`; } }; `${o}`;",
        "const o = { [Symbol.iterator]() { hit(); return [...o]; } }; [...o];",
        "const r = /a/; r.exec = () => { hit(); return r.test('a'); }; r.test('a');",
        "const p = new Proxy(() => 1, { apply() { hit(); return p(); } }); p();",
        "const p = new Proxy({}, { get() { hit(); return p.x; } }); p.x;",
        "class K { constructor() { hit(); Reflect.construct(K, []); } } new K;",
        "function* f() { hit(); yield* f(); } [...f()];",
        "function f() { hit(); eval('f()'); } f();"
    })
    void endsAsARangeError(String recursion) {
        var out = new ByteArrayOutputStream();
        new Engine(EngineOptions.DEFAULTS).output(out, out).run(Program.of("test.js", """
                let calls = 0;
                const hit = () => { calls++; };
                try { %s } catch (e) { console.log(e instanceof RangeError, e.message, calls >= 10_000 || calls); }
                """.formatted(recursion)));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("true Maximum call stack size exceeded true\n");
    }
}
