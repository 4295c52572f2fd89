// JSON read and written by the program itself: character by character, with classes for values.

class JsonParser {
  constructor(text) {
    this.text = text;
    this.index = -1;
    this.current = null;
    this.captured = "";
    this.start = -1;
  }
  parse() {
    this.read();
    this.space();
    const value = this.value();
    this.space();
    if (this.current !== null) throw new Error("more text at " + this.index);
    return value;
  }
  read() {
    this.index++;
    this.current = this.index < this.text.length ? this.text[this.index] : null;
  }
  is(c) {
    if (this.current !== c) return false;
    this.read();
    return true;
  }
  space() {
    while (this.current === " " || this.current === "\t" || this.current === "\n" || this.current === "\r") this.read();
  }
  value() {
    switch (this.current) {
      case "n": return this.word("null", null);
      case "t": return this.word("true", true);
      case "f": return this.word("false", false);
      case '"': return this.string();
      case "[": return this.array();
      case "{": return this.object();
      default: return this.number();
    }
  }
  word(text, value) {
    for (let i = 0; i < text.length; i++) {
      if (!this.is(text.charAt(i))) throw new Error("bad word");
    }
    return value;
  }
  string() {
    this.read();
    let result = "";
    this.start = this.index;
    while (this.current !== '"') {
      if (this.current === "\\") {
        result += this.text.substring(this.start, this.index);
        this.read();
        result += this.current === "n" ? "\n" : this.current;
        this.read();
        this.start = this.index;
      } else {
        this.read();
      }
    }
    result += this.text.substring(this.start, this.index);
    this.read();
    return result;
  }
  isDigit() {
    return "0123456789".indexOf(this.current) >= 0 && this.current !== null;
  }
  number() {
    const from = this.index;
    this.is("-");
    while (this.isDigit()) this.read();
    if (this.is(".")) while (this.isDigit()) this.read();
    return Number(this.text.substring(from, this.index));
  }
  array() {
    this.read();
    const result = [];
    this.space();
    if (this.is("]")) return result;
    do {
      this.space();
      result.push(this.value());
      this.space();
    } while (this.is(","));
    if (!this.is("]")) throw new Error("no end of array");
    return result;
  }
  object() {
    this.read();
    const result = {};
    this.space();
    if (this.is("}")) return result;
    do {
      this.space();
      const name = this.string();
      this.space();
      if (!this.is(":")) throw new Error("no colon");
      this.space();
      result[name] = this.value();
      this.space();
    } while (this.is(","));
    if (!this.is("}")) throw new Error("no end of object");
    return result;
  }
}

function quote(text) {
  let result = '"';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"' || c === "\\") result += "\\" + c;
    else if (c === "\n") result += "\\n";
    else result += c;
  }
  return result + '"';
}

function write(value) {
  if (value === null) return "null";
  if (typeof value === "string") return quote(value);
  if (typeof value === "object") {
    if (value instanceof Array) return "[" + value.map(write).join(",") + "]";
    let text = "{";
    for (const key in value) {
      if (text.length > 1) text += ", ";
      text += quote(key) + ": " + write(value[key]);
    }
    return text + "}";
  }
  return "" + value;
}

const document = { head: { requests: 3, ok: true, none: null }, operations: [] };
for (let i = 0; i < 40; i++) {
  document.operations.push([i, "name" + i, { w: i * 1.5, "quoted \"k\"": [true, false, null, -i], text: "line\n" + i }]);
}
const source = write(document);

function work() {
  const value = new JsonParser(source).parse();
  return write(value).length + value.operations.length;
}

const EXPECTED = 3420;
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
console.log("json-text", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
