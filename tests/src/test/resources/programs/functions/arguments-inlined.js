// Functions that read their arguments object, inlined into hot ones: its length, its elements, apply; and what must still see the object.

function total() { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
function pick(a, b) { return arguments.length > 1 ? a + b : a; }
function forward(f) { return f.apply(this, arguments); }
function last() { return arguments[arguments.length - 1]; }
function strictly(a) { "use strict"; return arguments[0] + arguments.length + a; }
function maximum() { return Math.max.apply(null, arguments); }
function hooked(f) { const r = f.apply(this, arguments); return r + ":" + arguments.length; }
function target(f, x, y) { return typeof f + x + "," + y + "," + arguments.length; }

// What writes an argument or a parameter, keeps the object, or reads what is not there.
function writes(a) { arguments[0] = 7; return a + arguments[0]; }
function assigns(a) { a = 5; return arguments[0] + a; }
function assignsStrictly(a) { "use strict"; a = 5; return arguments[0] + a; }
function keeps() { return arguments; }
function beyond(i) { return arguments[i]; }
function closes(a) { const f = () => { a++; }; f(); return arguments[0]; }
function outer() { const f = () => arguments.length; return f(); }
function names() { return Object.keys(arguments).join() + arguments.callee.name; }
function either(c, o) { const x = c ? arguments : o; return x.length; }
function counts() { let n = 0; for (const a of arguments) n += a; return n; }

class Base {
  constructor() { this.parts = 0; for (let i = 0; i < arguments.length; i++) this.parts = this.parts * 10 + arguments[i]; }
  sum() { let s = this.parts; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
}
class Derived extends Base {
  constructor(a) { super(a, arguments.length, 3); }
  sum() { return super.sum.apply(this, arguments); }
}

function round(i, odd) {
  const r = [];
  r.push(total(1, 2, i), total(), total(odd, i), pick(i), pick(i, odd), last(i, odd), last());
  r.push(strictly(i), maximum(i, 3, odd === undefined ? 1 : 2), forward.call({}, target, i), hooked(target, i, 4));
  r.push(writes(i), assigns(i), assignsStrictly(i), keeps(i, 2).length, beyond(i % 3, 8), closes(i), outer(1, 2, 3));
  r.push(names(1, 2), either(i & 1, [1, 2, 3, 4]), counts(1, 2, i));
  r.push(new Base(1, 2, i % 10).parts, new Derived(4).parts, new Derived(i % 5).sum(i, 2));
  return r.join(" ");
}

let text = "";
for (let i = 0; i < 400; i++) text = round(i, 2);
console.log(text);
// Now what was guessed fails: in the middle of loops over arguments, which then are objects again.
for (const odd of ["x", 2.5, null, undefined, { valueOf() { return 100; } }, [7], true]) console.log(round(7, odd));

function stops(limit) {
  let s = 0;
  for (let i = 0; i < arguments.length; i++) {
    s += arguments[i];
    if (s > limit) return [s, arguments.length, arguments[i], typeof arguments].join();
  }
  return s;
}
function caller(n, bad) { return stops(n, 1, 2, bad); }
for (let i = 0; i < 300; i++) text = String(caller(50, 3));
console.log(text, caller(50, 100), caller(50, "s"), caller(2 ** 31, 1), caller(1, 2 ** 31));

function thrower() { if (arguments[1] > 2) throw new RangeError("too many " + arguments.length); return arguments.length; }
function guarded(x) { try { return thrower(1, x, 3); } catch (e) { return e.message; } }
for (let i = 0; i < 300; i++) text = String(guarded(i % 2));
console.log(text, guarded(3));

function shows(a, b) {
  let s = a;
  for (let i = 0; i < 3; i++) s = s + b;
  return s + arguments.length + (typeof s === "string" ? [].slice.call(arguments).join("|") : "");
}
function showing(x) { return shows(x, 1, 9); }
for (let i = 0; i < 300; i++) text = String(showing(i));
console.log(text, showing("q"), showing(1.5));
function notCallable(f) { return f.apply(null, arguments); }
function tryIt(f) { try { return notCallable(f); } catch (e) { return e.constructor.name; } }
for (let i = 0; i < 300; i++) text = String(tryIt(last));
console.log(text.slice(0, 14), tryIt({ apply: 1 }), tryIt(5), tryIt({ apply() { return "mine"; } }));
