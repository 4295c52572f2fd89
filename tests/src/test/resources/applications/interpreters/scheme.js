// A Scheme with lexical addressing, tail calls by trampoline, call/cc by exceptions, macros by quasi-quote, and a printer.
const Sym = (() => {
  const table = new Map();
  return (name) => {
    let s = table.get(name);
    if (!s) table.set(name, (s = Object.freeze({ name })));
    return s;
  };
})();
const isSym = (x) => typeof x === 'object' && x !== null && 'name' in x && !Array.isArray(x) && !(x instanceof Closure) && !(x instanceof Pair);
class Pair { constructor(car, cdr) { this.car = car; this.cdr = cdr; } }
const NIL = Object.freeze(Object.create(null, { nil: { value: true } }));
const list = (...xs) => xs.reduceRight((tail, x) => new Pair(x, tail), NIL);
const toArray = (p) => { const out = []; for (; p instanceof Pair; p = p.cdr) out.push(p.car); return out; };
class Closure { constructor(params, rest, body, env) { Object.assign(this, { params, rest, body, env }); } }
class Env {
  constructor(outer, names = [], values = []) { this.outer = outer; this.vars = new Map(names.map((n, i) => [n, values[i]])); }
  find(name) { for (let e = this; e; e = e.outer) if (e.vars.has(name)) return e; throw new ReferenceError(`unbound: ${name.name}`); }
}

