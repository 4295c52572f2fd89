// keys, values, entries and spread of arrays and typed arrays, hot; arrays that grow, shrink and change while iterated.
let s = 0;
for (let r = 0; r < 120; r++) { const a = r % 3 === 0 ? [1, 2, 3] : r % 3 === 1 ? [0.5, "x", null] : new Int16Array([7, 8]); for (const k of a.keys()) s += k; for (const [i, v] of a.entries()) s += typeof v === "number" ? i * v : 100; s += [...a, ...a.values()].length; }
console.log(s);
function walk(a, f) { const seen = []; for (const v of a) { seen.push(v); if (seen.length > 12) break; f(a, v, seen.length); } return seen.join(); }
for (let i = 0; i < 60; i++) walk([1, 2, 3, 4], () => {});
console.log(walk([1, 2, 3], (a, v) => a.push(v * 10)), walk([1, 2, 3, 4], (a) => a.pop()), walk([1, 2, 3], (a) => a.unshift(0)), walk([1, 2, 3, 4], (a, v, n) => { a[n] = "c" + n; }), walk([1, 2, 3], (a, v, n) => { if (n === 1) a.length = 5; }), walk([3, 4], (a) => { a[1] = 0.5; }));
const it = [1, 2][Symbol.iterator]();
console.log(JSON.stringify([it.next(), it.next(), it.next(), it.next()]));
const copy = [..."hot"], nested = [[1, [2]], [3, [4]]];
let t = 0;
for (let i = 0; i < 300; i++) for (const [a, [b]] of nested) t += a * b + copy.length;
console.log(t);
