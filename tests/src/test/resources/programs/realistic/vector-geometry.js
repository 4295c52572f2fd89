// Convex hull, polygon area, point in polygon, closest pair, line clipping, on objects with doubles.
const P = (x, y) => ({ x, y });
const cross = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
let seed = 31;
const rnd = () => { seed = (seed * 16807) % 2147483647; return (seed % 1000) / 10; };
const pts = Array.from({ length: 90 }, () => P(rnd(), rnd()));
function hull(ps) { const s = ps.slice().sort((a, b) => a.x - b.x || a.y - b.y); const half = (xs) => { const h = []; for (const p of xs) { while (h.length > 1 && cross(h[h.length - 2], h[h.length - 1], p) <= 0) h.pop(); h.push(p); } h.pop(); return h; }; return [...half(s), ...half(s.reverse())]; }
const h = hull(pts);
const area = (ps) => Math.abs(ps.reduce((s, p, i) => { const q = ps[(i + 1) % ps.length]; return s + p.x * q.y - q.x * p.y; }, 0)) / 2;
const inside = (ps, p) => { let r = false; for (let i = 0, j = ps.length - 1; i < ps.length; j = i++) { const a = ps[i], b = ps[j]; if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) r = !r; } return r; };
console.log(h.length, h.map((p) => `${p.x},${p.y}`).join(" "), area(h).toFixed(3), area([P(0, 0), P(4, 0), P(4, 3)]));
console.log(inside(h, P(50, 50)), inside(h, P(-1, 50)), pts.filter((p) => !h.includes(p)).every((p) => inside(h, p)));
let best = Infinity, pair;
for (let i = 0; i < pts.length; i++) for (let j = i + 1; j < pts.length; j++) { const dx = pts[i].x - pts[j].x, dy = pts[i].y - pts[j].y, d = dx * dx + dy * dy; if (d < best) { best = d; pair = [i, j]; } }
console.log(Math.sqrt(best).toFixed(6), pair.join());
function clip(a, b, lo, hi) { let t0 = 0, t1 = 1; for (const k of ["x", "y"]) { const d = b[k] - a[k]; for (const [p, q] of [[-d, a[k] - lo], [d, hi - a[k]]]) { if (p === 0) { if (q < 0) return null; continue; } const r = q / p; if (p < 0) { if (r > t1) return null; if (r > t0) t0 = r; } else { if (r < t0) return null; if (r < t1) t1 = r; } } } return [P(a.x + t0 * (b.x - a.x), a.y + t0 * (b.y - a.y)), P(a.x + t1 * (b.x - a.x), a.y + t1 * (b.y - a.y))]; }
let len = 0, out = 0;
for (let i = 0; i + 1 < pts.length; i++) { const c = clip(pts[i], pts[i + 1], 20, 80); if (c) len += Math.sqrt((c[1].x - c[0].x) ** 2 + (c[1].y - c[0].y) ** 2); else out++; }
console.log(len.toFixed(6), out, clip(P(0, 0), P(1, 1), 5, 6), clip(P(0, 10), P(30, 10), 5, 20).map((p) => p.x).join());
