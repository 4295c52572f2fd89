// JSON in both directions.
const log = (...a) => console.log(...a);
const thrown = f => { try { return f(); } catch (e) { return e.name + ": " + e.message; } };
log(JSON.stringify({ a: 1, b: [true, null, undefined, () => 1, Symbol()], c: undefined, d: "q\"\\\n\u0001é\u2028", e: -0, f: NaN, g: new Date(0), h: Infinity }));
log(JSON.stringify([new Number(1), new String("s"), new Boolean(false), Object(Symbol()), [], {}, [[]], { a: {} }]));
log(JSON.stringify({ a: [1, { b: 2 }], c: {} , d: [] }, null, 2)); log(JSON.stringify([1, [2]], null, "--")); log(JSON.stringify({ a: 1 }, null, 20), JSON.stringify({ a: 1 }, null, "123456789012"));
log(JSON.stringify({ a: 1, b: 2, c: { a: 3, d: 4 } }, ["a", "c"]), JSON.stringify({ a: 1, b: "x", c: [1] }, (k, v) => typeof v === "number" ? v + 1 : v), JSON.stringify({ a: 1 }, function (k, v) { return k === "" ? v : this.a + k; }));
log(JSON.stringify({ toJSON(k) { return "J" + k; } }), JSON.stringify({ x: { toJSON(k) { return "J" + k; } } }), JSON.stringify(undefined), JSON.stringify(() => 1), JSON.stringify(null), JSON.stringify("a"), JSON.stringify("\ud800\udc00\ud800"));
const cyc = { a: {} }; cyc.a.b = cyc; log(thrown(() => JSON.stringify(cyc))); const arr = []; arr.push(arr); log(thrown(() => JSON.stringify(arr)));
class Node1 { constructor() { this.next = { list: [1, { deep: this }] }; } } log(thrown(() => JSON.stringify({ root: new Node1() })));
log(JSON.parse('{"a":[1,2,{"b":null}],"c":"\\u0041\\n","__proto__":5}'), JSON.parse(" [ 1 , -2.5e3 , true ] "), JSON.parse('"x"'), JSON.parse("1"), JSON.parse('{"1":1,"0":0,"a":2}'), Object.is(JSON.parse("-0"), -0));
log(JSON.parse('{"a":1,"b":[1,2],"c":{"d":3}}', (k, v) => typeof v === "number" ? v * 10 : v), JSON.parse("[1,2,3]", (k, v) => k === "1" ? undefined : v), JSON.parse('{"a":1}', function (k, v) { return k === "" ? [this[""] === v, v] : v; }));
for (const bad of ["", "{", "[1,", "[1,]", "{a:1}", "{\"a\":1,}", "{\"a\" 1}", "nul", "tru", "01", "1.", "-", "+1", "1e", "\"a", "\"\\x\"", "\"\t\"", "[1 2]", "{\"a\":1 \"b\"}", "1 2", "undefined", "'a'", "\"\\u12\"", "{\"abcdefghijklmnopqrstuvwxyz\":[1,2,3,4,5,6,7,8,9,10,x]}"]) log(thrown(() => JSON.parse(bad)));
log(JSON.stringify(JSON.parse('{"b":1,"a":2,"10":3,"2":4}')), JSON.stringify({ [Symbol("s")]: 1, get g() { return 7; } }), JSON.stringify(Object.create({ inherited: 1 })), JSON.stringify(new Map([[1, 2]])), JSON.stringify(new Set([1])), JSON[Symbol.toStringTag], JSON.stringify.length);
log(JSON.stringify({ date: new Error("x"), re: [1.0, 1e21, 1e-7, 123456789012345680000] }), JSON.stringify("\u007f\u0080\u2029/"), JSON.stringify({ "a b": 1, "": 2, "é": 3 }));
