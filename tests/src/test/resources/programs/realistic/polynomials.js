// Polynomials as coefficient arrays: arithmetic, evaluation, derivatives, roots, interpolation, printing.
const P = { add: (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0)), mul: (a, b) => { const r = new Array(a.length + b.length - 1).fill(0); a.forEach((x, i) => b.forEach((y, j) => { r[i + j] += x * y; })); return r; }, at: (p, x) => p.reduceRight((s, c) => s * x + c, 0), d: (p) => p.slice(1).map((c, i) => c * (i + 1)), show: (p) => p.map((c, i) => [c, i]).filter(([c]) => c).reverse().map(([c, i], k) => (k ? (c < 0 ? " - " : " + ") : c < 0 ? "-" : "") + (Math.abs(c) === 1 && i ? "" : Math.abs(c)) + (i ? "x" + (i > 1 ? "^" + i : "") : "")).join("") || "0" };
const p = [-6, 11, -6, 1];
console.log(P.show(p), "|", P.show(P.d(p)), "|", P.show(P.mul([1, 1], [-1, 1])), "|", P.show(P.add([1, 2], [-1, -2])), "|", P.show([0, -1, 0, 2.5]));
function newton(p, x) { const d = P.d(p); for (let i = 0; i < 50; i++) { const step = P.at(p, x) / P.at(d, x); x -= step; if (Math.abs(step) < 1e-12) return x; } return NaN; }
console.log([0, 1.9, 10].map((x) => newton(p, x).toFixed(9)).join());
function bisect(f, lo, hi) { let n = 0; while (hi - lo > 1e-9) { const m = (lo + hi) / 2; n++; if (f(lo) * f(m) <= 0) hi = m; else lo = m; } return [lo.toFixed(6), n].join(); }
console.log(bisect((x) => x * x - 2, 0, 2), bisect((x) => P.at(p, x), 2.5, 9));
let power = [1];
for (let i = 0; i < 12; i++) power = P.mul(power, [1, 1]);
console.log(power.join());
function lagrange(points) { return points.reduce((sum, [xi, yi], i) => P.add(sum, points.reduce((t, [xj], j) => (i === j ? t : P.mul(t, [-xj / (xi - xj), 1 / (xi - xj)])), [yi])), [0]); }
console.log(lagrange([[0, 1], [1, 3], [2, 9]]).map((c) => Math.round(c * 1e6) / 1e6).join());
let s = 0;
for (let i = 0; i < 1500; i++) s += P.at(p, i / 100);
console.log(s.toFixed(4));
