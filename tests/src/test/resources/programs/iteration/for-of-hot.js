// for-of over arrays, strings, maps, own iterators, in hot code whose iterable changes type.
function total(xs) { let t = 0; for (const x of xs) t += x; return t; }
const range = (n) => ({ [Symbol.iterator]() { let i = 0; return { next() { return i < n ? { done: false, value: i++ } : { done: true, value: undefined }; } }; } });
const arr = Array.from({ length: 100 }, (_, i) => i);
let r = 0;
for (let i = 0; i < 60; i++) r += total(arr);
console.log(r);
for (let i = 0; i < 20; i++) r += total(new Set(arr));
console.log(r);
for (let i = 0; i < 20; i++) r += total(range(100));
console.log(r);
for (let i = 0; i < 20; i++) r += total(new Float64Array([0.5, 1.5, i]));
console.log(r);
console.log(total("abc"), total([]), total([, 1]), total(["x", 2]));
for (let i = 0; i < 20; i++) r += total(arr.map((x) => x / 2));
console.log(r);
const early = (xs, stop) => { for (const x of xs) if (x === stop) return x; return -1; };
let e = 0;
for (let i = 0; i < 300; i++) e += early(arr, i % 120);
console.log(e);
function pairs(m) { let s = ""; for (const [k, { v }] of m) s = k + v; return s; }
let last;
for (let i = 0; i < 100; i++) last = pairs(new Map([["a", { v: i }], ["b", { v: i * 2 }]]));
console.log(last);
