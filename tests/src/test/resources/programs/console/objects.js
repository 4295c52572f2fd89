// console.log of objects: nesting limit, quoting of keys, accessors, functions, circles, null prototypes.
console.log({}, { a: 1 }, { a: 1, b: "two", c: null, d: undefined, e: true });
console.log({ "quoted-key": 1, valid_key: 2, 3: "three", "with space": 4, $d: 5, "": 6 });
console.log({ a: { b: { c: { d: 1 } } } }, { a: { b: { c: {} } } }, { a: { b: { c: [] } } });
console.log({ f() {}, g: () => 1, h: function named() {}, C: class {}, D: class E {}, F: class extends Object {} });
console.log({ get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} });
console.log({ [Symbol("s")]: 1, [Symbol.iterator]: 2, plain: 3 });
const circular = { name: "circle" };
circular.self = circular;
circular.list = [circular, { inner: circular }];
console.log(circular);
console.log(Object.create(null), Object.create({ inherited: 1 }), Object.assign(Object.create(null), { a: 1 }));
console.log({ long1: "some rather long string value", long2: "another rather long string value", long3: "third" });
console.log({ arr: [1, 2, 3], obj: { x: 1, y: { z: 2 } }, nested: [[1, [2, [3, [4]]]]] });
console.log({ neg: -0, big: 1e21, s: "it's", d: 'a "q"', u: undefined });
console.log(function f() {}, () => 1, class A {}, class B extends Array {}, Math.max, (0, () => 1));
console.log(Object.assign(function withProps() {}, { a: 1, b: [2] }));
