// Map & Set keys of every sort, put in by machine code
const keys = []; const o = {}, f = () => 1, s = Symbol("s");
for (let i = 0; i < 60; i++) keys.push(i, -i, i + 0.5, i * 1e10, "k" + i, "k" + (i % 7) + "x", i % 2 ? o : f, s, null, undefined, true, NaN, -0, 0, "né" + i, 2 ** 31 + i, i / 1, BigInt(i));
let out = "";
for (let round = 0; round < 30; round++) {
  const m = new Map(), st = new Set();
  for (const k of keys) { m.set(k, (m.get(k) || 0) + 1); st.add(k); }
  for (const k of keys) if (!m.has(k) || !st.has(k)) throw new Error("missing " + String(k));
  for (let i = 0; i < keys.length; i += 3) { m.delete(keys[i]); st.delete(keys[i]); }
  for (const k of keys) { m.set(k, (m.get(k) || 0) + 1); st.add(k); }
  let sum = 0; for (const [k, v] of m) sum += v;
  out = [m.size, st.size, sum, Object.is([...m.keys()].find((k) => k === 0), 0), m.get(NaN), m.get(-0), m.get(1e10), m.get(4294967295 / 2), [...m.keys()].slice(0, 40).map(String).join()].join(" ");
}
console.log(out);
// Keys that become equal by value: doubles that are integers, parts of strings.
const d = new Map(); const half = [0.5, 1.5];
for (let i = 0; i < 200; i++) { d.set(half[0] + half[1] + (i % 5), i); d.set((i % 5) + 2, i + 1); d.set(("ab" + (i % 3)).slice(1), i); d.set("b" + (i % 3), i); }
console.log([...d].join(";"));
const ws = new WeakSet(), wm = new WeakMap();
for (let i = 0; i < 100; i++) { const k = { i }; ws.add(k); wm.set(k, i); if (!ws.has(k) || wm.get(k) !== i) throw new Error("weak"); }
try { Map.prototype.set.call(new Set(), 1, 2); } catch (e) { console.log(e.name); }
const it = new Map([[1, 1]]); let n = 0;
for (const [k] of it) { if (k < 50) it.set(k + 1, k); n++; }
console.log(n, it.size, [].indexOf(1), [].includes(undefined), new Array(3).indexOf(undefined), Array.from({ length: 40 }, (_, i) => i).slice(3, -2).join());
