// Printed as node prints it.
console.group("G1"); console.log("in\nside"); console.group(); console.info("deep", { a: 1 }); console.groupEnd(); console.warn("w"); console.groupEnd(); console.log("out"); console.groupEnd();
console.table([{ a: 1, b: "x" }, { a: 2, c: true }]); console.table([[1, 2], [3, 4]]); console.table(new Map([["a", 1], ["b", 2]])); console.table(new Set([1, 2])); console.table({ x: { v: 1 }, y: { v: 2 } }); console.table([1, "two", { three: 3 }]); console.table(5); console.table([{ a: 1, b: 2 }], ["b"]); console.table([]); console.table("str"); console.table(["日本", "é"]);
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null }); console.dir([1, 2], { showHidden: true });
console.assert(1 === 1, "no"); console.assert(false, "yes %s", "x"); console.assert(false); console.assert(false, { a: 1 });
console.count(); console.count("a"); console.count(); console.countReset(); console.count();
console.error("err", new Error("e").message); console.debug("dbg"); console.dirxml({ a: 1 }, [1]);



const e1 = new Error("outer", { cause: "why" }); e1.stack = "Error: outer\n    at fake"; console.log(e1);
const e2 = new RangeError("r"); e2.stack = "RangeError: r\n    at x"; e2.code = "E_CODE"; console.log(e2, [e2], { e: e2 });
const e4 = new Error("m"); e4.name = "Custom"; e4.stack = "Error: m\n    at y"; console.log(e4);
const e5 = new AggregateError([1, 2], "agg"); e5.stack = "AggregateError: agg\n    at z"; console.log(e5);
class MyErr extends Error { constructor(m) { super(m); this.name = "MyErr"; this.extra = { a: 1 }; } } const e6 = new MyErr("mine"); e6.stack = "MyErr: mine\n    at q"; console.log(e6);
class Other extends Error {} const e7 = new Other("o"); e7.stack = "Error: o\n    at q"; console.log(e7); const e8 = new Error("no frames"); e8.stack = "Error: no frames"; console.log(e8, [e8]);
console.log({ deep: { deeper: { deepest: { x: 1 } }, arr: [[[[]]]] } }, [[[[1]]]]);
console.log(Array.from({ length: 200 }, (_, i) => "s" + i)); console.log(new Set(Array.from({ length: 150 }, (_, i) => i))); console.log(Object.fromEntries(Array.from({ length: 30 }, (_, i) => ["k" + i, i]))); console.log("x".repeat(20000).length, ["x".repeat(11000)].length);
console.log([["x".repeat(11000)]][0][0].length, new Float32Array(150), new Array(150).fill({}), [...Array(103).keys()].map((x) => [x]).length);
console.log(Object.defineProperty({}, "hidden", { value: 1 }), Object.defineProperty([], "x", { get() { return 1; }, enumerable: true }));
console.log({ a: 1n, b: Symbol("b"), c: /r/g, d: new Date(NaN), e: null, f: undefined, g: NaN, h: -0, i: "s", j: true, k: [1], l: { m: 1 }, n() {} });
console.log([ "apple", "banana", "cherry", "dragonfruit", "elderberry", "fig", "grape", "honeydew" ], [ 1, 22, 333, 4444, 55555, 666666, 7777777, 88888888 ], [ 1.25, 2.5, 10.125, 100, 1000.5, 3, 7, 8 ]);
console.log({ key1: { nested1: "value one", nested2: "value two" }, key2: { nested1: "value three", nested2: "value four" } });
console.log({ a: [ { x: 1, y: 2 }, { x: 3, y: 4 } ], b: "some string", c: [ "one", "two", "three", "four" ], d: function namedFn() {} });
console.log("a", 1, true, null, undefined, 1n, Symbol("z"), [], {}, () => {}, new Map(), new Set(), /re/, new Date(0));
