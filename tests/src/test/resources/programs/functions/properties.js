// name, length, prototype, toString of functions; call, apply, bind.
function decl(a, b) {}
const expr = function () {}, arrow = (a, b = 1, ...c) => a, o = { method(a) {}, get g() { return 1; }, ["comp" + 1]: () => 1, "quoted key": function () {} };
console.log(decl.name, decl.length, expr.name, arrow.name, arrow.length, o.method.name, o.comp1.name, o["quoted key"].name, (() => 1).name === "", (function () {}).name === "", (class { static m() {} }).m.name);
console.log(decl.hasOwnProperty("prototype"), arrow.hasOwnProperty("prototype"), o.method.hasOwnProperty("prototype"), decl.prototype.constructor === decl, Object.getOwnPropertyDescriptor(decl, "name").writable, Object.getOwnPropertyDescriptor(decl, "length").configurable);
decl.name = "changed"; decl.custom = 1;
console.log(decl.name, decl.custom, delete decl.length, decl.length, Object.keys(decl).join());
console.log(decl.toString(), arrow.toString(), o.method.toString(), (class A { x = 1; }).toString(), Object.getOwnPropertyDescriptor(o, "g").get.toString(), (/* c */ function /* n */ nm ( a ) { /* body */ }).toString());
console.log(typeof Function.prototype, Function.prototype.name === "", decl instanceof Function, Object.getPrototypeOf(arrow) === Function.prototype, typeof Function.prototype(), decl.constructor === Function);
function show() { return [this && this.v, ...arguments].join(); }
console.log(show.call({ v: 1 }, 2, 3), show.apply({ v: 1 }, [4, 5]), show.apply({ v: 2 }), show.apply({ v: 3 }, null), show.apply({ v: 4 }, { length: 2, 0: "a" }), show.bind({ v: 5 }, 6)(7), show.bind({ v: 8 }).bind({ v: 9 }, 1)(2));
try { show.apply({}, 5); } catch (e) { console.log(e.name); }
const b = decl.bind(null, 1);
console.log(b.name, b.length, b.hasOwnProperty("prototype"), ((a, b, c) => 0).bind(null, 1).length, ((a) => 0).bind(null, 1, 2, 3).length);
console.log((function f(n) { return n ? f(n - 1) + 1 : 0; })(10), (() => { let f = function g() { return typeof g; }; return f(); })());
let anonymous;
anonymous = () => 1;
const { destructured = () => 1 } = {};
let chained = (0, () => 1);
console.log(anonymous.name, destructured.name, chained.name === "");
const obj = {};
obj.assigned = function () {};
console.log(obj.assigned.name === "");
