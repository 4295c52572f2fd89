// Optimization with a seeded generator: simulated annealing for a tour, hill climbing for bins, a genetic algorithm for a sentence, k-means, gradient descent.
const mulberry = (a) => () => { a = (a + 0x6d2b79f5) | 0; let t = Math.imul(a ^ (a >>> 15), 1 | a); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };
const rand = mulberry(2024), int = (n) => Math.floor(rand() * n), normal = () => Math.sqrt(-2 * Math.log(1 - rand())) * Math.cos(2 * Math.PI * rand());
const cities = Array.from({ length: 24 }, (_, i) => [Math.cos((i * Math.PI) / 12) * 10, Math.sin((i * Math.PI) / 12) * 10]);
const dist = ([a, b], [c, d]) => Math.hypot(a - c, b - d), length = (t) => t.reduce((s, c, i) => s + dist(cities[c], cities[t[(i + 1) % t.length]]), 0);
let tour = cities.map((_, i) => (i * 7) % 24), cost = length(tour), best = cost; const first = cost;
for (let T = 20, k = 0; T > 0.01; T *= 0.9985, k++) { const i = int(24), j = int(24), [a, b] = i < j ? [i, j] : [j, i], next = [...tour.slice(0, a), ...tour.slice(a, b + 1).reverse(), ...tour.slice(b + 1)], c = length(next); if (c < cost || rand() < Math.exp((cost - c) / T)) { tour = next; cost = c; best = Math.min(best, c); } }
console.log(best < first, (best / (24 * dist([10, 0], [Math.cos(Math.PI / 12) * 10, Math.sin(Math.PI / 12) * 10]))).toFixed(3));
const target = 'to be or not', letters = 'abcdefghijklmnopqrstuvwxyz ', fitness = (s) => [...s].reduce((n, c, i) => n + (c === target[i]), 0);
let population = Array.from({ length: 60 }, () => Array.from(target, () => letters[int(27)]).join('')), generations = 0;
while (fitness(population[0]) < target.length && generations < 500) { population.sort((a, b) => fitness(b) - fitness(a)); const parents = population.slice(0, 15); population = [...parents.slice(0, 3), ...Array.from({ length: 57 }, () => { const a = parents[int(15)], b = parents[int(15)], cut = int(target.length); return Array.from(a.slice(0, cut) + b.slice(cut), (c) => (rand() < 0.05 ? letters[int(27)] : c)).join(''); })]; population.sort((a, b) => fitness(b) - fitness(a)); generations++; }
console.log(population[0], generations < 500);
const centers = [[0, 0], [8, 8], [0, 9]], points = centers.flatMap(([x, y]) => Array.from({ length: 40 }, () => [x + normal(), y + normal()]));
let means = [points[0], points[50], points[100]], rounds = 0, labels = [];
for (;;) { const next = points.map((p) => means.reduce((b, m, i) => (dist(p, m) < dist(p, means[b]) ? i : b), 0)); rounds++; if (next.every((l, i) => l === labels[i])) break; labels = next; means = means.map((_, k) => { const mine = points.filter((_, i) => labels[i] === k); return [0, 1].map((d) => mine.reduce((s, p) => s + p[d], 0) / mine.length); }); }
console.log(means.map((m) => m.map((v) => Math.round(v)).join()).sort().join(' '), rounds, labels.reduce((c, l) => (c[l]++, c), [0, 0, 0]).join());
const xs = Array.from({ length: 50 }, (_, i) => i / 10), ys = xs.map((x) => 3 * x - 2 + normal() * 0.1); let w = 0, b = 0; for (let e = 0; e < 800; e++) { let dw = 0, db = 0; xs.forEach((x, i) => { const err = w * x + b - ys[i]; dw += err * x; db += err; }); w -= 0.05 * dw / 50; b -= 0.05 * db / 50; } console.log(w.toFixed(1), b.toFixed(1));
const bins = (items, cap) => { const out = []; for (const x of items.toSorted((a, c) => c - a)) { const fit = out.find((bin) => bin.reduce((s, v) => s + v, 0) + x <= cap); if (fit) fit.push(x); else out.push([x]); } return out; }; console.log(bins([4, 8, 1, 4, 2, 1, 7, 3, 6], 10));
const pi = (n) => { let k = 0; for (let i = 0; i < n; i++) k += rand() ** 2 + rand() ** 2 < 1; return (4 * k) / n; }; console.log(Math.abs(pi(20000) - Math.PI) < 0.05);
const walk = Array.from({ length: 200 }, () => { let p = 0; for (let i = 0; i < 100; i++) p += rand() < 0.5 ? 1 : -1; return p; }); console.log(Math.abs(walk.reduce((s, v) => s + v, 0) / 200) < 3, Math.round(Math.sqrt(walk.reduce((s, v) => s + v * v, 0) / 200)) >= 8);
