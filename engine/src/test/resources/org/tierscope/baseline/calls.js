// who is called with what, and what comes back
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
print(fib(20));
function missing(a, b, c) { return a + "," + b + "," + c; }
print(missing(), missing(1), missing(1, 2), missing(1, 2, 3), missing(1, 2, 3, 4));
function all() {
  let sum = 0;
  for (let i = 0; i < arguments.length; i++) sum += arguments[i];
  return sum + "/" + arguments.length;
}
print(all(), all(1), all(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
function mapped(a, b) { arguments[0] = "changed"; b = "also"; return a + " " + arguments[1]; }
print(mapped(1, 2), mapped(1));
function rest(first, ...others) { return first + ":" + others.length + ":" + others[others.length - 1]; }
print(rest(1), rest(1, 2), rest(1, 2, 3, 4));
function recurseWithArguments(n) { return n === 0 ? arguments.length : recurseWithArguments(n - 1, n, n) + 1; }
print(recurseWithArguments(10, 1));
function sloppy() { return typeof this; }
function strict() { "use strict"; return typeof this; }
const holder = { sloppy, strict, value: 5, arrow() { return () => this.value; } };
for (let i = 0; i < 3; i++) print(sloppy(), strict(), holder.sloppy(), holder.strict(), holder.arrow()());
function Maker(x) { this.x = x; if (x > 2) return { x: "other" }; if (x > 1) return 7; }
for (let i = 0; i < 4; i++) print(new Maker(i).x);
function target() { return new.target === target; }
function constructs() { this.made = new.target === constructs; }
for (let i = 0; i < 3; i++) print(target(), new constructs().made);
class Base {
  constructor(v) { this.v = v; }
  get double() { return this.v * 2; }
  set double(d) { this.v = d / 2; }
  add(n) { return this.v + n; }
  static make(v) { return new this(v); }
}
class Derived extends Base {
  w = 10;
  constructor(v) { super(v); this.z = this.add(1); }
  add(n) { return super.add(n) + 100; }
}
let total = 0;
for (let i = 0; i < 30; i++) {
  const d = Derived.make(i);
  d.double = d.double + 2;
  total += d.add(i) + d.z + d.w;
}
print(total);
function call(f) { return f(3); }
const many = [x => x + 1, x => x * 2, function (x) { return x - 1; }, x => x ** 2, x => -x, x => "s" + x];
for (let round = 0; round < 3; round++) {
  let line = "";
  for (let i = 0; i < many.length; i++) line += call(many[i]) + " ";
  print(line);
}
for (let i = 0; i < 4; i++) {
  try { call(Base); } catch (e) { print(e.name, e.message); }
  try { call(i); } catch (e) { print(e.name, e.message); }
}
function deep(n) { return deep(n + 1) + 1; }
for (let i = 0; i < 2; i++) {
  try { deep(0); } catch (e) { print(e.name, e.message); }
}
function even(n) { return n === 0 ? true : odd(n - 1); }
function odd(n) { return n === 0 ? false : even(n - 1); }
print(even(1000), odd(1000), even(7));
