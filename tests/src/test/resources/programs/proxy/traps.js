// Every trap, in the order in which operations reach it, hot enough for every tier.
const log = [];
const handler = {};
for (const trap of Object.getOwnPropertyNames(Reflect)) {
  handler[trap] = (...args) => {
    const key = typeof args[1] === "string" || typeof args[1] === "symbol" ? `(${String(args[1])})` : "";
    log.push(trap + key);
    return Reflect[trap](...args);
  };
}

function traced(what, action) {
  log.length = 0;
  const result = action();
  console.log(what + ":", typeof result === "object" ? JSON.stringify(result) : result, "<-", log.join(" "));
}

const object = new Proxy({ a: 1, get b() { return this.a + 1; }, 7: "seven", [Symbol.iterator]: 0 }, handler);
traced("get", () => object.a + object.b + object[7]);
traced("set", () => { object.a = 5; object[8] = "eight"; return object.a; });
traced("has", () => "a" in object && !("zz" in object) && Reflect.has(object, 7));
traced("delete", () => delete object[8]);
traced("keys", () => Object.keys(object));
traced("entries", () => Object.entries(object));
traced("names", () => Object.getOwnPropertyNames(object));
traced("symbols", () => Object.getOwnPropertySymbols(object).length);
traced("for-in", () => { const seen = []; for (const key in object) seen.push(key); return seen; });
traced("for-in below", () => { const seen = []; for (const key in Object.create(object, { own: { enumerable: true } })) seen.push(key); return seen; });
traced("descriptor", () => Object.getOwnPropertyDescriptor(object, "a"));
traced("define", () => Object.defineProperty(object, "c", { value: 3, configurable: true }) === object);
traced("prototype", () => Object.getPrototypeOf(object) === Object.prototype && object instanceof Object);
traced("set prototype", () => Object.setPrototypeOf(object, null) === object);
traced("spread", () => ({ ...object }));
traced("assign", () => Object.assign({}, object));
traced("json", () => JSON.stringify(object));
traced("isExtensible", () => Object.isExtensible(object));
traced("freeze", () => Object.isFrozen(Object.freeze(object)));

const list = new Proxy([3, 1, 2], handler);
traced("array", () => Array.isArray(list) && Object.prototype.toString.call(list));
traced("push", () => list.push(9));
traced("reverse", () => list.reverse().join());
traced("map", () => list.map((x) => x * 2));
traced("destructure", () => { const [x, ...rest] = list; return [x, rest]; });
traced("concat", () => [0].concat(list));

function target(a, b) { return new.target ? { made: [a, b] } : [this === undefined ? "none" : this.name, a, b]; }
const callable = new Proxy(target, handler);
traced("call", () => callable.call({ name: "me" }, 1, 2));
traced("new", () => new callable(1, 2));
traced("bound", () => callable.bind({ name: "bound" }, 1)(2));
traced("Reflect.construct", () => Reflect.construct(callable, [1], Array).made);

// Inherited: a proxy as prototype sees what its heirs lack.
const below = Object.create(new Proxy({}, { get: (t, key) => "from proxy: " + String(key), has: (t, key) => key === "there", set(t, key, value, receiver) { return Reflect.defineProperty(receiver, key, { value: value * 2, writable: true, enumerable: true, configurable: true }); } }));
below.own = 4;
below.own2 = 1;
console.log(below.own, below.other, "there" in below, "not" in below, Object.keys(below));

// Hot: the same access meets plain objects first, then a proxy, then an heir of one.
function read(o) { return o.x; }
function write(o, v) { o.x = v; return o.x; }
function call(f) { return f(2); }
let sum = 0;
const plain = { x: 1 };
const counting = { gets: 0, sets: 0 };
const watched = new Proxy({ x: 10 }, { get(t, key, r) { counting.gets++; return Reflect.get(t, key, r); }, set(t, key, v, r) { counting.sets++; return Reflect.set(t, key, v, r); } });
const heir = Object.create(watched);
const double = new Proxy((x) => x * 2, {});
for (let i = 0; i < 3000; i++) {
  const o = i % 7 === 0 ? watched : i % 11 === 0 ? heir : plain;
  sum += read(o) + write(o, i % 5) + call(i % 13 === 0 ? double : (x) => x);
}
console.log(sum, counting.gets, counting.sets, Object.keys(heir));

// Classes over proxies; private names live on the proxy itself.
class Base { constructor() { return new Proxy(this, {}); } }
class Hidden extends Base { #secret = 42; static read(o) { return #secret in o ? o.#secret : "none"; } }
const hidden = new Hidden();
console.log(Hidden.read(hidden), Hidden.read({}), Hidden.read(new Proxy(hidden, {})));
const Parent = new Proxy(class { constructor(x) { this.x = x; } static hello() { return "hello " + this.name; } }, {});
class Child extends Parent { constructor() { super(7); } }
console.log(new Child().x, Child.hello(), new Child() instanceof Parent);

function attempt(what, action) {
  try { console.log(what, action()); } catch (error) { console.log(what, error.name + ": " + error.message); }
}
const { proxy: gone, revoke } = Proxy.revocable(function () {}, {});
revoke();
revoke();
attempt("revoked get", () => gone.x);
attempt("revoked call", () => gone());
attempt("revoked isArray", () => Array.isArray(gone));
console.log(typeof gone);
const fixed = Object.freeze({ f: 1 });
const lying = (traps) => new Proxy(fixed, traps);
attempt("get lies", () => lying({ get: () => 2 }).f);
attempt("has lies", () => "f" in lying({ has: () => false }));
attempt("delete lies", () => delete lying({ deleteProperty: () => true }).f);
attempt("keys lie", () => Object.keys(lying({ ownKeys: () => [] })));
attempt("extra keys", () => Object.keys(lying({ ownKeys: () => ["f", "g"] })));
attempt("set lies", () => Reflect.set(lying({ set: () => true }), "f", 3));
attempt("prototype lies", () => Object.getPrototypeOf(lying({ getPrototypeOf: () => null })));
attempt("extensible lies", () => Object.isExtensible(lying({ isExtensible: () => true })));
attempt("descriptor lies", () => Object.getOwnPropertyDescriptor(lying({ getOwnPropertyDescriptor: () => undefined }), "f"));
attempt("define refused", () => Object.defineProperty(new Proxy({}, { defineProperty: () => false }), "x", {}));
attempt("strict set refused", () => { "use strict"; new Proxy({}, { set: () => false }).x = 1; });
attempt("no function", () => new Proxy({}, { get: 1 }).x);
attempt("new without object", () => new (new Proxy(class {}, { construct: () => 1 }))());
attempt("no target", () => new Proxy(1, {}));
let nested = {};
for (let i = 0; i < 200; i++) nested = new Proxy(nested, {});
nested.deep = "yes";
console.log(nested.deep, Object.keys(nested));
let loop = new Proxy({}, {});
Object.setPrototypeOf(loop, loop);
attempt("endless", () => loop.anything);
