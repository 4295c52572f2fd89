// Default values: order, scope, undefined, laziness, length.
let calls = 0;
const next = () => ++calls;
function f(a, b = a + 1, c = next(), d = () => a + b + c) { return [a, b, c, d()].join(); }
console.log(f(1), f(1, 5), f(1, undefined, null), f(1, 2, 3, () => "d"), calls);
console.log(f.length, ((a, b) => 0).length, ((a, b = 1, c) => 0).length, ((...r) => 0).length, (({ a }, [b]) => 0).length);
function g(x, y = () => (x = 50)) { y(); return x; }
console.log(g(1));
function h(x, y = () => x) { var x; const before = x; x = 2; return [before, x, y()].join(); }
console.log(h(1));
function args(a, b = 2) { arguments[0] = 9; return [a, b, arguments.length].join(); }
console.log(args(1), args(1, 3));
const deep = ({ a = 1, b: { c = 2, ...rest } = {} } = {}, [d = 3, ...e] = [], ...more) => JSON.stringify([a, c, rest, d, e, more]);
console.log(deep(), deep({ a: 5, b: { c: 6, x: 7, y: 8 } }, [9, 10, 11], 12, 13));
function self(n = self.length) { return n; }
console.log(self(), self(4));
function thisDefault(x = this.v) { return x; }
console.log(thisDefault.call({ v: 8 }), thisDefault.call({ v: 8 }, 1));
const shadow = (undefinedHere, x = typeof undefinedHere) => x;
console.log(shadow(), shadow(null));
let hot = 0;
function many(a, b = 10, c = a * b) { return a + b + c; }
for (let i = 0; i < 2000; i++) hot += i % 3 === 0 ? many(i) : i % 3 === 1 ? many(i, 2) : many(i, 2, 3);
console.log(hot);