function* tokenize(text) {
  const pattern = /\s*(?:;.*\n)*\s*(,@|[('`,)]|"(?:\\.|[^\\"])*"|[^\s('"`,;)]+)/gy;
  let m;
  while ((m = pattern.exec(text)) !== null) yield m[1];
}
function parse(text) {
  const tokens = [...tokenize(text)];
  let at = 0;
  const short = { "'": 'quote', '`': 'quasiquote', ',': 'unquote', ',@': 'unquote-splicing' };
  function read() {
    if (at >= tokens.length) throw new SyntaxError('unexpected end');
    const t = tokens[at++];
    if (t === '(') {
      const items = [];
      let tail = NIL;
      while (tokens[at] !== ')') {
        if (tokens[at] === '.') { at++; tail = read(); continue; }
        items.push(read());
      }
      at++;
      return items.reduceRight((rest, x) => new Pair(x, rest), tail);
    }
    if (t === ')') throw new SyntaxError('unexpected )');
    if (t in short) return list(Sym(short[t]), read());
    if (t[0] === '"') return JSON.parse(t);
    if (t === '#t' || t === '#f') return t === '#t';
    const n = Number(t);
    return Number.isNaN(n) ? Sym(t) : n;
  }
  const forms = [];
  while (at < tokens.length) forms.push(read());
  return forms;
}
function show(x) {
  if (x === NIL) return '()';
  if (x instanceof Pair) {
    let s = '(';
    for (; x instanceof Pair; x = x.cdr) s += (s.length > 1 ? ' ' : '') + show(x.car);
    return s + (x === NIL ? '' : ' . ' + show(x)) + ')';
  }
  if (typeof x === 'string') return JSON.stringify(x);
  if (typeof x === 'boolean') return x ? '#t' : '#f';
  if (x instanceof Closure || typeof x === 'function') return '#<procedure>';
  if (x === undefined) return '#<void>';
  return isSym(x) ? x.name : String(x);
}

const macros = new Map();
class Escape { constructor(id, value) { this.id = id; this.value = value; } }
function evaluate(x, env) {
  for (;;) {
    if (isSym(x)) return env.find(x).vars.get(x);
    if (!(x instanceof Pair)) return x;
    const { car: op, cdr: rest } = x;
    if (isSym(op)) {
      switch (op.name) {
        case 'quote': return rest.car;
        case 'if': {
          const [test, then, otherwise] = toArray(rest);
          x = evaluate(test, env) !== false ? then : otherwise;
          continue;
        }
        case 'define': {
          if (rest.car instanceof Pair) {
            env.vars.set(rest.car.car, makeClosure(rest.car.cdr, rest.cdr, env));
          } else env.vars.set(rest.car, evaluate(rest.cdr.car, env));
          return undefined;
        }
        case 'set!': env.find(rest.car).vars.set(rest.car, evaluate(rest.cdr.car, env)); return undefined;
        case 'lambda': return makeClosure(rest.car, rest.cdr, env);
        case 'begin': {
          const body = toArray(rest);
          for (const form of body.slice(0, -1)) evaluate(form, env);
          x = body.at(-1);
          continue;
        }
        case 'let': {
          if (isSym(rest.car)) {
            const bindings = toArray(rest.cdr.car).map(toArray);
            const inner = new Env(env);
            const loop = makeClosure(list(...bindings.map((b) => b[0])), rest.cdr.cdr, inner);
            inner.vars.set(rest.car, loop);
            x = new Pair(loop, list(...bindings.map((b) => list(Sym('quote'), evaluate(b[1], env)))));
            continue;
          }
          const bindings = toArray(rest.car).map(toArray);
          env = new Env(env, bindings.map((b) => b[0]), bindings.map((b) => evaluate(b[1], env)));
          x = new Pair(Sym('begin'), rest.cdr);
          continue;
        }
        case 'cond': {
          let found = false;
          for (const clause of toArray(rest)) {
            if (clause.car === Sym('else') || evaluate(clause.car, env) !== false) {
              x = new Pair(Sym('begin'), clause.cdr);
              found = true;
              break;
            }
          }
          if (!found) return undefined;
          continue;
        }
        case 'define-macro': macros.set(rest.car.car, makeClosure(rest.car.cdr, rest.cdr, env)); return undefined;
        case 'quasiquote': return quasi(rest.car, env);
      }
      if (macros.has(op)) { x = apply(macros.get(op), toArray(rest)); continue; }
    }
    const f = evaluate(op, env);
    const args = toArray(rest).map((a) => evaluate(a, env));
    if (f instanceof Closure) { env = bind(f, args); x = f.body; continue; }
    if (typeof f !== 'function') throw new TypeError(`not a procedure: ${show(f)}`);
    return f(...args);
  }
}
function makeClosure(params, body, env) {
  const names = [];
  for (; params instanceof Pair; params = params.cdr) names.push(params.car);
  return new Closure(names, params === NIL ? null : params, body.cdr === NIL ? body.car : new Pair(Sym('begin'), body), env);
}
function bind(f, args) {
  const wrong = f.rest ? args.length < f.params.length : args.length !== f.params.length;
  if (wrong) throw new TypeError(`expected ${f.params.length} arguments, got ${args.length}`);
  const env = new Env(f.env, f.params, args);
  if (f.rest) env.vars.set(f.rest, list(...args.slice(f.params.length)));
  return env;
}
const apply = (f, args) => (f instanceof Closure ? evaluate(f.body, bind(f, args)) : f(...args));
function quasi(x, env) {
  if (!(x instanceof Pair)) return x;
  if (x.car === Sym('unquote')) return evaluate(x.cdr.car, env);
  if (x.car instanceof Pair && x.car.car === Sym('unquote-splicing')) {
    return toArray(evaluate(x.car.cdr.car, env)).reduceRight((tail, v) => new Pair(v, tail), quasi(x.cdr, env));
  }
  return new Pair(quasi(x.car, env), quasi(x.cdr, env));
}

const output = [];
const fold = (f) => (...xs) => xs.reduce(f);
const chain = (f) => (...xs) => xs.every((x, i) => i === 0 || f(xs[i - 1], x));
const globals = {
  '+': (...xs) => xs.reduce((a, b) => a + b, 0), '*': (...xs) => xs.reduce((a, b) => a * b, 1),
  '-': (a, ...xs) => (xs.length ? xs.reduce((x, y) => x - y, a) : -a), '/': fold((a, b) => a / b),
  '=': chain((a, b) => a === b), '<': chain((a, b) => a < b), '>': chain((a, b) => a > b), '<=': chain((a, b) => a <= b), remainder: (a, b) => a % b,
  car: (p) => p.car, cdr: (p) => p.cdr, cons: (a, b) => new Pair(a, b), list, 'null?': (x) => x === NIL, 'pair?': (x) => x instanceof Pair,
  'eq?': Object.is, not: (x) => x === false, display: (x) => { output.push(typeof x === 'string' ? x : show(x)); }, newline: () => { output.push('\n'); },
  'string-append': (...xs) => xs.join(''), 'number->string': String, length: (p) => toArray(p).length, append: (...ls) => list(...ls.flatMap(toArray)),
  apply: (f, args) => apply(f, toArray(args)), error: (...xs) => { throw new Error(xs.map((x) => (typeof x === 'string' ? x : show(x))).join(' ')); },
  'call/cc': (f) => {
    const id = {};
    try { return apply(f, [(value) => { throw new Escape(id, value); }]); }
    catch (e) { if (e instanceof Escape && e.id === id) return e.value; throw e; }
  },
};
const top = new Env(null, Object.keys(globals).map(Sym), Object.values(globals));
function run(text) {
  let result;
  for (const form of parse(text)) result = evaluate(form, top);
  return show(result);
}

run(`
(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l)))))
(define (filter p l) (cond ((null? l) l) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (foldl f z l) (if (null? l) z (foldl f (f z (car l)) (cdr l))))
(define (iota n) (let loop ((i (- n 1)) (acc '())) (if (< i 0) acc (loop (- i 1) (cons i acc)))))
(define-macro (unless test . body) \`(if ,test #f (begin ,@body)))
(define-macro (while test . body) \`(let loop () (if ,test (begin ,@body (loop)) 'done)))
(define-macro (swap! a b) \`(let ((tmp ,a)) (set! ,a ,b) (set! ,b tmp)))
`);
console.log(run("(map (lambda (x) (* x x)) (iota 10))"));
console.log(run("(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 12)"));
console.log(run("(let loop ((i 0) (sum 0)) (if (= i 3000) sum (loop (+ i 1) (+ sum i))))"));
console.log(run("(define (even? n) (if (= n 0) #t (odd? (- n 1)))) (define (odd? n) (if (= n 0) #f (even? (- n 1)))) (even? 1001)"));
console.log(run("`(1 ,(+ 1 1) ,@(map (lambda (x) (+ x 2)) '(1 2)) end)"), run("'(a . (b . c))"), run("'(1 \"two\" #t () quote)"));
console.log(run("(define x 1) (define y 2) (swap! x y) (list x y)"), run("(define i 0) (define acc '()) (while (< i 5) (set! acc (cons i acc)) (set! i (+ i 1))) acc"));
console.log(run("(call/cc (lambda (return) (map (lambda (x) (if (> x 3) (return x) x)) (iota 10)) 'never))"));
console.log(run("(define (queens n) (define (safe? q d qs) (cond ((null? qs) #t) ((= (car qs) q) #f) ((= (car qs) (+ q d)) #f) ((= (car qs) (- q d)) #f) (else (safe? q (+ d 1) (cdr qs))))) (define (place k qs) (if (= k 0) 1 (foldl + 0 (map (lambda (q) (if (safe? q 1 qs) (place (- k 1) (cons q qs)) 0)) (iota n))))) (place n '())) (queens 4)"));
console.log(run("(define (compose . fs) (if (null? fs) (lambda (x) x) (lambda (x) ((car fs) ((apply compose (cdr fs)) x))))) ((compose (lambda (x) (* x 2)) (lambda (x) (+ x 1))) 5)"));
console.log(run("(define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define c1 (make-counter)) (define c2 (make-counter)) (c1) (c1) (list (c1) (c2))"));
run("(unless #f (display \"hello \") (display '(1 \"x\")) (newline) (display (lambda (x) x)))");
console.log(output.join(''));
for (const bad of ['(car', '(undefined-thing)', '((lambda (x) x))', '(1 2)', "(error \"custom:\" '(1 2) 3)", ')']) {
  try { console.log(run(bad)); } catch (e) { console.log(e.constructor.name + ': ' + e.message); }
}
