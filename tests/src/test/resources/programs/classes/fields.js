// Public fields: order, this, initializers, computed names, inheritance, redefinition.
const log = [];
const t = (n, v) => { log.push(n); return v; };
class A {
  a = t("A.a", 1);
  b = this.a + 1;
  static s = t("A.s", 10);
  [t("key", "computed")] = t("A.computed", 3);
  arrow = () => this.a;
  nothing;
  "string key" = 1;
  7 = "seven";
  constructor() { t("A ctor"); this.c = this.b + 1; }
}
class B extends A {
  a = t("B.a", 100);
  d = super.toString === Object.prototype.toString;
  constructor() { t("B before"); super(); t("B after"); this.e = this.a; }
}
const b = new B();
console.log(log.join(" "));
console.log(Object.keys(b).join(), b.a, b.b, b.c, b.d, b.e, b.arrow(), b.nothing, b[7]);
console.log(A.s, B.s, Object.hasOwn(B, "s"), "nothing" in b);
class Setter { set v(x) { log.push("setter"); } }
class Defines extends Setter { v = 5; }
const d = new Defines();
console.log(d.v, log.includes("setter"), Object.getOwnPropertyDescriptor(d, "v").writable);
class Static { static a = 1; static b = Static.a + this.a; static { this.c = this.b * 2; } static c2 = this.c + 1; static m = () => this.a; }
console.log(Static.b, Static.c, Static.c2, Static.m(), Object.keys(Static).join());
class Names { f = function () {}; g = () => {}; h = class {}; static i = () => {}; }
const n = new Names();
console.log(n.f.name, n.g.name, n.h.name, Names.i.name);
class Counter { static count = 0; id = ++Counter.count; }
new Counter(); new Counter();
console.log(new Counter().id, Counter.count);
function make(v) { return class { value = v; get() { return v + this.value; } }; }
console.log(new (make(1))().get(), new (make(2))().get());
class Lazy { list = []; obj = {}; }
console.log(new Lazy().list === new Lazy().list);
let sum = 0;
for (let i = 0; i < 2000; i++) { const q = new B(); sum += q.a + q.b + q.c; }
console.log(sum, log.length);
