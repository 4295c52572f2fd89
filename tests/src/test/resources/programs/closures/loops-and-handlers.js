// Closures kept from loops of every kind while the loops are hot.
const kept = [];
function run(n) { for (let i = 0; i < n; i++) { const sq = i * i; if (sq % 400 === 0) kept.push({ get: () => sq + i, bump: () => { i += 1000; return i; } }); } return kept.length; }
console.log(run(1500), kept.slice(0, 5).map((k) => k.get()).join(), kept[1].bump(), kept[1].get());
const acc = [];
let w = 0;
while (w < 1200) { const x = w; if (w % 300 === 7) acc.push(() => x + w); w++; }
console.log(acc.map((f) => f()).join());
const byKey = {};
for (const k in { a: 1, b: 2, c: 3 }) { let n = 0; byKey[k] = () => k + n++; }
console.log(byKey.a(), byKey.a(), byKey.c(), byKey.b(), byKey.a());
function fold(xs, f) { let a = xs[0]; for (let i = 1; i < xs.length; i++) { const prev = a; a = f(() => prev, xs[i]); } return a; }
console.log(fold([1, 2, 3, 4], (p, x) => p() * 10 + x));
let total = 0;
function each(n, f) { for (let i = 0; i < n; i++) f(i, () => n - i); }
each(1500, (i, left) => { total += left() * (i & 1); });
console.log(total);
const chain = [];
for (let i = 0; i < 4; i++) { const before = chain[i - 1]; chain.push(() => (before ? before() + "," : "") + i); }
console.log(chain[3]());
var shared = [];
for (var v = 0; v < 3; v++) { shared.push(() => v); let own = v; shared.push(() => own); }
console.log(shared.map((f) => f()).join());
