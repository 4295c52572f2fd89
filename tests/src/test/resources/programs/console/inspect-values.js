// Printed as node prints it.
console.log({ a: 1, b: { c: { d: { e: 1 } } }, f: [[1, [2, [3, [4]]]]] });
console.log([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Array.from({ length: 120 }, (_, i) => i * 7));
console.log(Array.from({ length: 30 }, (_, i) => "item" + i), ["a", "b"], new Array(5), [1, , 3, , , 6], [undefined, null]);
console.log(new Map([["a", 1], [{ k: 1 }, [1, 2]]]), new Set([1, "x", { y: 2 }]), new Map(), new Set());
class P { constructor() { this.x = 1; } get g() { return 1; } static s = 1; #h = 2; }
class Q extends P { constructor() { super(); this.z = new P(); } }
console.log(new P(), new Q(), P, Q, class {}, class extends P {});
console.log(Object.create(null), Object.create({}), Object.assign(Object.create(null), { a: 1 }), Object.create(P.prototype));
console.log({ get a() { return 1; }, set a(v) {}, get b() { return 2; }, set c(v) {} });
console.log({ [Symbol("s")]: 1, [Symbol.iterator]: 2, "a-b": 3, 12: 4, "é": 5, "": 6 });
console.log(function f() {}, () => {}, async () => {}, function* g() {}, async function* h() {}, Object.assign(function k() {}, { a: 1 }), Math.max, class A { static b = 2 });
const circ = { name: "c" }; circ.self = circ; circ.list = [circ, { circ }]; console.log(circ);
console.log(new Int8Array([1, 2, 3]), new Float64Array(3), new Uint8Array(200).length, new ArrayBuffer(8), new DataView(new ArrayBuffer(4)), new BigInt64Array(2));
console.log(new Proxy({ a: 1 }, {}), new Proxy([1, 2], {}), new Proxy(function pf() {}, {}));
console.log(new Number(3), new String("abc"), new Boolean(false), Object(Symbol("q")), Object(10n), new Number(-0));
console.log(new Date(0), /a+b/gi, Promise.resolve(4), Promise.resolve({ a: 1 }), new Promise(() => {}), (function* () {})());
console.log("str", ["it's", 'say "hi"', "both ' and \"", "all ' \" `", "new\nline", "tab\t", "\u0000\x1b\u007f", "back\\slash", "\ud800"]);
console.log([1.5, -0, 0, NaN, Infinity, 1e21, 123456789012345680000, 1e-7], [true, false, null, undefined, 10n, Symbol("x")]);
console.log({ longlonglonglonglonglonglong: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", otherotherotherother: "bbbbbbbbbbbbbbbbbbbbbbbbbb", c: 1 });
console.log({ a: "x".repeat(100), b: "y".repeat(30) }, ["x".repeat(80), "z".repeat(80)]);
console.log([["a", 1], ["b", 2]], [{ a: 1, b: 2 }, { a: 3, b: 4 }], { a: [1, 2, { b: 3 }], c: new Map([[1, { d: 1 }]]) });
console.log({ f() {}, g: () => {}, h: class Z {}, i: Symbol.iterator, j: new Error("in object").message });
