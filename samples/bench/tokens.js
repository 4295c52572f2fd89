// A tokenizer, a parser and an evaluator of arithmetic text: charAt, substring, comparisons of characters, keyword tables.

const KEYWORDS = { let: "LET", print: "PRINT", if: "IF", then: "THEN", end: "END" };

class Token {
  constructor(kind, text) {
    this.kind = kind;
    this.text = text;
  }
}

class Lexer {
  constructor(source) {
    this.source = source;
    this.position = 0;
  }
  isDigit(c) { return c >= "0" && c <= "9"; }
  isLetter(c) { return (c >= "a" && c <= "z") || c === "_"; }
  next() {
    const source = this.source;
    while (this.position < source.length && (source.charAt(this.position) === " " || source.charAt(this.position) === "\n")) {
      this.position++;
    }
    if (this.position >= source.length) return new Token("EOF", "");
    const start = this.position;
    const c = source[this.position];
    if (this.isDigit(c)) {
      while (this.position < source.length && this.isDigit(source[this.position])) this.position++;
      return new Token("NUMBER", source.substring(start, this.position));
    }
    if (this.isLetter(c)) {
      while (this.position < source.length && this.isLetter(source[this.position])) this.position++;
      const word = source.slice(start, this.position);
      return new Token(KEYWORDS[word] || "NAME", word);
    }
    this.position++;
    return new Token(c, c);
  }
}

class Parser {
  constructor(source, variables) {
    this.lexer = new Lexer(source);
    this.token = this.lexer.next();
    this.variables = variables;
    this.output = "";
  }
  accept(kind) {
    if (this.token.kind !== kind) return false;
    this.token = this.lexer.next();
    return true;
  }
  expect(kind) {
    const text = this.token.text;
    if (!this.accept(kind)) throw new Error("expected " + kind + " at " + text);
    return text;
  }
  program() {
    while (this.token.kind !== "EOF") this.statement();
    return this.output;
  }
  statement() {
    if (this.accept("LET")) {
      const name = this.expect("NAME");
      this.expect("=");
      this.variables[name] = this.expression();
    } else if (this.accept("PRINT")) {
      this.output += this.expression() + ",";
    } else {
      this.expect("IF");
      const value = this.expression();
      this.expect("THEN");
      this.statement();
      if (value === 0) this.output += "no,";
    }
    this.expect(";");
  }
  expression() {
    let value = this.term();
    for (;;) {
      if (this.accept("+")) value += this.term();
      else if (this.accept("-")) value -= this.term();
      else return value;
    }
  }
  term() {
    let value = this.factor();
    while (this.accept("*")) value = (value * this.factor()) % 100003;
    return value;
  }
  factor() {
    if (this.accept("(")) {
      const value = this.expression();
      this.expect(")");
      return value;
    }
    if (this.token.kind === "NUMBER") return parseInt(this.expect("NUMBER"), 10);
    return this.variables[this.expect("NAME")];
  }
}

let program = "";
for (let i = 0; i < 40; i++) {
  program += "let a_" + "bcdefgh"[i % 7] + " = " + i * 17 + " + (3 * " + i + ");\n";
  program += "print a_" + "bcdefgh"[i % 7] + " * (2 + 11) - 4;\nif 1 then let zz = 5 - 4; ;\n";
}

function work() {
  return new Parser(program, {}).program().length + new Parser(program, { zz: 1 }).program().length;
}

const EXPECTED = 392;
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
console.log("tokens", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
