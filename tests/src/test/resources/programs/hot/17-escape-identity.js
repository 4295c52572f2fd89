// Objects that look local: identity, rebuilding once, and arguments aliasing parameters.
let kept = [];
function local(i, keep) { const p = { x: i, y: i + 1, self: null }; if (keep) { p.self = p; kept.push(p, p); } return p.x + p.y; }
let s = 0;
for (let i = 0; i < 3000; i++) s += local(i, i % 1000 === 999);
console.log(s, kept.length, kept[0] === kept[1], kept[0].self === kept[0], kept[0] === kept[2], kept.map((p) => p.x).join());
function pair(a, b) { const o = { a, b }; const p = { o, q: o }; if (p.o !== p.q) return -1; o.a = 10; return p.q.a + p.o.b; }
let t = 0;
for (let i = 0; i < 2500; i++) t += pair(i, 1);
console.log(t, pair(1, "s"), pair(1, 0.5));
function phi(c) { let o = { v: 1 }; const first = o; if (c) o = { v: 2 }; o.v += 5; return first.v * 100 + o.v + (first === o ? 1000 : 0); }
let u = 0;
for (let i = 0; i < 2500; i++) u += phi(i & 1);
console.log(u);
function alias(a) { const before = arguments[0]; a = a + 1; const mid = arguments[0]; arguments[0] = mid * 2; return before + mid + a; }
let v = 0;
for (let i = 0; i < 2000; i++) v += alias(i);
console.log(v, alias("s"), alias(0.5));
function loopObject(n) { let acc = { sum: 0, count: 0 }; for (let i = 0; i < n; i++) acc = { sum: acc.sum + (i === 1800 ? 0.5 : i), count: acc.count + 1 }; return acc.sum + "/" + acc.count; }
console.log(loopObject(10), loopObject(2000));
function vec(n) { let p = [0, 0]; for (let i = 0; i < n; i++) { const d = [i % 3, i % 5]; p = [p[0] + d[0], p[1] + d[1]]; } return p.join(); }
console.log(vec(2000));
function closureLocal(n) { let s = 0; for (let i = 0; i < n; i++) { const f = (x) => x + i; s += f(1); if (i === n - 1) kept = f; } return s; }
console.log(closureLocal(2000), kept(5));
function throwLocal(i) { const o = { i, note: "n" }; try { if (i % 700 === 699) throw o; return o.i; } catch (e) { return e === o ? -o.i : "lost"; } }
let w = 0;
for (let i = 0; i < 2100; i++) w += throwLocal(i);
console.log(w);
