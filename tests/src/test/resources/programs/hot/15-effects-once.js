// An exit after a side effect: compound assignments, getters that count, calls in subscripts.
let effects = 0;
const counting = { n: 0, get g() { effects++; return this.n; }, set g(v) { effects += 100; this.n = v; } };
function bump(by) { counting.g += by; }
for (let i = 0; i < 2000; i++) bump(1);
bump("x"); bump(0.5); bump(null);
console.log(effects, counting.n);
const a = [];
let i = 0, calls = 0;
function value(k) { calls++; return k < 1000 ? k : k < 1500 ? k + 0.5 : "v" + k; }
while (i < 2000) a[i++] = value(i);
console.log(calls, a.length, a[0], a[999], a[1000], a[1999]);
const log = [];
function order(o, k, f) { o[(log.push("key"), k)] += (log.push("value"), f()); }
const o = { p: 0 };
for (let j = 0; j < 700; j++) { order(o, "p", () => 1); log.length = 0; }
order(o, "p", () => "s"); order(o, "q", () => 1); order(o, "p", () => { o.p = "replaced"; return "!"; });
console.log(o.p, o.q, log.join());
let side = 0;
function operand(x) { side++; return x; }
function expr(x, y) { return operand(x) + operand(y) * operand(2); }
for (let j = 0; j < 1500; j++) expr(j, 1);
expr("s", 1); expr(1, "3"); expr({ valueOf() { side += 1000; return 1; } }, 2); expr(2147483647, 2147483647);
console.log(side);
const arr = [1, 2, 3, 4];
let idx = 0;
function rotate() { arr[idx++ & 3] ^= arr[idx & 3]; return arr[idx & 3]++; }
let r = 0;
for (let j = 0; j < 2000; j++) r = (r + rotate()) | 0;
arr[1] = "7";
for (let j = 0; j < 9; j++) r = (r + Number(rotate())) | 0;
console.log(r, idx, arr.join());
let inc = 0;
const multi = { get [Symbol.toPrimitive]() { inc++; return () => 5; } };
function useP(x) { return x * 2 + x; }
for (let j = 0; j < 1500; j++) useP(j);
console.log(useP(multi), inc, useP(multi), inc);
function swap(b, x, y) { const t = b[x]; b[x] = b[y]; b[y] = t; return b; }
const mix = [1, 2, 3];
for (let j = 0; j < 1500; j++) swap(mix, j % 3, (j + 1) % 3);
mix[1] = "s"; swap(mix, 0, 1); mix[2] = 0.5; swap(mix, 1, 2);
console.log(mix.map(String).sort().join());
