// Maps and sets as building blocks: an LRU cache, a graph search, an inverted index.
class LRU { constructor(n) { this.n = n; this.m = new Map(); this.hits = 0; } get(k, make) { if (this.m.has(k)) { const v = this.m.get(k); this.m.delete(k); this.m.set(k, v); this.hits++; return v; } const v = make(k); this.m.set(k, v); if (this.m.size > this.n) this.m.delete(this.m.keys().next().value); return v; } }
const lru = new LRU(20);
let made = 0, x = 5, total = 0;
for (let i = 0; i < 1500; i++) { x = (x * 31 + 7) % 101; total += lru.get(x % 3 === 0 ? "k" + (x % 30) : x % 25, (k) => { made++; return String(k).length; }); }
console.log(made, lru.hits, total, [...lru.m.keys()].slice(0, 5).join());
const graph = new Map();
const edge = (a, b) => { if (!graph.has(a)) graph.set(a, new Set()); graph.get(a).add(b); };
for (let i = 0; i < 200; i++) { edge(i, (i * 3 + 1) % 200); edge(i, (i + 50) % 200); edge(i, (i * i) % 200); }
function distances(from) { const d = new Map([[from, 0]]); const q = [from]; for (const n of q) for (const m of graph.get(n)) if (!d.has(m)) { d.set(m, d.get(n) + 1); q.push(m); } return d; }
const d = distances(7);
console.log(d.size, Math.max(...d.values()), d.get(100) ?? "unreachable", [...d].filter(([, v]) => v === 2).map(([k]) => k).sort((a, b) => a - b).join());
const docs = ["red fox runs", "blue fox sleeps", "red bird sings", "blue bird runs far"];
const index = new Map();
docs.forEach((t, i) => t.split(" ").forEach((w) => { (index.get(w) ?? index.set(w, new Set()).get(w)).add(i); }));
const query = (...ws) => [...ws.map((w) => index.get(w) ?? new Set()).reduce((a, b) => new Set([...a].filter((v) => b.has(v))))].join();
console.log(query("fox"), query("red", "fox"), query("runs"), query("none") === "", index.size);
