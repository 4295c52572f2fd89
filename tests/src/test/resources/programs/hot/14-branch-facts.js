// What one branch learns about a type must not be believed on the other.
function f(x, c) { let r = 0; if (c) r = x * 2; return r + (typeof x === "number" ? x : x.length); }
let s = 0;
for (let i = 0; i < 3000; i++) s += f(i % 3 ? i : "str", i % 3 !== 0);
console.log(s, f("ab", false), f(7, false), f([1, 2, 3], false));
function g(o, c) { let v; if (c) v = o.a; else v = o.b; return v; }
let t = 0;
for (let i = 0; i < 3000; i++) t += g(i % 2 ? { a: i, x: 1 } : { y: 1, b: i }, i % 2 === 1);
console.log(t, g({ a: 1 }, false), g({ b: "B" }, false));
function h(v) { if (v > 10) { return v - 10; } if (v === null) return "null"; return v + 1; }
let u = 0;
for (let i = 0; i < 3000; i++) u += h(i % 20);
console.log(u, h(null), h("5"), h("50"), h(undefined), h({}), h([12]));
function diamond(a, b, c) { let x; if (c & 1) x = a + b; else x = a - b; let y; if (c & 2) y = x + a; else y = x - b; return y + (a + b); }
let d = 0;
for (let i = 0; i < 2000; i++) d += diamond(i, 3, i & 3);
console.log(d, diamond("p", "q", 3), diamond("9", 2, 0), diamond(0.5, 0.25, 1), diamond(2147483647, 1, 3));
function loopFact(xs) { let last = 0; let r = 0; for (const x of xs) { if (typeof last === "number") r += last; else r += last.length; last = x; } return r; }
for (let i = 0; i < 300; i++) loopFact([1, 2, 3, 4]);
console.log(loopFact([1, "abc", 2, "de", [1], 0.5]));
function nullable(o) { if (o && o.next) return o.next.v; return o ? o.v : -1; }
let n = 0;
for (let i = 0; i < 2500; i++) n += nullable(i % 4 === 0 ? null : i % 4 === 1 ? { v: 1 } : i % 4 === 2 ? { v: 2, next: { v: 3 } } : { next: null, v: 4 });
console.log(n, nullable({ v: "s" }), nullable(0));
function shortCircuit(a, b) { return (a && b.x) || (b && b.y) || a; }
let k = 0;
for (let i = 0; i < 2500; i++) k += shortCircuit(i % 2, { x: i % 3, y: i % 5 });
console.log(k, shortCircuit(0, null), shortCircuit("z", { x: 0, y: "" }));
