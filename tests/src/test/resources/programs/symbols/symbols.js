// Symbols: identity, description, as keys, well-known ones, what cannot be done with them.
const a = Symbol("d"), b = Symbol("d");
console.log(a === b, a === a, typeof a, a.toString(), a.description, Symbol().description, Symbol.for("x") === Symbol.for("x"), Symbol.keyFor(Symbol.for("x")), Symbol.keyFor(a), String(a), Object(a) == a, Object(a) === a, typeof Object(a));
const o = { [a]: 1, [b]: 2, plain: 3, get [Symbol.toStringTag]() { return "Tagged"; } };
console.log(o[a], o[b], Object.keys(o).join(), Object.getOwnPropertySymbols(o).length, JSON.stringify(o), a in o, String(o), Object.hasOwn(o, a));
o[a]++; delete o[b];
console.log(o[a], o[b], Object.getOwnPropertySymbols(o).length);
for (const bad of [() => new Symbol(), () => a + "", () => `${a}`, () => +a, () => a * 1, () => a < 1, () => Symbol.keyFor("x"), () => [a].join()]) { try { bad(); console.log("ok"); } catch (e) { console.log(e.name); } }
console.log(a == a, a == "d", !a, a ? 1 : 2, Boolean(a), [a].includes(a), new Map([[a, "m"]]).get(a), new Set([a, a, b]).size, a || 5, typeof (a && 6));
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
console.log(2 instanceof Even, 3 instanceof Even, Function.prototype[Symbol.hasInstance].call(Array, []));
const prim = { [Symbol.toPrimitive](h) { return h === "string" ? "str" : h === "number" ? 7 : "def"; } };
console.log(`${prim}`, +prim, prim + "", prim * 2, [prim] + "", prim == "def", Number(prim), String(prim), isNaN(prim), prim < 8);
try { +{ [Symbol.toPrimitive]: () => ({}) }; } catch (e) { console.log(e.name); }
try { +{ [Symbol.toPrimitive]: 5 }; } catch (e) { console.log(e.name); }
console.log(+{ [Symbol.toPrimitive]: undefined, valueOf: () => 3 });
class Sub extends Array { static get [Symbol.species]() { return Array; } }
console.log(new Sub(1, 2, 3).map((x) => x) instanceof Sub, new Sub(1, 2, 3).filter(() => true).constructor.name);
const spreadable = { length: 2, 0: "x", 1: "y", [Symbol.isConcatSpreadable]: true };
console.log([1].concat(spreadable).join(), [1].concat(Object.assign([2, 3], { [Symbol.isConcatSpreadable]: false })).length);
const fn = { [a]() {}, [Symbol()]() {}, get [b]() { return 1; } };
console.log(fn[a].name, fn[Object.getOwnPropertySymbols(fn)[1]].name === "", Object.getOwnPropertyDescriptor(fn, b).get.name);
class P { static [a] = "static"; [a] = "field"; [Symbol.iterator]() { return [1, 2][Symbol.iterator](); } }
console.log(P[a], new P()[a], [...new P()].join(), Symbol.iterator.toString(), Symbol.iterator.description);
let hot = 0;
const keys = [a, b, "s", 0, Symbol.iterator];
const bag = {};
for (let i = 0; i < 2500; i++) { const k = keys[i % 5]; bag[k] = (bag[k] || 0) + i; hot += bag[k] & 3; }
console.log(hot, bag[a], bag.s);
