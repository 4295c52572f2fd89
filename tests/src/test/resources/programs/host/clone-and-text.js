// Printed as node prints it.
class Point { constructor() { this.x = 1; } get y() { return 2; } }
const source = { n: 1, s: "text", d: new Date(5), m: new Map([[{ k: 1 }, [1, 2]]]), t: new Set([1, "x"]), a: [1, , 3], u: undefined, nul: null, neg: -0, big: 10n, re: /a+/gi, p: new Point(), b: new Boolean(false), str: new String("boxed"), nested: { deep: { deeper: [] } } };
source.self = source; source.m.set("back", source);
const copy = structuredClone(source);
console.log(copy);
console.log(copy !== source, copy.self === copy, copy.m.get("back") === copy, copy.p instanceof Point, copy.re.test("xAAy"), Object.is(copy.neg, -0), 1 in copy.a);
const buffer = new ArrayBuffer(8); const views = { a: new Uint8Array(buffer, 2, 4), b: new Float64Array(buffer), c: new DataView(buffer, 1, 3) };
views.a[0] = 7; const cloned = structuredClone(views);
console.log(cloned.a.buffer === cloned.b.buffer, cloned.a[0], cloned.a.byteOffset, cloned.c.byteLength, cloned.a.buffer !== buffer);
const moved = structuredClone(views.a, { transfer: [buffer] });
console.log(moved[0], moved.length, buffer.byteLength, views.a.length);
const failure = structuredClone(new RangeError("bad", { cause: { why: 1 } })); console.log(failure instanceof RangeError, failure.message, failure.cause);
for (const bad of [() => {}, Symbol("s"), { f() {} }, new WeakMap(), [Symbol.iterator]]) { try { structuredClone(bad); console.log("cloned"); } catch (e) { console.log(e.name, e.message); } }
let deep = []; for (let i = 0; i < 1000; i++) deep = [deep]; console.log(JSON.stringify(structuredClone(deep)).length);
const bytes = new TextEncoder().encode("aé€😀\ud800"); console.log(bytes, new TextDecoder().decode(bytes), new TextDecoder("utf-8").encoding);
console.log(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 65, 0xff, 66])), new TextDecoder().decode(new Uint8Array([65, 66, 67]).subarray(1)), new TextDecoder().decode());
process.stdout.write("no newline;"); process.stdout.write(" then one\n");
console.log(Array.isArray(process.argv), typeof process.hrtime()[0], typeof process.memoryUsage().heapUsed, typeof process.env);
console.log(new DataView(new ArrayBuffer(4)), new SharedArrayBuffer(2), new Proxy({ a: 1 }, {}), [new Proxy([1, 2], {})], new Proxy(function pf() {}, {}));
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }); console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null }); console.dir([1, 2], { showHidden: true });
console.dirxml({ a: 1 }, [1]);
