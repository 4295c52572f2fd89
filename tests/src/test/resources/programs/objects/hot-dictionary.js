// Objects as hash tables with computed keys in hot loops: strings made at run time, ints, deleted keys.
const count = {};
let seed = 1;
for (let i = 0; i < 2500; i++) { seed = (seed * 1664525 + 1013904223) >>> 0; const k = "w" + (seed % 97); count[k] = (count[k] || 0) + 1; if (seed % 31 === 0) delete count["w" + (i % 97)]; }
console.log(Object.keys(count).length, Object.values(count).reduce((a, b) => a + b), Object.keys(count).slice(0, 4).join());
const sparse = {};
for (let i = 0; i < 1000; i++) sparse[(i * 7919) % 5003] = i;
let s = 0;
for (let i = 0; i < 5003; i += 3) if (sparse[i] !== undefined) s += sparse[i];
console.log(s, Object.keys(sparse)[0], Object.keys(sparse).length);
const memo = Object.create(null);
function ways(r, c) { if (r === 0 || c === 0) return 1; const k = r + "," + c; return k in memo ? memo[k] : (memo[k] = ways(r - 1, c) + ways(r, c - 1)); }
console.log(ways(16, 16), Object.keys(memo).length);
const table = { push: 1, pop: 2, constructor: 3, __proto__: null, toString: 4 };
let t = 0;
for (const w of ["push", "pop", "constructor", "toString", "hasOwnProperty", "valueOf"]) for (let i = 0; i < 200; i++) t += table[w] ?? 10;
console.log(t);
const groups = {};
for (let i = 0; i < 900; i++) (groups[i % 7 === 0 ? "seven" : i % 2 ? "odd" : i % 100 < 50 ? 0 : 1] ??= []).push(i);
console.log(Object.entries(groups).map(([k, v]) => k + ":" + v.length).join());
