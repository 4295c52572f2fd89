// switch on strings, doubles, objects and mixed types whose type changes when hot.
function kind(v) { switch (v) { case 1: return "one"; case 1.5: return "one and a half"; case "1": return "text"; case true: return "yes"; case null: return "null"; case undefined: return "undefined"; case obj: return "object"; case -1: return "minus"; } return "other"; }
const obj = {};
const values = [1, 1.5, "1", true, null, undefined, obj, -1, {}, 2, "2", NaN, 1.0, "" + 1];
const tally = {};
for (let i = 0; i < 2800; i++) { const k = kind(i < 700 ? values[i % 2 === 0 ? 0 : 7] : values[i % values.length]); tally[k] = (tally[k] || 0) + 1; }
console.log(JSON.stringify(tally));
function dense(n) { switch (n) { case 0: return 10; case 1: return 11; case 2: return 12; case 3: return 13; case 4: return 14; case 5: return 15; case 6: return 16; case 7: return 17; case 8: return 18; case 9: return 19; default: return -1; } }
let d = 0;
for (let i = -500; i < 1500; i++) d += dense(i % 12);
console.log(d, dense(3.5), dense("3"), dense(-0), dense(NaN), dense(4294967296));
function big(n) { switch (n) { case 1000000: return "m"; case 2147483647: return "max"; case -2147483648: return "min"; case 4294967295: return "u"; case 0.1: return "tenth"; case Infinity: return "inf"; } return "?"; }
console.log([1e6, 2147483647, -2147483648, 4294967295, 0.1, Infinity, -1 >>> 0, 0.30000000000000004 - 0.2].map(big).join());
function effects(x) { const log = []; const c = (v) => (log.push(v), v); switch (c(x)) { case c(1): log.push("one"); default: log.push("d"); case c(2): log.push("two"); break; case c(3): log.push("three"); } return log.join(); }
for (const x of [1, 2, 3, 4]) console.log(effects(x));
function letScope(n) { switch (n) { case 1: { let v = "one"; return v; } case 2: { const v = "two"; return (() => v)(); } default: class K { m() { return "class"; } } return new K().m(); } }
console.log([1, 2, 3].map(letScope).join());
function inner(a, b) { switch (a) { case "x": switch (b) { case 1: break; case 2: return "x2"; default: return "x?"; } return "x1"; case "y": for (let i = 0; ; i++) { switch (i) { case b: return "y" + i; case 5: break; default: continue; } break; } return "y5"; } return "none"; }
console.log(inner("x", 1), inner("x", 2), inner("x", 3), inner("y", 3), inner("y", 9), inner("z", 0));
