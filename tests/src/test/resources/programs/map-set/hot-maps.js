// Maps with int, double, string, object and mixed keys in hot loops; order after churn; nested maps.
const m = new Map();
for (let i = 0; i < 1500; i++) { const k = i < 500 ? i % 50 : i < 1000 ? (i % 50) / 2 : "k" + (i % 50); m.set(k, (m.get(k) ?? 0) + 1); }
console.log(m.size, m.get(3), m.get(3.5), m.get("k3"), [...m.keys()].slice(48, 56).join());
const byObject = new Map(), objs = Array.from({ length: 40 }, (_, i) => ({ i }));
for (let i = 0; i < 1200; i++) { const o = objs[(i * i) % 40]; byObject.set(o, (byObject.get(o) || 0) + i); }
console.log(byObject.size, [...byObject].slice(0, 3).map(([o, n]) => o.i + ":" + n).join());
for (let i = 0; i < 600; i++) { m.delete(i % 37); m.set(i % 23, i); if (i % 200 === 199) m.delete("k" + (i % 50)); }
console.log(m.size, [...m.entries()].slice(-5).join("|"), m.has(36), m.has(22));
const grid = new Map();
const cell = (x, y) => { let row = grid.get(y); if (!row) grid.set(y, (row = new Map())); return { get: () => row.get(x) ?? 0, add: (n) => row.set(x, (row.get(x) ?? 0) + n) }; };
for (let i = 0; i < 800; i++) cell(i % 13, i % 7).add(i % 3 ? 1 : 0.5);
let total = 0;
for (const [y, row] of grid) for (const [x, v] of row) total += x * y * v;
console.log(total, grid.size, cell(3, 3).get(), cell(99, 99).get());
const seen = new Set();
let x = 1, n = 0;
while (!seen.has(x)) { seen.add(x); x = (x * x + 3) % 4093; n++; }
console.log(n, x, seen.size);
let sum = 0;
new Set([NaN, -0, "", null, undefined, false, 0]).forEach((v) => { sum += v ? 1 : 10; });
console.log(sum, new Set([NaN, 0 / 0]).size, [...new Set([-0])].map((v) => Object.is(v, 0)).join());
