// Getters and setters, instance and static, computed, inherited, overridden in halves.
class Temperature {
  #celsius = 0;
  get celsius() { return this.#celsius; }
  set celsius(v) { if (v < -273) throw new RangeError("too cold"); this.#celsius = v; }
  get fahrenheit() { return this.#celsius * 1.8 + 32; }
  set fahrenheit(f) { this.celsius = (f - 32) / 1.8; }
  static get zero() { return new Temperature(); }
  static #made = 0;
  static set made(v) { Temperature.#made = v; }
  static get made() { return Temperature.#made; }
}
const t = Temperature.zero;
t.fahrenheit = 212;
console.log(t.celsius, t.fahrenheit);
try { t.celsius = -300; } catch (e) { console.log(e.message, t.celsius); }
Temperature.made += 5;
console.log(Temperature.made, Object.keys(t).length);
const d = Object.getOwnPropertyDescriptor(Temperature.prototype, "celsius");
console.log(typeof d.get, typeof d.set, d.enumerable, d.configurable, d.get.name, d.set.name);
class Base { get v() { return "base get"; } set v(x) { this.stored = "base set " + x; } }
class OnlyGet extends Base { get v() { return "derived " + super.v; } }
class OnlySet extends Base { set v(x) { super.v = x + "!"; } }
const g = new OnlyGet();
try { (function () { "use strict"; g.v = 1; })(); } catch (e) { console.log(e.name); }
g.v = 2;
console.log(g.v, g.stored);
const s = new OnlySet();
s.v = 3;
console.log(s.v, s.stored);
const o = { get ["a" + 1]() { return "computed"; }, get 5() { return "five"; }, get "x y"() { return "xy"; }, get: 1, set: 2, get get() { return "gg"; } };
console.log(o.a1, o[5], o["x y"], o.get, o.set);
let reads = 0;
const counting = { get c() { return ++reads; } };
counting.c; counting["c"]; const { c } = counting;
console.log(c, reads);
class Hot { #v = 0; get v() { return this.#v; } set v(x) { this.#v = x | 0; } }
const h = new Hot();
for (let i = 0; i < 5000; i++) h.v += i;
console.log(h.v);
