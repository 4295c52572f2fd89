// Indices at and over the edges of arrays in compiled loops.
function read(xs, i) { return xs[i]; }
const xs = [10, 20, 30, 40];
let s = 0;
for (let i = 0; i < 4000; i++) s += read(xs, i & 3);
console.log(s, read(xs, 4), read(xs, -1), read(xs, 3.5), read(xs, "2"), read(xs, 4294967295), read(xs, -2147483648), read(xs, 2147483647), read(xs, NaN), read(xs, "length"));
function sumTo(xs, n) { let t = 0; for (let i = 0; i <= n; i++) t += xs[i] === undefined ? 1000 : xs[i]; return t; }
for (let i = 0; i < 800; i++) sumTo(xs, 3);
console.log(sumTo(xs, 3), sumTo(xs, 4), sumTo(xs, 6));
function backwards(xs, from) { let t = 0; for (let i = from; i >= 0; i--) t = t * 3 + (xs[i] | 0); return t; }
for (let i = 0; i < 800; i++) backwards(xs, 3);
console.log(backwards(xs, 3), backwards(xs, 5));
function wrap(xs, start) { let i = start, t = 0; for (let k = 0; k < 8; k++) { t += xs[i] ?? 7; i = (i + 1073741824) | 0; } return t; }
for (let i = 0; i < 500; i++) wrap(xs, 1);
console.log(wrap(xs, 0), wrap(xs, 2), wrap(xs, -1));
function write(n) { const a = []; for (let i = 0; i < n; i++) { a[i] = i; if (i % 100 === 99) a[i + 5] = -1; } return a.length + ":" + a[n - 1] + ":" + a[n + 2] + ":" + a.filter((x) => x === -1).length; }
console.log(write(1000), write(50));
function neighbours(xs) { let t = 0; for (let i = 0; i < xs.length; i++) { t += (xs[i - 1] ?? -5) - (xs[i + 1] ?? 9) * 2; } return t; }
const big = Array.from({ length: 1500 }, (_, i) => i % 11);
console.log(neighbours(big), neighbours(xs), neighbours([]));
const typed = new Uint8Array(16);
function tw(i, v) { typed[i] = v; return typed[i]; }
let q = 0;
for (let i = 0; i < 3000; i++) q += tw(i % 16, i) ?? 0;
console.log(q, tw(16, 1), tw(-1, 1), tw(1.5, 1), typed.join());
const str = "bounds";
function ch(i) { return str.charCodeAt(i) + (str[i] === undefined ? 0.5 : 0); }
let z = 0;
for (let i = 0; i < 2000; i++) z += ch(i % 6);
console.log(z, ch(6), ch(-1), ch(0));
