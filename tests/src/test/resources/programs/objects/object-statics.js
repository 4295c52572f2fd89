// Object.keys, values, entries, assign, fromEntries, is, groupBy-like use, own property names.
console.log(Object.entries({ a: 1, b: [2] }).map(([k, v]) => k + "=" + v).join("&"));
console.log(JSON.stringify(Object.fromEntries([["x", 1], ["y", 2], ["x", 3]])), JSON.stringify(Object.fromEntries(new Map([["m", 1]]))));
console.log(JSON.stringify(Object.assign({ a: 1 }, { b: 2 }, null, undefined, "hi", [9], 5, { a: 3 })));
const target = {};
console.log(Object.assign(target, { x: 1 }) === target, Object.values("ab").join(), Object.entries([7, 8]).join(";"));
console.log(Object.is(0, -0), Object.is(NaN, NaN), Object.is("a", "a"), Object.is({}, {}));
console.log(Object.getOwnPropertyNames(class { static m() {} }).join(), Object.getOwnPropertyNames(() => 1).join());
console.log(typeof Object(1), Object("s").length, Object(null) instanceof Object, Object(target) === target, new Object(5) + 1);
console.log(Object.keys(Object.create({ inherited: 1 }, { own: { enumerable: true, value: 1 }, hid: { value: 2 } })).join());
console.log({}.toString(), [].toString(), (() => 1).toString(), Object.prototype.toString.call([]), Object.prototype.toString.call(null));
for (const v of [undefined, 1, "s", true, {}, [], () => 1, new Map(), new Set(), Symbol("x"), JSON, Math, (function () { return arguments; })(), new Error(), new Number(1), new Uint8Array(1)]) {
  console.log(Object.prototype.toString.call(v));
}
console.log(Object.prototype.toString.call({ [Symbol.toStringTag]: "Custom" }), `${{ [Symbol.toStringTag]: "T" }}`);
for (const bad of [() => Object.keys(null), () => Object.assign(undefined), () => Object.fromEntries(5), () => Object.defineProperty(1, "x", {}), () => Object.entries(undefined)]) {
  try { bad(); console.log("ok"); } catch (e) { console.log(e.name); }
}
console.log(Object.keys(5).length, Object.getOwnPropertyDescriptor("abc", 1).value, Object.getOwnPropertyDescriptor([1], "length").enumerable);
console.log(Object.hasOwn({ a: 1 }, "a"), Object.hasOwn([1], 0), Object.hasOwn("abc", "length"), ({}).valueOf() instanceof Object, ({ a: 1 }).toLocaleString());
