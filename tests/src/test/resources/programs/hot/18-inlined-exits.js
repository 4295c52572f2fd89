// Exits inside inlined callees, constructors, getters, apply and spread: receiver, argument count, new.target.
class V { constructor(x, y) { this.x = x; this.y = y; this.target = new.target.name; } get sum() { return this.x + this.y; } plus(o) { return new V(this.x + o.x, this.y + o.y); } }
class W extends V { constructor(x) { super(x, x + 1); this.w = 1; } get sum() { return super.sum + "w"; } }
function use(a, b) { return a.plus(b).sum; }
let s = 0;
for (let i = 0; i < 2000; i++) s += use(new V(i, 1), new V(2, i));
console.log(s, use(new V("a", 1), new V(2, 0.5)), use(new W(1), new V(1, 1)), new W(5).sum, new W("q").sum, new W(1).target);
function argc() { return arguments.length + (new.target ? 1000 : 0); }
function caller(i) { return i % 3 === 0 ? argc() : i % 3 === 1 ? argc(1, 2) : argc(...[1, 2, 3]); }
let t = 0;
for (let i = 0; i < 1500; i++) t += caller(i);
console.log(t, new argc() instanceof argc);
function inner(a, b, c) { return (a | 0) + (b === undefined ? 100 : b) + (c === undefined ? 1000 : c); }
function outer(x) { return inner(x) + inner(x, 1) + inner(x, 1, 2) + inner(x, 1, 2, 3); }
let u = 0;
for (let i = 0; i < 1500; i++) u += outer(i);
console.log(u, outer("7"), outer(null), inner.apply(null, [1, "s"]), inner.call(5, 1, 0.5, {}));
function deep1(x) { return deep2(x + 1) + 1; }
function deep2(x) { return deep3(x * 2) - 1; }
function deep3(x) { return x + 3; }
let d = 0;
for (let i = 0; i < 2500; i++) d += deep1(i);
console.log(d, deep1("s"), deep1(0.25), deep1(2147483647), deep1(undefined), deep1({ valueOf: () => 4 }));
const o = { k: 5, m(x) { return this.k + x; }, get g() { return this.m(1); } };
function viaApply(o, args) { return o.m.apply(o, args) + o.m.call(o, args[0]) + o.g; }
let a = 0;
for (let i = 0; i < 1500; i++) a += viaApply(o, [i]);
o.k = "K";
console.log(a, viaApply(o, [1]), viaApply({ k: 1, m: o.m, g: 0 }, ["z"]));
const nums = [1, 2, 3];
function reduceAll(f) { return nums.map(f).reduce((p, c) => p + c); }
let r = 0;
for (let i = 0; i < 400; i++) r += reduceAll((x) => x * i);
console.log(r, reduceAll((x) => "s" + x), reduceAll((x) => x / 3));
function recur(n, x) { return n === 0 ? x + 1 : recur(n - 1, x) + 1; }
let q = 0;
for (let i = 0; i < 300; i++) q += recur(10, i);
console.log(q, recur(10, "deep"), recur(3, 0.5));
