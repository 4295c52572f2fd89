// Static methods, blocks, inheritance of statics, this in statics.
class Registry {
  static items = new Map();
  static add(k, v) { this.items.set(k, v); return this; }
  static get size() { return this.items.size; }
  static { this.add("initial", 0); }
  static #secret = 5;
  static { const s = Registry.#secret; this.fromBlock = s * 2; var local = 1; this.local = local; }
}
class Sub extends Registry { static items = new Map(); static extra() { return super.add("extra", 1).size; } }
console.log(Registry.size, Registry.add("b", 1).size, Sub.size, Sub.extra(), Registry.size, Sub.fromBlock, Registry.local);
console.log(Object.getOwnPropertyNames(Registry).join(), Object.keys(Registry).join());
class Chain { static a() { return "a"; } static b() { return this.a() + Chain.a(); } }
class Over extends Chain { static a() { return "A" + super.a(); } }
console.log(Over.b(), Chain.b());
console.log((class { static name = "own name"; }).name, (class { static name() { return 1; } }).name());
try { (class { static ["proto" + "type"]() {} }); console.log("no error"); } catch (e) { console.log(e.name); }
