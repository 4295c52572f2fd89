// let, const, class, var and functions at top level, seen from functions; shadowing built-ins.
let counter = 0;
const limit = 3;
class Top { static n = 1; }
var shared = "var";
function bump() { counter++; return counter <= limit; }
while (bump());
console.log(counter, typeof Top, shared);
function readLater() { return declaredLater; }
try { readLater(); } catch (e) { console.log(e.name); }
let declaredLater = "now";
console.log(readLater());
try { limit = 4; } catch (e) { console.log(e.name, limit); }
const parseFloatOld = parseFloat;
function useParse(s) { return parseFloat(s); }
let r = 0;
for (let i = 0; i < 1500; i++) r += useParse("1.5");
globalThis.parseFloat = () => 100;
r += useParse("1.5");
globalThis.parseFloat = parseFloatOld;
r += useParse("2.5");
console.log(r);
globalThis.dynamicGlobal = 1;
function readGlobal() { return dynamicGlobal; }
let g = 0;
for (let i = 0; i < 1500; i++) { g += readGlobal(); if (i === 1000) globalThis.dynamicGlobal = 2.5; }
console.log(g);
delete globalThis.dynamicGlobal;
try { readGlobal(); } catch (e) { console.log(e.name); }
Object.defineProperty(globalThis, "computedGlobal", { get: () => counter * 2, configurable: true });
console.log(computedGlobal, typeof computedGlobal, typeof neverDefined);
let hot = 0;
function setHot(n) { for (let i = 0; i < n; i++) { hot += i; if (i === n >> 1) hot = hot + 0.5; } }
setHot(2000);
console.log(hot);
let swapped = () => 1;
function callSwapped() { return swapped(); }
let t = 0;
for (let i = 0; i < 2000; i++) { if (i === 1200) swapped = () => 10; if (i === 1800) swapped = (() => "x").bind(null); t += callSwapped(); }
console.log(t.length, t.slice(0, 6));
