// What console.log shows.
const log = console.log;
log({}, [], [[]], { a: {} }, { a: { b: { c: {} } } }, { a: { b: { c: { d: 1 } } } }, [[[[1]]]], { a: [[[]]] });
log("a", ["a"], ["it's"], ["\"q\""], ["'\"`"], ["a\nb"], ["\\", "\t", "\u0001", "\x7f", "\ud800"], { "a-b": 1, 1: 2, a1: 3, "é": 4 });
log(-0, [-0, 0, NaN, Infinity, 1e21, 1e-7, 123456789.123], null, undefined, true, [null, undefined, true], Symbol("s"), [Symbol("x y"), Symbol.iterator, Symbol()]);
log([, 1], [1, , 2], [1, , , 2], [, , ,], Object.assign([1, 2], { k: 1, "-1": 2 }), new Array(5), Array.from({ length: 120 }, (_, i) => i));
log(function f() {}, () => {}, class A {}, class extends Array {}, class B extends Map { static x = 1; }, Math.max, Object.assign(function g() {}, { p: 1 }), async_ => 1, [function () {}]);
class Point { constructor(x, y) { this.x = x; this.y = y; } get len() { return 1; } #secret = 1; static s = 2; }
log(new Point(1, 2), [new Point(1, 2)], new (class {})(), new (class Foo extends Point {})(3, 4), Object.create(null), Object.create({}), Object.create(Point.prototype), Object.assign(Object.create(null), { a: 1 }));
log({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} }, Object.defineProperty({}, "hidden", { value: 1 }), { [Symbol("k")]: 1, [Symbol.toStringTag]: "T" });
log(new Map([[1, { a: 1 }], ["k", [1, 2]]]), new Set([1, "a", {}]), new Map(), new Set(), new Map([[{ a: 1 }, new Map([[1, new Map()]])]]), [new Set([[1]])], new WeakMap(), new WeakSet());
log(new Map([["a", 1]]).entries(), new Map([["a", 1]]).keys(), new Set([1, 2]).values(), [1, 2][Symbol.iterator](), "ab"[Symbol.iterator]());
const c = { name: "c" }; c.self = c; c.list = [c, { c }]; log(c); const x = [1]; x.push(x); log(x); const p = {}; const q = { p }; p.q = q; log(p, [p, q]);
log(new Number(1), new String("ab"), new Boolean(false), Object(Symbol("s")), [new Number(-0)], Object.assign(new Number(3), { a: 1 }), new Date(NaN), [new Date(0)]);
log({ aaaaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbbbbbb: 2, cccccccccccccccccccc: 3 }); log({ aaaaaaaaaaaaaaaaaaaa: 1, bbbbbbbbbbbbbbbbbbbbbbbb: 2, cccccccccccccccccccc: 3, ddddddd: 4 });
log({ a: "x".repeat(60), b: "y".repeat(30) }, ["x".repeat(40), "y".repeat(40)], { long: "word ".repeat(30) }, ["a\n" + "b".repeat(100)]);
log([1.5, 22.25, 333, 4, 5, 6, 7, 8, 9, 10], ["a", "bb", "ccc", "dddd", "e", "f", "g", "hhhhhhhhhh"], Array.from({ length: 30 }, (_, i) => "item" + i), Array.from({ length: 27 }, (_, i) => i * 1000));
log([{ a: 1, b: 2 }, { a: 3, b: 4 }], { a: [1, 2, 3], b: { c: [4, 5, { d: 6 }] } }, [[1, 2, [3, 4, [5, [6]]]], 7], { f() {}, g: () => 1, h: class {} }, [undefined, null, , 3]);
log([[[[[]]]]], [[[{}]]], { a: { b: { c: [] } } }, { a: { b: { c: [1] } } }, { a: { b: new Map([[1, 2]]) } }, { a: { b: { c: new Map() } } }, { a: { b: { c: new Map([[1, 2]]) } } }, { a: { b: { c: new Point(1, 2) } } });
log("%s is %d years and %i, %f", "Bob", 42.5, 42.9, "1.5x", "extra", { a: 1 }); log("%j %o %O %%", { a: [1] }, [1], { b: { c: { d: { e: 1 } } } }); log("%c styled", "color: red", "%s", 5); log("100%", 5, "%s"); log("%s %s", 1); log("%d", "0x10", -0); log("%s", null, undefined, Symbol("q"), -0, [1, [2, [3]]], { a: { b: 1 } }, () => 5, class Q {}, new Point(1, 2), new Error("boom").message);
log("%s", { toString() { return "custom"; } }, "%s", Object.create(null)); log("a%", "b"); log("%x", 1); log("%s%s", "a"); log(); log(""); log(" ", ""); log([""], "'");
const e = new Error("msg"); e.stack = "Error: msg\n    at here"; log(e, [e], { e }); e.code = "E1"; log(e); const e2 = new TypeError("bad", { cause: "why" }); e2.stack = "TypeError: bad\n    at there"; log(e2); const e3 = new RangeError("no stack"); Object.defineProperty(e3, "stack", { value: undefined, configurable: true }); log(e3, [e3]); delete e3.stack; class MyError extends Error { constructor(m) { super(m); this.name = "MyError"; this.extra = 1; } } const e4 = new MyError("mine"); e4.stack = e4.stack.split("\n")[0] + "\n    at x"; log(e4); class E5 extends Error {} const e5 = new E5("five"); e5.stack = "Error: five\n    at y"; log(e5);
(function () { log(arguments); })(1, "a"); (function () { "use strict"; log(arguments, arguments.length); })(); log(globalThis === this, typeof globalThis);
log(new Uint8Array(3), new Float64Array([1.5, -0]), new ArrayBuffer(2), [new Int8Array(1)], new Uint8Array(200).fill(7));
console.group("G"); log("in\nside"); console.group(); log({ a: 1 }); console.groupEnd(); console.groupEnd(); log("out"); console.table([{ a: 1, b: "x" }, { a: 2, c: true }]); console.table([[1, 2], [3, 4]]); console.table([1, "a"]); console.table(5); console.table(new Map([["k", 1]])); console.count(); console.count("x"); console.count(); console.dir({ a: { b: { c: { d: 1 } } } }); console.assert(true, "no");
