// Building, printing, parsing and comparing a nested structure, many times.
function build(d, seed) { if (d === 0) return [seed, seed / 4, "s" + seed, seed % 2 === 0, null][seed % 5]; const o = {}; const n = 1 + (seed % 3); for (let i = 0; i < n; i++) o["k" + i] = i % 2 ? [build(d - 1, seed + i), build(d - 1, seed * 2 + i)] : build(d - 1, seed + 3 * i); return o; }
function equal(a, b) { if (a === b) return true; if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false; const ka = Object.keys(a), kb = Object.keys(b); return ka.length === kb.length && ka.every((k, i) => k === kb[i] && equal(a[k], b[k])); }
let chars = 0, ok = 0;
for (let seed = 0; seed < 40; seed++) { const v = build(4, seed); const text = JSON.stringify(v); const back = JSON.parse(text); chars += text.length; if (equal(v, back) && JSON.stringify(back) === text && JSON.stringify(JSON.parse(JSON.stringify(v, null, 3))) === text) ok++; }
console.log(chars, ok);
console.log(JSON.stringify(build(2, 7)));
const numbers = [0.1, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 123456789.125, -2.5];
console.log(numbers.every((n) => JSON.parse(JSON.stringify(n)) === n), JSON.stringify(numbers));
const table = [];
for (let i = 0; i < 150; i++) table.push({ id: i, name: "row " + i, tags: ["t" + (i % 3), i % 7], nested: { on: i % 2 === 0, ratio: i / 8 } });
const again = JSON.parse(JSON.stringify(table));
console.log(again.length, again.reduce((s, r) => s + r.nested.ratio, 0), again.filter((r) => r.nested.on && r.tags[1] === 3).map((r) => r.name).join());
