// A lexer, a recursive-descent parser and an evaluator of expressions with variables: character tests, substrings, dispatch by strings, Maps as scopes.
class Lexer {
  constructor(text) { this.text = text; this.pos = 0; this.token = null; this.kind = ""; this.advance(); }
  advance() {
    const text = this.text;
    while (this.pos < text.length && text[this.pos] === " ") this.pos++;
    if (this.pos >= text.length) { this.kind = "end"; this.token = null; return; }
    const start = this.pos, c = text.charCodeAt(start);
    if (c >= 48 && c <= 57) {
      while (this.pos < text.length && /[0-9.]/.test(text[this.pos])) this.pos++;
      this.kind = "number";
    } else if (c >= 97 && c <= 122) {
      while (this.pos < text.length && text.charCodeAt(this.pos) >= 97 && text.charCodeAt(this.pos) <= 122) this.pos++;
      this.kind = "name";
    } else { this.pos++; this.kind = "op"; }
    this.token = text.substring(start, this.pos);
  }
  accept(op) { if (this.kind === "op" && this.token === op) { this.advance(); return true; } return false; }
}
const LEVELS = [["="], ["+", "-"], ["*", "/", "%"]];
class Parser {
  constructor(text) { this.lexer = new Lexer(text); }
  expression(level = 1) {
    if (level === LEVELS.length) return this.primary();
    let left = this.expression(level + 1);
    while (this.lexer.kind === "op" && LEVELS[level].includes(this.lexer.token)) {
      const op = this.lexer.token;
      this.lexer.advance();
      left = { type: "binary", op, left, right: this.expression(level + 1) };
    }
    return left;
  }
  primary() {
    const { kind, token } = this.lexer;
    if (kind === "number") { this.lexer.advance(); return { type: "number", value: Number(token) }; }
    if (kind === "name") {
      this.lexer.advance();
      if (this.lexer.accept("(")) {
        const args = [];
        while (!this.lexer.accept(")")) { args.push(this.expression()); this.lexer.accept(","); }
        return { type: "call", name: token, args };
      }
      return { type: "name", name: token };
    }
    if (this.lexer.accept("(")) { const e = this.expression(); this.lexer.accept(")"); return e; }
    if (this.lexer.accept("-")) return { type: "negate", operand: this.primary() };
    throw new SyntaxError("unexpected " + token);
  }
}
const FUNCTIONS = { max: Math.max, min: (...xs) => Math.min(...xs), sq: (x) => x * x };
function evaluate(node, scope) {
  switch (node.type) {
    case "number": return node.value;
    case "name": { const v = scope.get(node.name); if (v === undefined) throw new ReferenceError(node.name); return v; }
    case "negate": return -evaluate(node.operand, scope);
    case "call": return FUNCTIONS[node.name](...node.args.map((a) => evaluate(a, scope)));
    default: {
      const a = evaluate(node.left, scope), b = evaluate(node.right, scope);
      switch (node.op) { case "+": return a + b; case "-": return a - b; case "*": return a * b; case "/": return a / b; default: return a % b; }
    }
  }
}
const SOURCES = ["1 + 2 * x - y / 4", "(alpha + beta) * (alpha - beta) % 97", "max(x, y, 3) + min(alpha, 7) * sq(x - 2)", "-(x + 3.5) * 2 + sq(sq(2)) - unknown"];
function work() {
  const scope = new Map([["x", 5], ["y", 8], ["alpha", 12], ["beta", 7]]);
  let sum = 0, errors = 0;
  for (let i = 0; i < 20; i++) {
    scope.set("x", i);
    for (const source of SOURCES) {
      const tree = new Parser(source).expression();
      for (let k = 0; k < 3; k++) { try { sum += evaluate(tree, scope); } catch (e) { if (!(e instanceof ReferenceError)) throw e; errors++; } }
    }
  }
  return Math.round(sum * 100) + errors;
}

const EXPECTED = 4504860;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("expressions", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
