// What console.log makes of everything: nesting, line widths, classes, circles, accessors, symbols, holes, long things.
class Point { constructor(x, y) { this.x = x; this.y = y; } get length() { return Math.hypot(this.x, this.y); } }
class Named { #secret = 1; static kind = 'n'; get [Symbol.toStringTag]() { return 'Tagged'; } }
class Sub extends Map { extra = true; }
const circle = { name: 'c', list: [] }; circle.self = circle; circle.list.push(circle, { back: circle.list });
console.log(new Point(3, 4), new Named(), new Sub([[1, { a: 1 }]]), [new Point(1, 2), new Point(3, 4)], Point, Named, class {}, class extends Point {});
console.log(circle); console.log({ a: { b: { c: { d: 1 } } }, f() {}, g: () => {}, h: class A {}, async i() {}, *j() {}, [Symbol('s')]: Symbol.iterator, 'a-b': 1, 3: 'three', get k() { return 1; }, set k(v) {}, get l() { return 1; }, set m(v) {}, undefined: undefined, null: null });
console.log([1, , 3], [, ,], Object.assign([1, 2], { extra: 'x' }), new Array(5), [undefined, null, NaN, -0, 0, 1e21, 1n], [[[[1]]]], [[], {}], Array.from({ length: 120 }, (_, i) => i));
console.log(Array.from({ length: 30 }, (_, i) => 'item' + i), Array.from({ length: 8 }, (_, i) => 'x'.repeat(i * 3)), Array.from({ length: 27 }, (_, i) => (i % 2 ? i : 'abc' + i)), Array.from({ length: 10 }, (_, i) => ({ i })));
console.log(new Map([['a', 1], [{ k: 1 }, [1, 2]], [new Map([[1, 2]]), new Set([new Set([1])])]]), new Set(['a', { b: 1 }, [1]]), new Map(), new Set(), new WeakMap(), new WeakSet(), new Map([['a', new Map([['b', new Map([['c', 1]])]])]]));
console.log('top', ['in "array"', "it's", `both ' and "`, 'new\nline', 'tab\t', '\u0001\u007f', 'é日本😀'], { s: 'str', long: 'y'.repeat(100), multi: 'line one\nline two is a bit longer than it\nthree' });
console.log([new Date(0), new Date(NaN), /re+/gi, new Error('e').message, Object(1), Object('s'), Object(true), Object(Symbol('q')), Object(5n), new Number(-0)], [function named() {}, function () {}, Math.max, Symbol('d'), Symbol()]);
console.log(new Uint8Array([1, 2, 300]), new Float64Array(3), new BigInt64Array(2), new ArrayBuffer(10), new DataView(new ArrayBuffer(2)), new Uint8Array(0), [new Int16Array(2)]);
console.log(Object.create(null), Object.create({ inherited: 1 }), Object.create(Point.prototype), Object.assign(Object.create(null), { a: 1 }), Object.setPrototypeOf({ z: 1 }, null), new (class Foo { constructor() { this.bar = { baz: { qux: 1 } }; } })(), (function () { return arguments; })(1, 'two'));
console.log({ a: 'x'.repeat(20), b: 'y'.repeat(20), c: 'z'.repeat(20) }); console.log({ a: 'x'.repeat(22), b: 'y'.repeat(22), c: 'z'.repeat(22) }); console.log({ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 }); console.log([{ a: 1, b: { c: {} } }, [['deep', ['deeper', ['deepest']]]]]);
console.log([].keys(), 'ab'[Symbol.iterator](), (function* () {})(), Object.prototype, [Promise, Proxy], globalThis === this);
console.log(new Proxy({ a: 1 }, {}), new Proxy([1], {}), new Proxy(() => {}, {}), Object.freeze([1]), Object.seal({ b: 2 }), { __proto__: null, x: 1 }, { ['__proto__']: 1 }, { constructor: 'odd' }, { toString: null });
const fn = Object.assign(function withProps() {}, { a: 1, b: { c: 2 } }); console.log(fn, { fn }, [fn], Object.assign(() => {}, { x: 1 }), Object.assign([1, 2, 3], { '-1': 'neg', foo: 'bar' }), Object.defineProperty({ v: 1 }, 'hidden', { value: 2, enumerable: false }));
