// Lazily made properties of functions, looked up by a computed key: the first lookup changes the shape.
function member(object, key) { return object[key]; }
const functions = [
    function (a) {}, (x, y) => 1, class A { constructor(a, b) {} }, async () => {}, function* g(a) {}, Math.max,
    (function named(a, b, c) {}).bind(null, 1), member,
];
for (const key of ['length', 'name', 'prototype']) {
    console.log(key, functions.map((f) => typeof member(f, key)).join(' '));
}
console.log(functions.map((f) => member(f, 'length')).join(' '));
(function () { console.log(member(arguments, 'length'), typeof member(arguments, 'callee')); })(1, 2, 3);
class Base { static create() {} } class Derived extends Base {}
console.log(member(Derived, 'create') === Base.create, member(Derived, 'name'), Object.hasOwn(Derived, 'create'));
