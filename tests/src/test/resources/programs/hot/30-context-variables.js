// Captured variables in hot loops: written by callbacks, with other types, at several depths, const and let, in generators of closures.
function run(n) { let x = 0; const add = (v) => { x += v; }; for (let i = 0; i < n; i++) { add(i); if (i === 900) add(0.5); if (i === 1200) x = "s" + x.toString().length; if (i === 1201) x = 5; } return x; }
console.log(run(10), run(1500));
function depth(n) { let a = 1; return (function () { let b = a; return (function () { let c = b; for (let i = 0; i < n; i++) { a += b & 1; b += c & 1; c = (a ^ b) & 7; } return [a, b, c].join(); })() + "/" + b; })() + "/" + a; }
console.log(depth(5), depth(1500));
const shared = (() => { let v = 0; return { get: () => v, set: (x) => { v = x; }, loop(n) { for (let i = 0; i < n; i++) { v += i; if (v > 1000) this.set(v - 1000); } return v; } }; })();
console.log(shared.loop(1500), shared.get(), (shared.set("t"), shared.loop(1)), (shared.set(0.5), shared.loop(3)));
let top = 0;
const step = () => { top = top % 2 ? top * 3 + 1 : top / 2; };
function orbit(n) { top = n; let k = 0; while (top !== 1) { step(); k++; } return k; }
let o = 0;
for (let i = 1; i < 60; i++) o += orbit(i);
console.log(o);
const makers = [];
for (let i = 0; i < 3; i++) { let state = i; makers.push({ next: () => (state = (state * 5 + 3) % 16), loop(n) { let s = 0; for (let k = 0; k < n; k++) s += this.next() * state; return s; } }); }
console.log(makers.map((m) => m.loop(600)).join());
function tdzHot(n) { let r = 0; for (let i = 0; i < n; i++) { try { if (i % 500 === 499) use(); let late = i; r += late & 1; function use() { return late; } } catch (e) { r += e.name === "ReferenceError" ? 1000 : 1; } } return r; }
console.log(tdzHot(1500));
