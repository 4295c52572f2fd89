// with: names of objects before names of scopes, unscopables, receivers of calls, closures; hot.
var outer = 'outer';
const object = { a: 1, get b() { return this.a + 1; }, f() { return this === object; } };
with (object) {
    var a = 10;
    console.log(a, b, f(), outer, typeof missing);
    b = 5;
    var kept = () => a + outer.length;
}
console.log(object.a, a, kept());
object.outer = 'in the object';
console.log(kept(), delete object.outer, kept());
with ([1, 2, 3]) {
    console.log(length, typeof keys, typeof join, concat(4).length);
}
const blocked = { x: 1, y: 2, [Symbol.unscopables]: { x: true } };
{
    let x = 'let';
    with (blocked) console.log(x, y);
}
with ({ get late() { delete this.late; return 1; }, late2: 0 }) {
    late2 = late;
    console.log(late2, typeof late);
}
with ({ undefined: 3, eval: x => x + '!' }) console.log(undefined, eval('no code'));
(function () {
    with ({ strict: 1 }) {
        (function () {
            'use strict';
            strict = 2;
            console.log(strict);
        })();
    }
})();
for (const bad of [null, undefined]) {
    try { with (bad) ; } catch (e) { console.log(e.name); }
}
function hot(o, n) {
    var sum = 0;
    for (let i = 0; i < n; i++) {
        with (o) { sum += step; step = i & 3; }
    }
    return sum;
}
console.log(hot({ step: 1 }, 20000), hot({ __proto__: { step: 2 } }, 10));
l: with ({ n: 0 }) { for (;;) { if (n++ > 2) break l; } }
console.log(typeof n);
