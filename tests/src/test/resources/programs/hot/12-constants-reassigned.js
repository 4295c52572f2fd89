// Globals, fields and methods that looked constant are reassigned in the callee of their reader.
let factor = 2;
const config = { scale: 3, f: (x) => x };
function maybeChange(i) { if (i === 1000) factor = 5; if (i === 1500) factor = 0.5; if (i === 2000) config.scale = "4"; if (i === 2500) config.f = (x) => x * 2; return 0; }
function work(i) { const before = factor; const x = maybeChange(i); return before + factor * config.scale + config.f(i) + x; }
let s = 0;
for (let i = 0; i < 3000; i++) s += work(i);
console.log(s);
let counter = 0;
function next() { return counter++; }
function pair() { return counter + next() * 10 + counter; }
let p = 0;
for (let i = 0; i < 1500; i++) p += pair();
console.log(p, counter);
var globalFn = function () { return 1; };
function callGlobal() { return globalFn(); }
let g = 0;
for (let i = 0; i < 2000; i++) { g += callGlobal(); if (i === 1200) globalFn = function () { globalFn = () => 100; return 10; }; }
console.log(g);
function makeScope() { let captured = 1; return { read: () => captured, set: (v) => { captured = v; } }; }
const scope = makeScope();
function both(v) { const a = scope.read(); scope.set(v); return a + scope.read(); }
let b = 0;
for (let i = 0; i < 1500; i++) b += both(i % 10 === 0 ? 0.5 : i);
console.log(b);
const mathAbs = Math.abs;
function useAbs(x) { return Math.abs(x); }
let m = 0;
for (let i = -1000; i < 1000; i++) { m += useAbs(i); if (i === 500) Math.abs = (x) => -1; }
Math.abs = mathAbs;
m += useAbs(-7);
console.log(m);
const frozen = Object.freeze({ k: 1 });
let holder = frozen;
function readK() { return holder.k; }
let k = 0;
for (let i = 0; i < 1500; i++) { k += readK(); if (i === 700) holder = { k: 2, other: 1 }; if (i === 1100) holder = Object.freeze({ k: 3 }); }
console.log(k);
