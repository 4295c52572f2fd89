// Spread in arrays, calls, new and objects; order, holes, iterables, getters.
const a = [1, 2], b = [3];
console.log([...a, ...b, ...[], ..."xy", ...new Set([9, 9, 8])].join(), [...[1, , 3]].length, 1 in [...[1, , 3]], Math.max(...a, ...b, 0), [...a.entries()].join("|"));
const f = (...args) => args.length + ":" + args.join();
console.log(f(...a, 0, ...b), f(...[]), f(...[undefined, null]), f(...a.map((x) => x * 2)), f(...[, 1]));
class P { constructor(...v) { this.v = v.join("-"); } }
console.log(new P(...a, 3, ...b).v, new P().v === "", new (class extends P { constructor(...x) { super(...x, "end"); } })(...a).v);
const o1 = { a: 1, b: { deep: 1 } };
const o2 = { ...o1, a: 2, get g() { return "got"; }, ...{ c: 3 }, ...[10], ..."s", ...5, ...null, ...true, ...(() => 1) };
console.log(JSON.stringify(o2), o2.b === o1.b);
const o3 = { ...o2, g: undefined, ...{ g: "over" } };
console.log(o3.g, Object.getOwnPropertyDescriptor(o3, "g").value);
const hidden = Object.defineProperty(Object.create({ inherited: 1 }), "non", { value: 1, enumerable: false });
hidden.own = 2;
hidden[Symbol.iterator] = 5;
const copy = { ...hidden };
console.log(Object.keys(copy).join(), copy.non, copy.inherited, copy[Symbol.iterator]);
const setterTarget = { set v(x) { throw new Error("must not run"); }, ...{ v: 1 } };
console.log(setterTarget.v);
const order = [];
const it = (name, n) => ({ [Symbol.iterator]() { order.push(name); let i = 0; return { next: () => ({ done: i >= n, value: name + i++ }) }; } });
console.log([...it("x", 2), ...it("y", 3)].join(), order.join());
const o = { m(...args) { return this === o && args.join(); } };
console.log(o.m(...a), o["m"](...b), o?.m(...a), (0, o.m).call(o, ...a));
for (const bad of [() => [...5], () => f(...undefined), () => [...{}], () => f(...null), () => new P(...1)]) { try { bad(); } catch (e) { console.log(e.name); } }
let total = 0;
const add3 = (x, y, z = 100) => x + y + z;
for (let i = 0; i < 1500; i++) { const args = i % 3 === 0 ? [1, 2] : i % 3 === 1 ? [i, 1, 1] : [i, i, i, i]; total += add3(...args) + [...args, i].length; }
console.log(total);
Array.prototype.extra = "not spread";
console.log([...a].length, { ...a }[1]);
delete Array.prototype.extra;
