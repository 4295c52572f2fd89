// String + number, Symbol in arithmetic, null receivers: the right error after the code got hot.
function add(a, b) { return a + b; }
function mul(a, b) { return a * b; }
function get(o) { return o.x; }
function call(o) { return o.f(1); }
function el(o, i) { return o[i]; }
function make(C) { return new C(); }
const good = { x: 1, f: (v) => v + 1 };
class K { constructor() { this.k = 1; } }
let s = 0;
for (let i = 0; i < 3000; i++) s += add(i, 1) + mul(i, 2) + get(good) + call(good) + el([5], 0) + make(K).k;
console.log(s);
const sym = Symbol("q");
const attempts = [
  () => add(sym, 1), () => add("s", sym), () => mul(sym, 2), () => add(1, "s"), () => mul("3", "4"), () => mul({}, 1), () => add(null, undefined), () => get(null), () => get(undefined), () => get(5), () => get("s"),
  () => call({}), () => call({ f: 5 }), () => call({ f: (v) => "ok" + v }), () => call(null), () => el(null, 0), () => el(undefined, sym), () => el("xyz", 1), () => el(5, 0), () => make(5), () => make(() => 1), () => make({}.x), () => make(Object).k, () => make(class extends K {}).k,
  () => add({ valueOf() { throw new Error("valueOf"); } }, 1), () => el([1], { toString() { throw new Error("toString"); } }), () => add(1, 2),
];
const out = [];
for (let round = 0; round < 3; round++) for (const a of attempts) { try { out.push(String(a())); } catch (e) { out.push(e.name + (e.message === "valueOf" || e.message === "toString" ? "!" : "")); } }
console.log(out.slice(0, attempts.length).join(" "));
console.log(out.slice(0, 27).join() === out.slice(27, 54).join(), out.slice(27, 54).join() === out.slice(54).join());
