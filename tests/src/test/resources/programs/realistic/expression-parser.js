// A tokenizer, a precedence-climbing parser, constant folding, and two evaluators that must agree.
function tokenize(text) {
  const tokens = [];
  for (let i = 0; i < text.length; ) {
    const c = text[i];
    if (c === " ") { i++; continue; }
    if (c >= "0" && c <= "9" || c === ".") { let j = i; while (j < text.length && (text[j] >= "0" && text[j] <= "9" || text[j] === ".")) j++; tokens.push({ kind: "num", value: parseFloat(text.slice(i, j)) }); i = j; continue; }
    if (c >= "a" && c <= "z") { let j = i; while (j < text.length && text[j] >= "a" && text[j] <= "z") j++; tokens.push({ kind: "name", value: text.slice(i, j) }); i = j; continue; }
    if ("+-*/^()%,".includes(c)) { tokens.push({ kind: c }); i++; continue; }
    throw new SyntaxError("bad character " + c + " at " + i);
  }
  tokens.push({ kind: "end" });
  return tokens;
}
const power = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4 };
class Parser {
  constructor(text) { this.tokens = tokenize(text); this.at = 0; }
  get next() { return this.tokens[this.at]; }
  take(kind) { if (this.next.kind !== kind) throw new SyntaxError(`expected ${kind}, got ${this.next.kind}`); return this.tokens[this.at++]; }
  expression(min = 0) {
    let left = this.unary();
    while (power[this.next.kind] > min) { const op = this.take(this.next.kind).kind; left = { op, left, right: this.expression(op === "^" ? power[op] - 1 : power[op]) }; }
    return left;
  }
  unary() { if (this.next.kind === "-") { this.at++; return { op: "neg", left: this.expression(3) }; } return this.primary(); }
  primary() {
    const t = this.next;
    if (t.kind === "num") { this.at++; return { value: t.value }; }
    if (t.kind === "(") { this.at++; const e = this.expression(); this.take(")"); return e; }
    const name = this.take("name").value;
    if (this.next.kind !== "(") return { name };
    this.at++;
    const args = [];
    if (this.next.kind !== ")") do { args.push(this.expression()); } while (this.next.kind === "," && ++this.at);
    this.take(")");
    return { call: name, args };
  }
  static parse(text) { const p = new Parser(text); const e = p.expression(); p.take("end"); return e; }
}
const ops = { "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "%": (a, b) => a % b, "^": (a, b) => a ** b, neg: (a) => -a };
const functions = { max: Math.max, min: Math.min, sqrt: Math.sqrt, abs: Math.abs };
function walk(e, env) { if ("value" in e) return e.value; if (e.name) return env[e.name] ?? NaN; if (e.call) return functions[e.call](...e.args.map((a) => walk(a, env))); return ops[e.op](walk(e.left, env), e.right && walk(e.right, env)); }
function compile(e) { if ("value" in e) return () => e.value; if (e.name) return (env) => env[e.name] ?? NaN; if (e.call) { const f = functions[e.call], as = e.args.map(compile); return (env) => f(...as.map((a) => a(env))); } const f = ops[e.op], l = compile(e.left), r = e.right ? compile(e.right) : () => undefined; return (env) => f(l(env), r(env)); }
function fold(e) { if (e.call) return { call: e.call, args: e.args.map(fold) }; if (!e.op) return e; const left = fold(e.left), right = e.right && fold(e.right); return "value" in left && (!right || "value" in right) ? { value: ops[e.op](left.value, right?.value) } : { op: e.op, left, right }; }
const size = (e) => 1 + (e.left ? size(e.left) : 0) + (e.right ? size(e.right) : 0) + (e.args ?? []).reduce((s, a) => s + size(a), 0);
for (const text of ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 - 4 - 3", "x * (y + 2.5) % 7", "max(x, y, 3) - min(1, 2) * sqrt(16)", "1 / 0 - x", "abs(-x) + -(-3)", "2 * 3 + x * (4 - 4)"]) {
  const e = Parser.parse(text), f = fold(e), c = compile(f);
  let same = true, sum = 0;
  for (let x = 0; x < 60; x++) { const env = { x, y: x / 2 }; const a = walk(e, env), b = c(env); if (!Object.is(a, b)) same = false; sum += Number.isFinite(a) ? a : 1; }
  console.log(text, "=", walk(e, { x: 5, y: 2 }), same, sum, size(e) + ">" + size(f));
}
for (const bad of ["1 +", "(1", "1 2", "a $ b", "f(1,", ")"]) { try { Parser.parse(bad); console.log("accepted"); } catch (e) { console.log(e.message); } }
