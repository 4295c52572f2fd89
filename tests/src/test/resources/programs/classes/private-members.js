// Private fields, methods, accessors, static ones, brand checks.
class Account {
  #balance = 0;
  #log = [];
  static #count = 0;
  static #register(a) { Account.#count++; return a; }
  constructor(start) { this.#balance = start; Account.#register(this); }
  #note(what) { this.#log.push(what + this.#balance); return this; }
  get #double() { return this.#balance * 2; }
  set #double(v) { this.#balance = v / 2; }
  deposit(v) { this.#balance += v; return this.#note("+"); }
  twice() { this.#double = this.#double * 2; return this; }
  get history() { return this.#log.join(); }
  static isAccount(o) { return #balance in o; }
  static compare(a, b) { return a.#balance - b.#balance; }
  static get count() { return Account.#count; }
  bump() { return [this.#balance++, ++this.#balance, (this.#balance **= 2), this.#balance--].join(); }
  missing() { return this?.#balance ?? "none"; }
}
const a = new Account(10), b = new Account(4);
console.log(a.deposit(5).history, Account.compare(a, b), Account.count, Object.keys(a).length, JSON.stringify(a));
console.log(b.twice().bump(), Account.isAccount(a), Account.isAccount({}), a.missing());
for (const f of [() => a.deposit.call({}, 1), () => Account.isAccount(5), () => Account.prototype.twice.call(b.constructor)]) {
  try { f(); } catch (e) { console.log(e.name); }
}
class ReadOnly { #m() {} get #g() { return 1; } tryWrite() { try { this.#m = 1; } catch (e) { return e.name; } } tryGet() { try { this.#g = 1; } catch (e) { return e.name; } } }
console.log(new ReadOnly().tryWrite(), new ReadOnly().tryGet());
class Outer { #x = "outer"; make() { const o = this; return new (class { #x = "inner"; both() { return this.#x + o.#y(); } })(); } #y() { return this.#x; } }
try { console.log(new Outer().make().both()); } catch (e) { console.log(e.name); }
class Base { constructor(o) { return o; } }
class Stamp extends Base { #mark = 1; static has(o) { return #mark in o; } static bump(o) { return ++o.#mark; } }
const plain = {};
new Stamp(plain);
console.log(Stamp.has(plain), Stamp.bump(plain), Object.keys(plain).length);
try { new Stamp(plain); } catch (e) { console.log(e.name); }
const classes = [1, 2].map((n) => class { #v = n; static read(o) { return o.#v; } });
console.log(classes[0].read(new classes[0]()));
try { classes[0].read(new classes[1]()); } catch (e) { console.log(e.name); }
