// Classes of today: mixins, private methods and accessors, static blocks, computed members, species, brand checks, Symbol hooks.
const Comparable = (Base) => class extends Base { compareTo(o) { return this.value - o.value; } static max(...xs) { return xs.reduce((a, b) => (a.compareTo(b) >= 0 ? a : b)); } };
const Serializable = (Base) => class extends Base { toJSON() { return { type: this.constructor.name, ...this.fields?.() }; } static revive(o) { return new this(o.value); } };
const Counted = (Base) => { let count = 0; return class extends Base { constructor(...args) { super(...args); count++; } static get count() { return count; } }; };
class Value { constructor(value) { this.value = value; } fields() { return { value: this.value }; } }
class Money extends Counted(Comparable(Serializable(Value))) {
  static #rates = new Map(); static currencies; #currency = 'EUR';
  static { for (const [k, v] of [['EUR', 1], ['USD', 0.9], ['GBP', 1.2]]) this.#rates.set(k, v); Money.currencies = [...this.#rates.keys()]; }
  static of(value, currency) { const m = new Money(value); m.#currency = currency; return m; }
  static isMoney(x) { return typeof x === 'object' && x !== null && #currency in x; }
  get #euros() { return this.value * Money.#rates.get(this.#currency); }
  set #euros(e) { this.value = e / Money.#rates.get(this.#currency); }
  #format(digits) { return this.value.toFixed(digits) + ' ' + this.#currency; }
  compareTo(o) { return this.#euros - o.#euros; }
  add(o) { const m = Money.of(0, this.#currency); m.#euros = this.#euros + o.#euros; return m; }
  fields() { return { ...super.fields(), currency: this.#currency }; }
  toString() { return this.#format(2); }
  [Symbol.toPrimitive](hint) { return hint === 'number' ? this.#euros : this.toString(); }
  static [Symbol.hasInstance](x) { return Money.isMoney(x); }
}
const a = Money.of(10, 'EUR'), b = Money.of(10, 'USD'), c = Money.of(8, 'GBP');
console.log(`${a.add(b)} ${Money.max(a, b, c)} ${+c} ${a > b}`, JSON.stringify([a, b]), Money.count, Money.currencies);
console.log(a instanceof Money, {} instanceof Money, Money.isMoney(Object.create(a)), Money.revive({ value: 3 }) + '', Object.keys(a), a);
try { Money.prototype.add.call({ value: 1 }, a); } catch (e) { console.log(e.constructor.name, e.message.includes('private')); }
class Stack extends Array {
  static get [Symbol.species]() { return Array; }
  get top() { return this.at(-1); }
  push(...xs) { super.push(...xs); return this; }
  *[Symbol.iterator]() { for (let i = this.length - 1; i >= 0; i--) yield this[i]; }
}
const s = new Stack().push(1, 2, 3);
console.log(s, [...s], s.map((x) => x * 2) instanceof Stack, s.length, s.top, Stack.from('ab'), Array.isArray(s));
const key = 'dyn' + 1;
class Odd {
  [key] = 1; static ['s' + key] = 2; 'quoted name' = 3; 42 = 'answer'; #p = this[key] + 1; arrow = () => this.#p; static async *[Symbol.asyncIterator]() { yield 1; }
  get [`${key}Twice`]() { return this[key] * 2; } set [`${key}Twice`](v) { this[key] = v / 2; } static #count = 0; static next() { return ++Odd.#count; } accessor = 'just a name';
}
const odd = new Odd();
odd.dyn1Twice = 10;
console.log(odd, odd.arrow.call(null), Odd.sdyn1, Odd.next() + Odd.next(), odd.dyn1Twice, Reflect.ownKeys(Odd.prototype), Object.getOwnPropertyNames(Odd));
class Temperature {
  static #instances = new WeakSet(); #celsius;
  constructor(c) { this.#celsius = c; Temperature.#instances.add(this); }
  static check(t) { return Temperature.#instances.has(t); }
  get fahrenheit() { return this.#celsius * 1.8 + 32; } set fahrenheit(f) { this.#celsius = (f - 32) / 1.8; }
  static compare = (x, y) => x.#celsius - y.#celsius; equals(o) { return #celsius in o && this.#celsius === o.#celsius; }
}
const ts = [30, -5, 12].map((c) => new Temperature(c));
ts[1].fahrenheit = 212;
console.log(ts.sort(Temperature.compare).map((t) => t.fahrenheit), ts[0].equals(new Temperature(12)), ts[0].equals({}), Temperature.check(ts[0]), Temperature.check({}));
class Base { constructor() { this.init(); } init() { this.log = ['base']; } } class Derived extends Base { field = 'set after'; init() { super.init(); this.log.push('derived', this.field); } }
console.log(new Derived(), class { static x = this.name; }.x, new (class Named { static n = Named.name; v = new.target; })());
abstractCheck: { class Shape { constructor() { if (new.target === Shape) throw new TypeError('abstract'); } area() { return 0; } } class Sq extends Shape { area() { return super.area() + 4; } } try { new Shape(); } catch (e) { console.log(e.message, new Sq().area(), Reflect.construct(Shape, [], Sq) instanceof Sq); break abstractCheck; } }
