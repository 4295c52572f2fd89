// Iterating maps and sets while they change.
const m = new Map([["a", 1], ["b", 2], ["c", 3]]);
const log = [];
for (const [k, v] of m) { log.push(k + v); if (k === "a") { m.delete("b"); m.set("d", 4); } if (k === "d" && m.size < 6) m.set("e" + m.size, 5); }
console.log(log.join(), m.size);
const s = new Set([1, 2, 3]);
const seen = [];
for (const x of s) { seen.push(x); s.delete(x); if (x < 3) s.add(x + 10); if (seen.length > 20) break; }
console.log(seen.join(), [...s].join());
const f = [];
m.forEach((v, k, map) => { f.push(k + v + (map === m)); if (k === "c") m.delete("c"); });
console.log(f.join(), [...m.keys()].join(), [...m.values()].join(), [...m.entries()].join("|"));
const it = m.entries();
it.next();
m.clear();
console.log(it.next().done, m.size);
m.set("after", 1);
console.log(it.next().done, [...m].join());
const s2 = new Set("hello");
console.log([...s2].join(""), [...s2.entries()][0].join(), s2.keys === s2.values, Map.prototype.entries === Map.prototype[Symbol.iterator]);
const re = new Set(["x", "y"]);
re.delete("x"); re.add("x");
console.log([...re].join());
let visits = 0;
const churn = new Map();
for (let i = 0; i < 100; i++) churn.set(i, i);
for (const [k] of churn) { visits++; if (k < 300) { churn.delete(k); if (k % 3 === 0) churn.set(k + 100, k); } }
console.log(visits, churn.size);
const nested = new Map([[1, new Set(["a", "b"])], [2, new Set(["c"])]]);
const out = [];
for (const [n, set] of nested) for (const x of set) out.push(n + x);
console.log(out.join());
