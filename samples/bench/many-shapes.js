// Places that see many kinds of objects: fields and methods of a dozen shapes, instanceof, typeof, tagged nodes.

class Num { constructor(v) { this.v = v; } eval() { return this.v; } size() { return 1; } }
class Var { constructor(name) { this.name = name; } eval(env) { return env[this.name]; } size() { return 1; } }
class Add { constructor(a, b) { this.a = a; this.b = b; } eval(env) { return this.a.eval(env) + this.b.eval(env); } size() { return 1 + this.a.size() + this.b.size(); } }
class Sub { constructor(a, b) { this.a = a; this.b = b; } eval(env) { return this.a.eval(env) - this.b.eval(env); } size() { return 1 + this.a.size() + this.b.size(); } }
class Mul { constructor(a, b) { this.a = a; this.b = b; } eval(env) { return (this.a.eval(env) * this.b.eval(env)) % 1009; } size() { return 1 + this.a.size() + this.b.size(); } }
class Neg { constructor(a) { this.a = a; } eval(env) { return -this.a.eval(env); } size() { return 1 + this.a.size(); } }
class If { constructor(c, a, b) { this.c = c; this.a = a; this.b = b; } eval(env) { return this.c.eval(env) > 0 ? this.a.eval(env) : this.b.eval(env); } size() { return 1 + this.c.size() + this.a.size() + this.b.size(); } }
class Let { constructor(name, a, b) { this.name = name; this.a = a; this.b = b; } eval(env) { env[this.name] = this.a.eval(env); return this.b.eval(env); } size() { return 1 + this.a.size() + this.b.size(); } }

function build(depth, k) {
  if (depth === 0) return k % 2 === 0 ? new Num(k % 13) : new Var("xyz"[k % 3]);
  const a = () => build(depth - 1, k * 3 + 1);
  const b = () => build(depth - 1, k * 5 + 2);
  switch (k % 6) {
    case 0: return new Add(a(), b());
    case 1: return new Sub(a(), b());
    case 2: return new Mul(a(), b());
    case 3: return new Neg(a());
    case 4: return new If(a(), b(), new Num(k % 7));
    default: return new Let("xyz"[k % 3], a(), b());
  }
}
function fold(node) {
  if (node instanceof Num || node instanceof Var) return node;
  if (node instanceof Add) {
    const a = fold(node.a), b = fold(node.b);
    return a instanceof Num && b instanceof Num ? new Num(a.v + b.v) : new Add(a, b);
  }
  if (node instanceof Neg) {
    const a = fold(node.a);
    return a instanceof Num ? new Num(-a.v) : new Neg(a);
  }
  return node;
}
const shapes = [
  { kind: 0, weight: 1 }, { weight: 2, kind: 1 }, { a: 0, kind: 2, weight: 3 }, { a: 0, weight: 4, kind: 3 },
  { b: 1, kind: 4, weight: 5 }, { b: 1, weight: 6, kind: 5 }, { c: 2, kind: 6, weight: 7 }, { c: 2, weight: 8, kind: 7 },
];
function describe(value) {
  switch (typeof value) {
    case "number": return value & 3;
    case "string": return value.length;
    case "undefined": return 1;
    case "boolean": return value ? 2 : 0;
    case "function": return value.length;
    default: return value === null ? 5 : Array.isArray(value) ? value.length : value.kind;
  }
}
const values = [1, "two", undefined, true, null, [1, 2], shapes[3], describe, 2.5, "", shapes[6]];
const tree = build(7, 5);
const trees = [tree, build(6, 1), build(6, 2), fold(tree)];

function work() {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    for (const t of trees) sum += t.eval({ x: i, y: 2, z: 3 }) + t.size();
  }
  for (let i = 0; i < 2000; i++) {
    const shape = shapes[i & 7];
    sum += shape.kind * shape.weight;
    shape.weight = (shape.weight + 1) & 15;
    sum += describe(values[i % values.length]);
  }
  for (let i = 0; i < 8; i++) shapes[i].weight = i + 1;
  return sum + fold(tree).size();
}

const EXPECTED = 67716;
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
console.log("many-shapes", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
