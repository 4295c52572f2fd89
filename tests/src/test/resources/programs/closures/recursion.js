// Recursive closures, mutual recursion, named function expressions, fixed points.
const fact = function self(n) { return n < 2 ? 1 : n * self(n - 1); };
console.log(fact(10), fact(20), fact(25));
const named = function f() { try { f = 1; } catch (e) { return e.name; } return typeof f; };
console.log(named());
const strictNamed = function f() { "use strict"; try { f = 1; } catch (e) { return e.name; } return typeof f; };
console.log(strictNamed());
const even = (n) => (n === 0 ? true : odd(n - 1));
const odd = (n) => (n === 0 ? false : even(n - 1));
console.log(even(100), odd(7), even(7));
const Y = (f) => ((x) => x(x))((x) => f((y) => x(x)(y)));
console.log(Y((self) => (n) => (n < 2 ? n : self(n - 1) + self(n - 2)))(15));
const compose = (...fs) => (x) => fs.reduceRight((v, f) => f(v), x);
console.log(compose((x) => x + 1, (x) => x * 2, (x) => x - 3)(10));
const curry = (f, ...got) => (...more) => got.length + more.length >= f.length ? f(...got, ...more) : curry(f, ...got, ...more);
console.log(curry((a, b, c) => a + b + c)(1)(2)(3), curry((a, b, c) => a + b + c)(1, 2)(3));
function hanoi(n, a, b, c) { return n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a); }
console.log(hanoi(10, "a", "b", "c"));
const church = (n) => (f) => (x) => { let r = x; for (let i = 0; i < n; i++) r = f(r); return r; };
const plus = (a, b) => (f) => (x) => a(f)(b(f)(x));
const times = (a, b) => (f) => a(b(f));
console.log(plus(church(3), times(church(4), church(5)))((x) => x + 1)(0));
function flatten(list) { return list.reduce((all, x) => all.concat(Array.isArray(x) ? flatten(x) : x), []); }
console.log(flatten([1, [2, [3, [4, []], 5]], [[6]]]).join());
