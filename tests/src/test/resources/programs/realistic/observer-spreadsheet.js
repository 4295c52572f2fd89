// A spreadsheet: cells with formulas, dependency tracking, cycles, recalculation in order.
class Sheet {
  #cells = new Map(); #values = new Map(); recalcs = 0;
  set(name, src) { this.#cells.set(name, typeof src === "function" ? src : () => src); this.#values.clear(); return this; }
  get(name, path = []) { if (path.includes(name)) throw new Error("cycle " + [...path, name].join(">")); if (this.#values.has(name)) return this.#values.get(name); const f = this.#cells.get(name); if (!f) return 0; this.recalcs++; const v = f((n) => this.get(n, [...path, name]), (from, to) => this.range(from, to).map((n) => this.get(n, [...path, name]))); this.#values.set(name, v); return v; }
  range(from, to) { const out = []; for (let c = from.charCodeAt(0); c <= to.charCodeAt(0); c++) for (let r = Number(from.slice(1)); r <= Number(to.slice(1)); r++) out.push(String.fromCharCode(c) + r); return out; }
}
const sum = (xs) => xs.reduce((a, b) => a + b, 0);
const s = new Sheet();
for (let r = 1; r <= 12; r++) s.set("A" + r, r * 1.5).set("B" + r, (v) => v("A" + r) * 2 + (r > 1 ? v("B" + (r - 1)) : 0));
s.set("C1", (v, range) => sum(range("A1", "A12"))).set("C2", (v, range) => Math.max(...range("B1", "B12"))).set("C3", (v) => v("C1") / v("C2")).set("C4", (v) => (v("C3") > 0.5 ? "high" : "low") + v("C9"));
console.log(s.get("C1"), s.get("C2"), s.get("C3").toFixed(6), s.get("C4"), s.recalcs);
s.set("A1", 1000);
console.log(s.get("C1"), s.get("C2"), s.get("C4"), s.recalcs);
s.set("D1", (v) => v("D2")).set("D2", (v) => v("D3")).set("D3", (v) => v("D1"));
try { s.get("D1"); } catch (e) { console.log(e.message); }
s.set("D3", 7);
console.log(s.get("D1"));
for (let i = 0; i < 40; i++) { s.set("A" + (1 + (i % 12)), i % 2 ? i : i / 4); s.get("C3"); }
console.log(s.get("C1"), s.get("C2"), s.recalcs);
