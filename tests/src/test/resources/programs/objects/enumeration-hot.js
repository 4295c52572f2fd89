// keys, values, entries, for-in and assign over objects whose shapes differ and change, hot.
const make = (i) => { const o = { a: i }; if (i % 2) o.b = i / 2; if (i % 3 === 0) o["k" + (i % 5)] = "s"; if (i % 7 === 0) delete o.a; return o; };
let n = 0, s = 0, text = 0;
for (let i = 0; i < 700; i++) { const o = make(i); n += Object.keys(o).length; for (const v of Object.values(o)) s += typeof v === "number" ? v : 1; for (const k in o) text += k.length; for (const [k, v] of Object.entries(o)) if (o[k] !== v) throw new Error("differs"); }
console.log(n, s, text);
let merged = {};
for (let i = 0; i < 400; i++) merged = i % 50 === 0 ? { ...make(i) } : Object.assign(merged, make(i));
console.log(JSON.stringify(merged));
const counts = {};
for (let i = 0; i < 500; i++) { const k = Object.keys(make(i)).join("+") || "none"; counts[k] = (counts[k] ?? 0) + 1; }
console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map((e) => e.join(":")).join(" "));
const inherit = Object.create({ p: 1 }, { own: { value: 2, enumerable: true } });
let seen = 0;
for (let i = 0; i < 300; i++) { for (const k in inherit) seen += k.length; if (i === 150) Object.getPrototypeOf(inherit).extra = 3; if (i === 200) delete Object.getPrototypeOf(inherit).p; }
console.log(seen);
