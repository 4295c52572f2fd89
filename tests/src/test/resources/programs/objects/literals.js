// Everything an object literal can hold.
const x = 1, y = 2, key = "dyn";
const sym = Symbol("s");
const proto = { inherited: "yes" };
const o = {
  x, y,
  "string-key": 3,
  4: "four", 0x10: "sixteen", 1e3: "thousand", .5: "half",
  [key + "amic"]: 5, [sym]: 6, [1 + 1]: "two",
  method() { return this.x; }, get acc() { return this.y; }, set acc(v) { this.y = v; },
  arrow: () => x, fn: function () { return "fn"; }, fnNamed: function other() {}, cls: class {},
  __proto__: proto,
  ...{ spread: 1, x: 10 },
  ...null, ...undefined, ..."hi", ...[7],
  trailing: 1,
};
console.log(Object.keys(o).join(), o.x, o.method(), o.inherited, o[sym], Object.getPrototypeOf(o) === proto);
o.acc = 20;
console.log(o.acc, o.method.name, o.arrow.name, o.fn.name, o.fnNamed.name, o.cls.name);
console.log({ a: 1, a: 2 }.a, { ["__proto__"]: 5 }.__proto__, Object.keys({ ["__proto__"]: 5 }).join(), Object.keys({ __proto__: null }).length);
const __proto__ = "shorthand";
console.log(Object.hasOwn({ __proto__ }, "__proto__"), { __proto__: 5 } instanceof Object, "toString" in { __proto__: null });
