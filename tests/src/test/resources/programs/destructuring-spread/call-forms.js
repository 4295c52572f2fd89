// Calls with spread, defaults, rest, arguments objects and too few or too many arguments, hot.
function f(a, b = a * 2, ...c) { return a + b + c.length * 100 + arguments.length * 1000; }
const args = [[1], [1, 2], [1, 2, 3], [1, undefined, 3, 4], []];
let s = 0;
for (let i = 0; i < 1500; i++) { const r = f(...args[i % 5]); s += r === r ? r : 1; }
console.log(s, f(1), f(1, 2, 3, 4, 5));
const forward = (g) => (...xs) => g(...xs, "extra");
let t = 0;
for (let i = 0; i < 800; i++) t += forward((a, b, c) => (c === "extra" ? 1 : b === "extra" ? 10 : 100))(...(i % 2 ? [1] : [1, 2]));
console.log(t);
class A { constructor(...xs) { this.n = xs.length; this.sum = xs.reduce((p, c) => p + c, 0); } }
class B extends A { constructor(x, ...ys) { super(...ys, x, ...ys); } }
let u = 0;
for (let i = 0; i < 600; i++) { const o = new B(...[i, 1, 2].slice(i % 3)); u += o.n * 10 + (o.sum || 0); }
console.log(u, new A(...new Set([1, 2, 2])).n);
const o = { k: 3, m(...xs) { return xs.map((x) => x * this.k).join(); } };
console.log(o.m(...[1, 2], ...[3]), o.m.apply(o, [4, 5]), o.m.call({ k: "x" }, 1), Math.min(...[3, 1, 2], 0, ...[-1]), [..."abc", ...[1, [2]]].length);
const sum = (...xs) => { let r = 0; for (const x of xs) r += x; return r; };
console.log(sum(...Array.from({ length: 500 }, (_, i) => i)), sum.length, sum(...[], ...[], 7), String.fromCharCode(...[72, 105]), Math.max(...new Array(300).fill(1), 2));
function swapArgs() { return [].slice.call(arguments).reverse(); }
console.log(swapArgs(...swapArgs(1, 2, 3)).join(), ((a, b) => [b, a])(...[1, 2]).join(), new Array(...[1, 2, 3]).length, Array(...[4]).length);
