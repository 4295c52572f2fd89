// Code is invalidated while its frames are on the stack, and the result comes back as another type.
class A { f(n) { return n; } }
const a = new A();
let mode = 0;
function callee(n) { if (mode === 1 && n === 3) { A.prototype.f = function (x) { return x + 0.5; }; mode = 2; } if (mode === 3 && n === 3) { A.prototype.f = function (x) { return "s" + x; }; mode = 4; } return n === 0 ? a.f(0) : callee(n - 1) + a.f(n); }
let s = 0;
for (let i = 0; i < 400; i++) s += callee(6);
console.log(s);
mode = 1;
console.log(callee(6), callee(6));
mode = 3;
console.log(callee(6), callee(6));
let ret = 1;
function change(i) { if (i === 1500) ret = 0.5; if (i === 1600) ret = "t"; if (i === 1700) ret = { valueOf: () => 3 }; if (i === 1800) ret = undefined; return ret; }
function caller(n) { let out = []; for (let i = 0; i < n; i++) { const r = change(i); const v = r + 1; if (i % 300 === 0 || i > 1497 && i % 100 < 2) out.push(v); } return out.join(); }
console.log(caller(1900));
const obj = { get v() { if (++n === 1200) { Object.defineProperty(obj, "v", { value: "data", configurable: true }); return "last"; } return n; } };
let n = 0;
function readBoth() { return obj.v + "-" + obj.v; }
let last = "";
const seen = [];
for (let i = 0; i < 900; i++) { last = readBoth(); if (i % 150 === 0 || i === 598 || i === 599 || i === 600) seen.push(last); }
console.log(seen.join(" "));
function rec(d, f) { if (d === 0) return f(); const r = rec(d - 1, f); return typeof r === "number" ? r + 1 : r + "+"; }
for (let i = 0; i < 300; i++) rec(8, () => 1);
console.log(rec(8, () => { String.prototype.extra = 1; return "s"; }), rec(8, () => 0.5), rec(8, () => null));
delete String.prototype.extra;
let g = (x) => x;
function redefine(k) { const before = g(k); if (k === 1000) g = (x) => x * 10; if (k === 1200) g = (x) => [x]; return before; }
let t = 0;
for (let k = 0; k < 1400; k++) { const r = redefine(k); t += typeof r === "number" ? r : r.length; }
console.log(t);
