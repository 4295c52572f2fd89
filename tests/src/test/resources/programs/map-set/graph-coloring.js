// Topological order, strongly connected components, union-find, colouring, with maps and sets.
const deps = { app: ["ui", "db"], ui: ["core", "icons"], db: ["core", "net"], net: ["core"], core: [], icons: [], tests: ["app", "mocks"], mocks: ["db"] };
function topo(g) { const done = new Set(), open = new Set(), out = []; const visit = (n) => { if (done.has(n)) return; if (open.has(n)) throw new Error("cycle at " + n); open.add(n); for (const d of g[n]) visit(d); open.delete(n); done.add(n); out.push(n); }; Object.keys(g).forEach(visit); return out; }
console.log(topo(deps).join(" "));
try { topo({ a: ["b"], b: ["c"], c: ["a"] }); } catch (e) { console.log(e.message); }
function tarjan(g) { let index = 0; const idx = new Map(), low = new Map(), stack = [], on = new Set(), out = []; const go = (v) => { idx.set(v, index); low.set(v, index++); stack.push(v); on.add(v); for (const w of g.get(v) ?? []) if (!idx.has(w)) { go(w); low.set(v, Math.min(low.get(v), low.get(w))); } else if (on.has(w)) low.set(v, Math.min(low.get(v), idx.get(w))); if (low.get(v) === idx.get(v)) { const c = []; let w; do { w = stack.pop(); on.delete(w); c.push(w); } while (w !== v); out.push(c.sort((a, b) => a - b)); } }; for (const v of g.keys()) if (!idx.has(v)) go(v); return out; }
const g = new Map();
for (let i = 0; i < 60; i++) g.set(i, [(i * 2) % 60, (i + 15) % 60 < 30 ? (i + 15) % 60 : i]);
console.log(tarjan(g).map((c) => c.length).join(), tarjan(g).filter((c) => c.length > 1).map((c) => c.slice(0, 5).join("-")).join(" "));
class Union { constructor(n) { this.p = Array.from({ length: n }, (_, i) => i); this.n = n; } find(x) { while (this.p[x] !== x) x = this.p[x] = this.p[this.p[x]]; return x; } join(a, b) { a = this.find(a); b = this.find(b); if (a !== b) { this.p[a] = b; this.n--; } } }
const u = new Union(500);
for (let i = 0; i < 900; i++) u.join((i * 17) % 500, (i * 31 + 4) % 500);
console.log(u.n, u.find(3) === u.find(7));
function color(g) { const c = new Map(); for (const v of g.keys()) { const used = new Set((g.get(v) ?? []).map((w) => c.get(w))); for (const [w, ns] of g) if (ns.includes(v)) used.add(c.get(w)); let k = 0; while (used.has(k)) k++; c.set(v, k); } return c; }
const colors = color(g);
console.log(Math.max(...colors.values()), [...g].every(([v, ns]) => ns.every((w) => w === v || colors.get(v) !== colors.get(w))));
