// A Lisp: reader, evaluator with closures, let, define, lambda, lists, and tail loops.
class Sym { constructor(name) { this.name = name; } }
const table = new Map();
const intern = (n) => { if (!table.has(n)) table.set(n, new Sym(n)); return table.get(n); };
class Reader {
  constructor(text) { this.text = text; this.at = 0; }
  skip() { while (this.at < this.text.length && " \n\t".includes(this.text[this.at])) this.at++; }
  read() {
    this.skip();
    const c = this.text[this.at];
    if (c === "(") { this.at++; const list = []; for (;;) { this.skip(); if (this.at >= this.text.length) throw new SyntaxError("unclosed ("); if (this.text[this.at] === ")") { this.at++; return list; } list.push(this.read()); } }
    if (c === "'") { this.at++; return [intern("quote"), this.read()]; }
    if (c === ")") throw new SyntaxError("unexpected )");
    let token = "";
    while (this.at < this.text.length && !" \n\t()'".includes(this.text[this.at])) token += this.text[this.at++];
    const n = Number(token);
    return Number.isNaN(n) ? intern(token) : n;
  }
}
class Env {
  constructor(parent, names = [], values = []) { this.parent = parent; this.vars = new Map(); names.forEach((n, i) => this.vars.set(n, values[i])); }
  find(s) { for (let e = this; e; e = e.parent) if (e.vars.has(s)) return e; throw new ReferenceError("unbound " + s.name); }
}
const S = (n) => intern(n);
function evaluate(x, env) {
  for (;;) {
    if (x instanceof Sym) return env.find(x).vars.get(x);
    if (!Array.isArray(x)) return x;
    if (x.length === 0) return x;
    const head = x[0];
    if (head === S("quote")) return x[1];
    if (head === S("if")) { x = evaluate(x[1], env) !== false ? x[2] : x[3]; continue; }
    if (head === S("define")) { env.vars.set(x[1], evaluate(x[2], env)); return x[1].name; }
    if (head === S("set!")) { env.find(x[1]).vars.set(x[1], evaluate(x[2], env)); return null; }
    if (head === S("lambda")) return { params: x[1], body: x[2], env };
    if (head === S("begin")) { for (let i = 1; i < x.length - 1; i++) evaluate(x[i], env); x = x[x.length - 1]; continue; }
    if (head === S("let")) { env = new Env(env, x[1].map((b) => b[0]), x[1].map((b) => evaluate(b[1], env))); x = x[2]; continue; }
    const f = evaluate(head, env);
    const args = [];
    for (let i = 1; i < x.length; i++) args.push(evaluate(x[i], env));
    if (typeof f === "function") return f(...args);
    env = new Env(f.env, f.params, args);
    x = f.body;
  }
}
const show = (x) => (Array.isArray(x) ? "(" + x.map(show).join(" ") + ")" : x instanceof Sym ? x.name : typeof x === "object" && x ? "#<lambda>" : String(x));
const global = new Env(null);
const prims = { "+": (...a) => a.reduce((p, c) => p + c, 0), "-": (a, b) => a - b, "*": (a, b) => a * b, "<": (a, b) => a < b, "=": (a, b) => a === b, car: (l) => l[0], cdr: (l) => l.slice(1), cons: (a, l) => [a, ...l], list: (...a) => a, "null?": (l) => l.length === 0, remainder: (a, b) => a % b };
for (const n in prims) global.vars.set(S(n), prims[n]);
function run(text) { const r = new Reader(text); let v; for (r.skip(); r.at < text.length; r.skip()) v = evaluate(r.read(), global); return show(v); }
console.log(run("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 10)"));
console.log(run("(define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))) (fib 11)"));
console.log(run("(define loop (lambda (i acc) (if (= i 0) acc (loop (- i 1) (+ acc i))))) (loop 400 0)"));
console.log(run("(define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l)))))) (map (lambda (x) (* x x)) '(1 2 3 4 5))"));
console.log(run("(define make (lambda (n) (lambda (d) (begin (set! n (+ n d)) n)))) (define c (make 10)) (c 1) (c 5) (list (c 1) 'done (let ((x 2) (y 3)) (* x y)))"));
for (const bad of ["(undefined-thing 1)", "(", ")"]) { try { console.log(run(bad)); } catch (e) { console.log(e.name + ": " + e.message); } }
