package org.tierscope.tests.fuzz;

import java.util.List;

/** Makes whole programs: helpers, hot functions, and loops that call these with what they expect, then with something else. */
final class ProgramText {
    private static final int TURNS = 70;

    private final Chance chance;
    private final Scope scope = new Scope();
    private final Expressions expressions;
    private final Statements statements;
    private final StringBuilder text = new StringBuilder();

    private ProgramText(Profile profile, Chance chance) {
        this.chance = chance;
        expressions = new Expressions(profile, chance, scope);
        statements = new Statements(profile, chance, scope, expressions);
    }

    /** The same program for the same seed and profile. It ends, and prints what any other engine prints. */
    static String of(Profile profile, long seed) {
        return new ProgramText(profile, new Chance(seed)).program();
    }

    private String program() {
        if (chance.oneIn(2)) {
            text.append("'use strict';\n");
        }
        text.append("""
                let total = 0, sum = 0, text = '', effects = 0, turn = 0, junk = null, budget = 0, printed = 0;
                const box = { o: { x: 1, y: 2 } };
                function show(v, depth = 0) {
                  if (typeof v === 'string') return JSON.stringify(v.slice(0, 30));
                  if (typeof v === 'function') return 'function';
                  if (typeof v === 'bigint') return v + 'n';
                  if (Object.is(v, -0)) return '-0';
                  if (typeof v !== 'object' || v === null) return String(v);
                  if (depth > 2) return '...';
                  const name = v instanceof Array ? 'Array' + v.length : ArrayBuffer.isView(v) ? 'View' + v.length : v instanceof Map ? 'Map' + v.size : 'Object';
                  const parts = v instanceof Map ? [...v].slice(0, 5).map((e) => show(e, depth + 1)) : Object.keys(v).slice(0, 6).map((k) => k + ':' + show(v[k], depth + 1));
                  return name + '{' + parts.join() + '}';
                }
                const kindOf = (e) => e instanceof Error ? e.constructor.name : show(e);
                const out = (v) => { if (printed++ < 400) console.log(show(v)); };
                const spend = () => { if (--budget < 0) throw 'spent'; };
                const noisy = (v) => ({ valueOf() { effects++; return v; }, toString() { effects += 2; return 's' + v; } });
                const key = (i) => 'k' + (i & 3);
                const thrower = (i) => { if ((i & 15) === 7) throw new TypeError('seven'); return i; };
                function make(i, v) {
                  switch (i & 7) {
                    case 1: return { y: v, x: i };
                    case 2: return { x: i, y: v, z: i };
                    case 3: { const o = { x: v }; if (v > 2) o.w = 1; o.y = i; return o; }
                    case 4: return new Derived(v);
                    default: return { x: i, y: v };
                  }
                }
                class Base {
                  #secret = 1;
                  level = 2;
                  constructor(v) { this.x = v; this.y = 1; }
                  get twice() { return this.x * 2; }
                  set twice(v) { this.x = v / 2; effects++; }
                  sum(v) { return this.x + v + this.#secret; }
                  scale(v) { this.#secret = v | 0; return this; }
                }
                class Derived extends Base {
                  extra = this.x;
                  constructor(v, w = 3) { super(v); this.y = w; }
                  sum(v) { return super.sum(v) - this.y; }
                  valueOf() { return this.x; }
                }
                """);
        declareGlobals();
        helpers();
        generator();
        int functions = chance.between(1, 3);
        for (int i = 0; i < functions; i++) {
            hotFunction("hot" + i);
        }
        text.append("console.log(show([total, sum, text, effects, box, turn, printed]), show(numbers), show(doubles), show(bytes), show(point), show(table));\n");
        return text.toString();
    }

    private void declareGlobals() {
        text.append("let numbers = [1, 2, 3, 4, 5, 6, 7, 8], doubles = [0.5, 1.5, 2.5, 3.5], bytes = new ")
                .append(chance.of("Int32Array", "Float64Array", "Uint8Array", "Float32Array"))
                .append("(8), point = { x: 1, y: 2 }, table = new Map([[1, 1], ['x', 2]]), kept = (v) => v;\n");
        scope.declare("total", Kind.INT, false);
        scope.declare("sum", Kind.NUMBER, false);
        scope.declare("text", Kind.STRING, false);
        scope.declare("numbers", Kind.ARRAY, false);
        scope.declare("doubles", Kind.ARRAY, true);
        scope.declare("bytes", Kind.TYPED_ARRAY, false);
        scope.declare("point", Kind.OBJECT, false);
        scope.declare("table", Kind.MAP, true);
        scope.declare("turn", Kind.INT, true);
    }

    /** Small functions that get inlined. They do not call each other: help0 is reached from inside itself only through what it is given. */
    private void helpers() {
        for (int i = 0; i < 3; i++) {
            String name = "help" + i;
            scope.function(() -> {
                scope.declare("a", Kind.NUMBER, false);
                scope.declare("b", Kind.INT, false);
                text.append(chance.of("let %s = function (a, b) {\n", "let %s = (a, b) => {\n", "var %s = function (a, b = 1) {\n").formatted(name));
                text.append("spend();\n");
                if (chance.oneIn(2)) {
                    text.append(statements.block(chance.between(1, 2)));
                }
                text.append("return ").append(expressions.of(chance.of(List.of(Kind.NUMBER, Kind.INT)))).append(";\n};\n");
            });
        }
    }

    private void generator() {
        scope.function(() -> {
            scope.declare("from", Kind.ARRAY, false);
            text.append("function* gen(from) {\nspend();\n").append(statements.generatorBlock(2)).append("for (const v of from) { spend(); yield v; }\n}\n");
        });
    }

    private void hotFunction(String name) {
        Kind[] kinds = {chance.of(List.of(Kind.INT, Kind.NUMBER)), chance.of(List.of(Kind.values())), chance.of(List.of(Kind.values()))};
        scope.function(() -> {
            for (int i = 0; i < kinds.length; i++) {
                scope.declare("p" + i, kinds[i], false);
            }
            text.append("function ").append(name).append("(p0, p1, p2) {\n");
            text.append(statements.block(chance.between(2, 6)));
            text.append("return ").append(expressions.of(chance.of(List.of(Kind.values())))).append(";\n}\n");
        });
        drive(name, kinds);
    }

    /** Calls it {@link #TURNS} times; near the end, now and then, with values of other kinds. */
    private void drive(String name, Kind[] kinds) {
        var usual = new String[kinds.length];
        var unusual = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            usual[i] = i == 0 ? chance.of("turn", "turn * 3 - 20", "turn & 7", "turn / 2") : expressions.of(kinds[i]);
            unusual[i] = chance.oneIn(2) ? usual[i] : expressions.surprise(kinds[i]);
        }
        text.append("for (turn = 0; turn < ").append(TURNS).append("; turn++) {\n  budget = 200;\n  try {\n");
        text.append("    const r = turn === 40 || turn > 60 && (turn & 1) ? ").append(call(name, unusual)).append(" : ").append(call(name, usual)).append(";\n");
        text.append("    if (turn % 9 === 0 || turn > 37) out(r);\n  } catch (e) { out(kindOf(e)); }\n}\n");
    }

    private static String call(String name, String[] arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }
}
