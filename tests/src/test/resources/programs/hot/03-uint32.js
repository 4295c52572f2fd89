// >>> results above 2^31, shift counts from variables, and truncation that must not spread.
function u(x) { return x >>> 0; }
let acc = 0;
for (let i = 0; i < 3000; i++) acc += u(i);
console.log(acc, u(-1), u(-1) + 1, u(-1) > 5, u(MIN()) / 2);
function MIN() { return -2147483648; }
function shiftAll(x, n) { let r = 0; for (let s = 0; s < n; s++) r = (r + (x >>> s) + (x >> s) + (x << s)) % 1e9; return r; }
shiftAll(5, 3000);
console.log(shiftAll(-5, 100), shiftAll(2147483647, 70), shiftAll(-1, 33));
function branchy(x, wide) { const v = wide ? x >>> 0 : x | 0; return v < 0 ? "negative" : v > 2147483647 ? "big" : "small"; }
const tally = {};
for (let i = 0; i < 3000; i++) { const k = branchy(i % 2 ? -i : i, i % 3 === 0); tally[k] = (tally[k] || 0) + 1; }
console.log(JSON.stringify(tally));
function truncOnce(a, b) { const sum = a + b; return [sum | 0, sum, sum > 2147483647]; }
let out;
for (let i = 0; i < 2500; i++) out = truncOnce(2147483000 + i, i);
console.log(out.join());
function index(arr, h) { return arr[h >>> 28]; }
const table = Array.from({ length: 16 }, (_, i) => i * i);
let t = 0;
for (let i = 0; i < 3000; i++) t += index(table, (i * 2654435761) | 0);
console.log(t);
function loopU(n) { let x = n >>> 0, c = 0; while (x !== 0) { x = x >>> 1; c++; } return c; }
let c = 0;
for (let i = 0; i < 500; i++) c += loopU(i - 250);
console.log(c);
function toU8(x) { return (x & 255) >>> 0; }
let b = 0;
for (let i = -2000; i < 2000; i++) b += toU8(i);
console.log(b);
