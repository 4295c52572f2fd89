package org.tierscope.tests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Programs by chance: functions of several subjects with random bodies, called in loops with random values of many types until
 * every tier has had its turn. They print types, values and kinds of errors only, so any engine must print the same.
 */
final class ProgramGenerator {
    private static final String[] VALUES = {
        "0", "1", "-1", "2", "7", "31", "255", "1000003", "2147483647", "-2147483648", "4294967295", "0.5", "-0.25", "1e21", "3.75",
        "-0", "NaN", "Infinity", "'a'", "'7'", "''", "'héllo'", "true", "false", "null", "undefined", "[1, 2, 3]", "[]", "{ a: 1 }",
        "{ a: 'x', b: 2 }", "[0.5, , 'x']", "5n", "-3n", "(x) => x"
    };
    private static final String[] ARITHMETIC = {"+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>"};
    private static final String[] COMPARISONS = {"<", ">", "<=", ">=", "===", "!==", "==", "!="};
    private static final String[] MATH = {"abs", "floor", "ceil", "round", "trunc", "sign", "sqrt", "fround", "clz32"};
    private static final int DEPTH = 3;
    private static final int SUBJECTS_PER_PROGRAM = 4;

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    /** Variables in scope. */
    private final List<String> scope = new ArrayList<>();
    private int names;

