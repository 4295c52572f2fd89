// Mixins, delegation, abstract methods, comparison operators via valueOf, chained setters.
const Comparable = (B) => class extends B { lessThan(o) { return this.compareTo(o) < 0; } max(o) { return this.lessThan(o) ? o : this; } };
const Printable = (B) => class extends B { print() { return `<${this.constructor.name} ${this}>`; } };
class Money { constructor(c) { this.cents = c; } valueOf() { return this.cents; } toString() { return (this.cents / 100).toFixed(2); } compareTo(o) { return this.cents - o.cents; } static of(s) { return new this(Math.round(parseFloat(s) * 100)); } }
class Price extends Printable(Comparable(Money)) {}
const a = Price.of("12.34"), b = Price.of("5");
console.log(a.print(), a.max(b).print(), a < b, a > b, a + b, `${a}`, a == 1234, [b, a].sort((x, y) => x - y).join(), Math.max(a, b), a - b);
class Logger { constructor(inner) { this.inner = inner; this.calls = []; for (const k of Object.getOwnPropertyNames(Object.getPrototypeOf(inner))) if (k !== "constructor") this[k] = (...args) => { this.calls.push(k); return this.inner[k](...args); }; } }
class Calc { add(x, y) { return x + y; } mul(x, y) { return x * y; } }
const l = new Logger(new Calc());
console.log(l.add(1, 2), l.mul(3, 4), l.calls.join());
class Builder { #parts = []; with(k, v) { this.#parts.push(`${k}=${v}`); return this; } when(c, f) { return c ? f(this) : this; } build() { return this.#parts.join("&"); } }
console.log(new Builder().with("a", 1).when(true, (x) => x.with("b", 2)).when(false, (x) => x.with("c", 3)).with("d", 4).build());
class Abstract { area() { throw new Error(this.constructor.name + " has no area"); } get info() { return this.area().toFixed(1); } }
class Disc extends Abstract { constructor(r) { super(); this.r = r; } area() { return 3.14159 * this.r ** 2; } }
class Blob extends Abstract {}
console.log(new Disc(2).info);
try { new Blob().info; } catch (e) { console.log(e.message); }
let sum = 0;
for (let i = 0; i < 1500; i++) { const p = new Price(i), q = new Price(1500 - i); sum += p.max(q).cents + (p < q ? 1 : 0); }
console.log(sum);
