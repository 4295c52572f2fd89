// JSON.stringify: values, escapes, indentation, replacers, toJSON.
console.log(JSON.stringify({ a: 1, b: "x", c: [1, , null, undefined, () => 1, Symbol("s")], d: undefined, e() {}, f: null, g: NaN, h: -Infinity, i: -0, j: true, k: new Number(5), l: new String("s"), m: new Boolean(false), n: {}, o: [] }));
console.log(JSON.stringify("q\"b\\n\nt\t\u0001\u2028é\ud83d\ude00\ud800"), JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(null), JSON.stringify("s"), JSON.stringify(1e21), JSON.stringify([]), JSON.stringify({}));
console.log(JSON.stringify({ a: [1, { b: 2 }], c: {}, d: [], e: "x" }, null, 2));
console.log(JSON.stringify([1, [2]], null, "--"), JSON.stringify({ a: 1 }, null, 20).length, JSON.stringify({ a: 1 }, null, "abcdefghijklmnop").length, JSON.stringify({ a: 1 }, null, ""), JSON.stringify({ a: [1] }, null, 0));
console.log(JSON.stringify({ a: 1, b: 2, c: { a: 3, z: 4 } }, ["a", "c"]), JSON.stringify({ 1: 1, 2: 2 }, [1]), JSON.stringify({ a: 1, b: [1, 2] }, (k, v) => (typeof v === "number" ? v * 10 : v)), JSON.stringify({ a: 1, b: 2 }, (k, v) => (k === "a" ? undefined : v)));
console.log(JSON.stringify({ toJSON() { return { replaced: true }; } }), JSON.stringify({ d: { toJSON(k) { return "key " + k; } } }), JSON.stringify([{ toJSON: () => undefined }]), JSON.stringify(new (class P { constructor() { this.x = 1; } get y() { return 2; } })()));
console.log(JSON.stringify(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })), JSON.stringify({ [Symbol("s")]: 1, s: Symbol("v") }), JSON.stringify(new Map([[1, 2]])), JSON.stringify(new Set([1])), JSON.stringify(Object("str")), JSON.stringify([new Error("e")]));
const keys = [];
JSON.stringify({ b: 1, a: { c: [7] }, 2: 0 }, function (k, v) { keys.push(k + ":" + (this !== undefined)); return v; });
console.log(keys.join());
const circular = { list: [] };
circular.list.push(circular);
try { JSON.stringify(circular); } catch (e) { console.log(e.name); }
const dag = { shared: { v: 1 } };
console.log(JSON.stringify({ a: dag.shared, b: dag.shared, c: [dag.shared] }), JSON.stringify({ u: undefined, f() {} }, null, 2), JSON.stringify([undefined], null, 1));