    private ProgramGenerator(long seed) {
        // A plain seed gives neighbours whose first choices are alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** The same program for the same seed. */
    static String program(long seed) {
        return new ProgramGenerator(seed).program();
    }

    private String program() {
        text.append("""
                'use strict';
                let fuel = 0;
                const show = (v, depth = 0) => {
                  if (typeof v === 'string') return JSON.stringify(v.length > 40 ? v.slice(0, 40) + v.length : v);
                  if (typeof v === 'function') return 'function';
                  if (typeof v === 'bigint') return v + 'n';
                  if (Object.is(v, -0)) return '-0';
                  if (typeof v !== 'object' || v === null) return String(v);
                  if (depth > 2) return '...';
                  const parts = Object.entries(v).slice(0, 8).map(([k, x]) => k + ':' + show(x, depth + 1));
                  return (Array.isArray(v) ? '[' + v.length + ']' : v.constructor?.name ?? 'null') + '{' + parts.join() + '}';
                };
                const guard = (f, ...args) => { fuel = 300; try { return f(...args); } catch (e) { return e instanceof Error ? e.constructor.name : e; } };
                """);
        List<Supplier<String>> subjects = List.of(
                this::integers, this::doubles, this::strings, this::objects, this::closures, this::exceptions, this::classes,
                this::arrays, this::collections, this::generators, this::destructuring, this::switches);
        var functions = new ArrayList<String>();
        int first = random.nextInt(subjects.size());
        for (int i = 0; i < SUBJECTS_PER_PROGRAM; i++) {
            functions.add(subjects.get((first + i * (1 + random.nextInt(3))) % subjects.size()).get());
        }
        for (String function : functions) {
            calls(function);
        }
        return text.toString();
    }

    /** Calls a function often with values of one kind, then a few times with others, and prints what came. */
    private void calls(String function) {
        String seen = fresh("seen");
        line("{ let %s = 0; const args = [%s];", seen, repeat(6, () -> pick(VALUES)));
        line("  for (let i = 0; i < %d; i++) { const v = guard(%s, i, %s); %s = Math.imul(%s, 31) ^ (show(v).length + (v | 0 || 0)); }"
                .replace("(v | 0 || 0)", "(typeof v === 'number' ? v | 0 : 0)"),
                60 + random.nextInt(120), function, pick(new String[] {"i * 2", "i % 5", "i / 2", "3", "-i", "i & 3"}), seen, seen);
        line("  console.log('%s', %s, show(guard(%s, 5, 3)));", function, seen, function);
        line("  for (const a of args) for (const b of args) console.log(show(guard(%s, a, b)));", function);
        line("  console.log(show(guard(%s, 6, 2)), show(guard(%s))); }", function, function);
    }

    // Subjects: each writes a function of two parameters and gives its name.

    private String integers() {
        return function("int", () -> {
            line("let s = a | 0, t = %s;", number(DEPTH));
            scope.add("s");
            scope.add("t");
            line("for (let i = 0; i < %d; i++) {", 5 + random.nextInt(20));
            scope.add("i");
            line("  s = (s %s (%s)) | 0;", pick(ARITHMETIC), number(DEPTH));
            line("  if (%s) t = Math.imul(t, %d) + i; else t %s= %s;", condition(), random.nextInt(100), pick(ARITHMETIC), number(1));
            line("  if (t > 1e9 || t < -1e9 || t !== t) t = s %% 1000;");
            line("}");
            line("return s ^ t;");
        });
    }

    private String doubles() {
        return function("dbl", () -> {
            line("const xs = new %s(8); let s = %s;", pick(new String[] {"Float64Array", "Float32Array", "Int32Array", "Uint8Array",
                "Uint8ClampedArray", "Int16Array"}), number(DEPTH));
            scope.add("s");
            line("for (let i = 0; i < 24; i++) { xs[i & 7] = %s; s += xs[(i + %d) & 7] / %d; }", withLoop(() -> number(DEPTH)),
                    random.nextInt(8), 1 + random.nextInt(9));
            line("xs[9] = 1; return [s, xs[0], xs[7], xs[9], Math.max(...xs), %s];", number(2));
        });
    }

    private String strings() {
        return function("str", () -> {
            line("let s = '' + a, n = 0;");
            scope.add("n");
            line("for (let i = 0; i < 12; i++) {");
            line("  s += %s;", withLoop(() -> pick(new String[] {"i", "s[i]", "String.fromCharCode(97 + i)", "b", "`<${i}>`",
                "s.slice(-2)", "typeof a"})));
            line("  n += s.charCodeAt(%s) | 0;", withLoop(() -> pick(new String[] {"i", "s.length - 1", "i * 2", "a"})));
            line("  if (s.length > 60) s = s.%s;", pick(new String[] {"slice(10, 30)", "substring(30, 5)", "replace('1', '22')",
                "toUpperCase()", "split('a').reverse().join('b')", "replaceAll('<', '(')", "trim().padStart(20, 'ab')", "repeat(0)"}));
            line("}");
            line("return [s, n, s.indexOf(%s), s %s 'm', s.length %s %s];", pick(new String[] {"'1'", "'<'", "b", "'undefined'"}),
                    pick(COMPARISONS), pick(ARITHMETIC), number(1));
        });
    }

    private String objects() {
        return function("obj", () -> {
            line("const o = { x: %s, y: %s%s };", number(2), number(1), random.nextBoolean() ? ", get z() { return this.x; }" : "");
            line("const p = Object.create(%s); let s = 0;", pick(new String[] {"o", "null", "{ x: 1, y: 'p' }"}));
            line("for (let i = 0; i < 15; i++) {");
            line("  const t = i %% 3 === 0 ? o : i %% 3 === 1 ? p : { y: i, x: %s };", number(1));
            line("  t[%s] = i; s += t.x %s (t.y ?? 1) | 0;", pick(new String[] {"'k' + (i & 3)", "'x'", "i", "'y'", "i > 9 ? 'w' : 'x'"}),
                    pick(ARITHMETIC));
            line("  %s", pick(new String[] {"delete o.k1;", "if (i === 8) Object.freeze(p);", "if (i === 5) o.late = a;",
                "if (i === 7) Object.defineProperty(o, 'x', { get: () => 9 });", "for (const k in t) s += k.length;",
                "s += Object.keys(t).length;", "if ('k2' in t) s++;", "({ ...t, s });"}));
            line("}");
            line("return [s, o, p.x, Object.keys(p).join()];");
        });
    }

    private String closures() {
        return function("clo", () -> {
            line("const fs = []; let shared = %s;", number(2));
            line("for (let i = 0; i < 6; i++) { let own = i; fs.push(%s); }", pick(new String[] {
                "(d) => (own += d | 0, shared += own, own)", "function (d) { return this === undefined ? own-- + i : d; }",
                "(...xs) => xs.length + (shared = own + i)", "(d = own) => () => d + shared++", "({ length } = 'abc') => own += length"}));
            line("let out = []; for (let r = 0; r < 3; r++) for (const f of fs) { const v = f(%s); out.push(typeof v === 'function' ? v() : v); }",
                    pick(new String[] {"a", "r", "", "b", "a, b"}));
            line("const compose = (...gs) => (x) => gs.reduceRight((v, g) => g(v), x);");
            line("return [out.join(), shared, compose((x) => x %s 3, (x) => x + 1)(a), (function rec(n) { return n > 0 ? n + rec(n - 1) : 0; })(b & 15)];",
                    pick(ARITHMETIC));
        });
    }

    private String exceptions() {
        return function("exc", () -> {
            line("const log = [];");
            line("outer: for (let i = 0; i < 8; i++) {");
            line("  try { log.push('t' + i); if (%s) throw %s; %s }", withLoop(this::condition),
                    pick(new String[] {"i", "new RangeError('r')", "new TypeError()", "a", "{ code: i }"}),
                    pick(new String[] {"if (i === 3) continue;", "if (i === 5) break;", "null.x;", "a.b.c;", "if (i > 6) return log.join();",
                        "log.push(a.length.x);", "undefinedName;", "if (i === 2) continue outer;"}));
            line("  catch (e) { log.push(e instanceof Error ? e.constructor.name : show(e)); %s }", pick(new String[] {"", "if (i === 4) break outer;",
                "if (i > 5) throw e;", "try { throw 1; } catch { log.push('inner'); }"}));
            line("  finally { log.push('f'); %s }", pick(new String[] {"", "if (i === 6) return 'from finally ' + log.length;", "fuel--;",
                "if (i === 7) break;", "try { null(); } catch (e2) { log.push(e2.name); }"}));
            line("}");
            line("return log.join();");
        });
    }

    private String classes() {
        String base = fresh("Base");
        String derived = fresh("Derived");
        line("class %s { #p = 1; static made = 0; f = %s; constructor(v) { this.v = v; %s.made++; }", base, number(1), base);
        line("  get p() { return this.#p; } set p(x) { this.#p = x %s 2; } sum(x) { return this.#p + x + this.f; }", pick(ARITHMETIC));
        line("  static of(...xs) { return new this(...xs); } %s }", pick(new String[] {"toString() { return `${this.v}`; }",
            "valueOf() { return this.f; }", "[Symbol.toPrimitive](hint) { return hint === 'number' ? 7 : 'prim'; }", ""}));
        line("class %s extends %s { g = this.f; %s sum(x) { return super.sum(x) %s %s; } get p() { return super.p; } %s }", derived, base,
                random.nextBoolean() ? "constructor(v, w) { super(w); this.w = v; }" : "", pick(ARITHMETIC), number(1),
                random.nextBoolean() ? "set p(x) { super.p = x; }" : "");
        return function("cls", () -> {
            line("const o = %s %% 2 ? %s.of(a, b) : new %s(b); let s = 0;", pick(new String[] {"(a | 0)", "1", "2"}), derived, base);
            line("for (let i = 0; i < 10; i++) { o.p = i; s += %s; if (i === %d) %s; }", pick(new String[] {"o.sum(i)", "o.p", "o.sum(a)",
                "o.f + o.p", "(o.g ?? 1)"}), random.nextInt(12), pick(new String[] {"o.f = 's'", "o.extra = 1", "delete o.f", "o.sum = () => 5",
                "Object.setPrototypeOf(o, " + base + ".prototype)"}));
            line("return [s, o, '' + o, o + 1, o instanceof %s, Object.keys(o).join()];", derived);
        });
    }

    private String arrays() {
        return function("arr", () -> {
            line("let xs = [%s], s = 0;", repeat(5, () -> random.nextInt(4) == 0 ? pick(VALUES) : number(1)));
            line("%s", pick(new String[] {"xs.length = 8;", "xs[10] = a;", "xs.push(a, b);", "xs.unshift(b);", "delete xs[1];", "", "xs = [...xs, ...'ab'];"}));
            for (int i = 0; i < 3; i++) {
                line("xs = xs%s;", pick(new String[] {".map((x, i) => x " + pick(ARITHMETIC) + " i)", ".filter((x) => x " + pick(COMPARISONS) + " a)",
                    ".concat([a], b)", ".slice(1, -1)", ".toReversed()", ".flatMap((x) => [x, [x]])", ".with(0, b)", ".toSpliced(1, 1, 'n', a)",
                    ".flat()", ".fill(b, 1, 3)", ".copyWithin(0, 2)"}));
            }
            line("for (let i = 0; i < xs.length + 2; i++) s += (xs[i] | 0) + i; for (const x of xs) if (typeof x === 'string') s++;");
            line("return [s, xs, xs.%s, xs.reduce((n, x, i) => n + i + (x | 0), 0), xs.join('-')];", pick(new String[] {"indexOf(a)", "includes(NaN)",
                "at(-1)", "findLast((x) => x > 1)", "some((x) => x === b)", "lastIndexOf(b)", "every(Boolean)", "findIndex((x) => !x)"}));
        });
    }

    private String collections() {
        return function("col", () -> {
            line("const m = new Map(), q = new Set([a, b, NaN, 0, -0]); let s = 0;");
            line("for (let i = 0; i < 20; i++) { const k = %s; m.set(k, (m.get(k) ?? 0) + 1); if (i %% 5 === 4) m.delete(%s); }",
                    withLoop(() -> pick(new String[] {"i % 7", "'k' + (i & 3)", "i / 2", "i & 1 ? a : b", "i > 10 ? i : NaN", "BigInt(i % 4)"})),
                    pick(new String[] {"i", "'k1'", "a", "2", "2n"}));
            line("for (const [k, v] of m) { s += v; if (s === %d) m.set('added', 1); if (s > 200) break; }", random.nextInt(30));
            line("for (const x of q) if (q.size < 9) q.add(show(x).length);");
            line("return [s, m.size, [...m.keys()].map(show).join(), q.size, q.has(%s), [...q].map((x) => show(x)).join()];", pick(VALUES));
        });
    }

    private String generators() {
        String generator = fresh("gen");
        line("function* %s(n, x) { let got = 0; try { for (let i = 0; i < n; i++) { got = yield %s; if (got === 'stop') return i; } %s }",
                generator, pick(new String[] {"i", "i * 2 + (got | 0)", "[i, x]", "x"}), pick(new String[] {"", "yield* [1, 2];", "yield* 'ab';"}));
        line("  finally { fuel += n; %s } return got; }", pick(new String[] {"", "yield 'last';"}));
        return function("gnr", () -> {
            line("const n = (a & 7) + 1, out = [...%s(n, b)], it = %s(n + 3, a); let s = 0;", generator, generator);
            line("for (let i = 0; i < n + 5; i++) { const r = it.next(%s); s += r.done ? 100 : typeof r.value === 'number' ? r.value : 1; %s }",
                    pick(new String[] {"i", "i === 6 ? 'stop' : i", "a"}), pick(new String[] {"", "if (i === 4) it.return(7);", "if (r.done) break;"}));
            line("for (const v of %s(20, 1)) { s++; if (s > 120) break; }", generator);
            line("return [out.length, show(out), s, fuel > 0];");
        });
    }

    private String destructuring() {
        return function("des", () -> {
            line("const { x = %s, ...rest } = { y: b, z: 1, %s };", number(1), pick(new String[] {"x: a", "x: undefined", "w: 2", "...a"}));
            line("let [p, q = p, ...more] = [%s];", repeat(3, () -> random.nextInt(3) == 0 ? "undefined" : number(1)));
            line("for (let i = 0; i < 9; i++) { [p, q] = [q, %s]; %s }", pick(new String[] {"p + i", "p - q", "i", "p ?? 1"}),
                    pick(new String[] {"more[i % 3] ??= i;", "({ p, r: q = 4 } = { p: q });", "more.push(...[p, q].slice(i & 1));", "p ||= i; q &&= p;"}));
            line("const f = ([c, d = c] = [1], { e: { length = 0 } = 'abc' } = {}, ...z) => [c, d, length, z.length];");
            line("return [x, rest, p, q, more.length, f(), f([a]), f('xy', { e: [1, 2] }, 1, 2), `${p}${q}`];");
        });
    }

    private String switches() {
        return function("swi", () -> {
            line("let s = 0, i = 0;");
            line("do { switch (%s) { case 0: s += 1; case 1: s += 2; break; case %s: s += 10; break; case 'x': case '7': s += 20; break; default: s += 100; case 3: s *= %d; }",
                    pick(new String[] {"i % 5", "a", "(s + i) & 3", "typeof a === 'string' ? a : i", "b"}), number(1), 1 + random.nextInt(3));
            line("  if (s > 1e6) s %%= 1001; while (i %% 4 === 1) { i++; if (s & 1) break; s -= i; } } while (++i < 14);");
            line("const t = %s ? s > 10 ? 'big' : 'small' : s || %s;", condition(), number(1));
            line("return [s, t, i, (a, b), void s, typeof t, !a || b, a && b, a ?? b];");
        });
    }

    // Expressions.

    private String number(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return switch (random.nextInt(5)) {
                case 0 -> Integer.toString(random.nextInt(20) - 5);
                case 1 -> pick(new String[] {"0.5", "1e3", "2147483647", "-1", "0.1", "65536"});
                default -> scope.isEmpty() ? "4" : pick(scope.toArray(String[]::new));
            };
        }
        return switch (random.nextInt(7)) {
            case 0 -> "Math.%s(%s)".formatted(pick(MATH), number(depth - 1));
            case 1 -> "(%s ? %s : %s)".formatted(condition(), number(depth - 1), number(depth - 1));
            case 2 -> "-(%s)".formatted(number(depth - 1));
            default -> "(%s %s %s)".formatted(number(depth - 1), pick(ARITHMETIC), number(depth - 1));
        };
    }

    private String condition() {
        return "%s %s %s".formatted(number(1), pick(COMPARISONS), number(1));
    }

    /** What is made inside a loop may use its counter. */
    private String withLoop(Supplier<String> part) {
        scope.add("i");
        String made = part.get();
        scope.removeLast();
        return made;
    }

    // Text.

    private String function(String name, Runnable body) {
        String function = fresh(name);
        line("function %s(a, b) {", function);
        line("  if (--fuel < 0) return 'tired';");
        scope.clear();
        scope.add("a");
        scope.add("b");
        body.run();
        line("}");
        scope.clear();
        return function;
    }

    private String fresh(String name) {
        return name + names++;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String repeat(int count, Supplier<String> part) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            parts.add(part.get());
        }
        return String.join(", ", parts);
    }

    private void line(String format, Object... parts) {
        text.append(format.formatted(parts)).append('\n');
    }
}
