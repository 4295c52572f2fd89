// Array as a constructor and as a function, and other natives with new, in every tier.
class Stack extends Array { constructor(n) { super(n); this.made = n; } }
class Plain extends Array {}
class Keys extends Map { constructor(...list) { super(list.map((k) => [k, k.length])); } }
const lengths = [0, 1, 3, 4, 5, 14, 15, 22, 23, 100, 300, 510, 511, 600];
function texts(n) { const a = new Array(n); const b = Array(n); for (let i = 0; i < n; i++) { a[i] = i / 2; if (i % 2) b[i] = "x" + i; } return [a.length, a.reduce((s, x) => s + x, 0), b.length, Object.keys(b).length, 0 in b, b[0], b.at(-1)].join(":"); }
function errors() { let s = ""; for (const n of [-1, 1.5, NaN, 2 ** 32]) { try { s += new Array(n).length + " "; } catch (e) { s += e.message + " "; } } return s; }
let text = "";
for (let round = 0; round < 120; round++) {
  const [s, p] = [new Stack(3), new Plain(4)];
  text = [lengths.map(texts).join(" "), errors(), new Array("3").length, new Array(2, 3).join("+"), new Array().length, new Array(2.0).length, s.length, s.made, s instanceof Stack, p.length, p.constructor.name,
    Array.of(7).length, new Keys("ab", "c").get("ab"), new Set([1, 1]).size, new Error("e").message, Reflect.construct(Array, [3], Plain) instanceof Plain, new (Array.bind(null, 5))().length, new Object(5) + 1, new Date(0).getTime()].join("\n");
}
console.log(text);
const grid = new Array(4).fill(0).map(() => new Array(3).fill(""));
grid[1][2] = "here";
console.log(JSON.stringify(grid), new Array(3).indexOf(undefined), new Array(3).includes(undefined), [...new Array(2)].join("-"));
const wide = new Array(40);
wide.push("end"); wide[7] = 1.5;
console.log(wide.length, wide.findIndex((x) => x === 1.5), wide.flat().join());
try { new (() => {})(); } catch (e) { console.log(e.message); }
try { new Math.max(1); } catch (e) { console.log(e.message); }
