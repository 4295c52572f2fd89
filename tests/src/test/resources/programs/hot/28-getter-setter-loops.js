// Accessors in hot loops: inlined getters, setters with effects, accessors replaced by data and back.
class Temp { #c = 0; writes = 0; get c() { return this.#c; } set c(v) { this.writes++; this.#c = v; } get f() { return this.c * 1.8 + 32; } set f(v) { this.c = (v - 32) / 1.8; } }
function heat(t, n) { for (let i = 0; i < n; i++) { t.c += 1; if (i % 10 === 0) t.f -= 1.8; } return t; }
const t = heat(new Temp(), 1500);
console.log(t.c.toFixed(6), t.writes, t.f.toFixed(3));
const o = { v: 1 };
function sum(n) { let s = 0; for (let i = 0; i < n; i++) s += o.v; return s; }
const results = [sum(800)];
Object.defineProperty(o, "v", { get() { return 2; }, configurable: true });
results.push(sum(800));
Object.defineProperty(o, "v", { get() { return this.k ?? 3; }, configurable: true });
results.push(sum(800));
o.k = 0.5;
results.push(sum(800));
Object.defineProperty(o, "v", { value: 4, writable: true, configurable: true });
results.push(sum(800));
delete o.v;
results.push(sum(800));
console.log(results.join());
let reads = 0;
const proto = { get lazy() { reads++; const v = this.base * 2; Object.defineProperty(this, "lazy", { value: v, writable: true, configurable: true }); return v; } };
let l = 0;
for (let i = 0; i < 600; i++) { const x = Object.create(proto); x.base = i; l += x.lazy + x.lazy; }
console.log(l, reads);
const list = [{ get a() { return 1; } }, { a: 2 }, Object.create({ a: 3 }), class { static a = 4; }, Object.create({ get a() { return this.b; } }, { b: { value: 5 } })];
let m = 0;
for (let i = 0; i < 2000; i++) m += list[i % list.length].a;
console.log(m);
class Base { get kind() { return "b"; } } class Derived extends Base { get kind() { return super.kind + "d"; } }
let k = "";
for (let i = 0; i < 1000; i++) k = (i % 2 ? new Base() : new Derived()).kind + k.slice(0, 6);
console.log(k);
