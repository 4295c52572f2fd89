// A setter appears on the prototype, a property is shadowed, __proto__ is assigned in a loop.
class Base { constructor(v) { this.v = v; } }
function write(o, i) { o.w = i; return o.w; }
let s = 0;
for (let i = 0; i < 1500; i++) s += write(new Base(i), i);
let setterCalls = 0;
Object.defineProperty(Base.prototype, "w", { set(x) { setterCalls++; this._w = x * 2; }, get() { return this._w; }, configurable: true });
for (let i = 0; i < 1500; i++) s += write(new Base(i), i);
Object.defineProperty(Base.prototype, "w", { value: 3, writable: false, configurable: true });
for (let i = 0; i < 1500; i++) s += write(new Base(i), i);
delete Base.prototype.w;
for (let i = 0; i < 1500; i++) s += write(new Base(i), 1);
console.log(s, setterCalls);
const protos = [{ name: "a", get() { return 1; } }, { name: "b", get() { return 2; } }, Object.create({ name: "c" }, { get: { value: () => 3 } }), null];
const o = {};
let t = "";
for (let i = 0; i < 1200; i++) { if (i % 100 === 0) { if (protos[(i / 100) % 4] === null) Object.setPrototypeOf(o, { get: () => 0 }); else Object.setPrototypeOf(o, protos[(i / 100) % 4]); } t = o.get() + String(o.name).slice(0, 1) + t.slice(0, 20); }
console.log(t);
function lit(i) { const p = { a: i, __proto__: i % 2 ? protos[0] : protos[1] }; return p.name + p.a; }
let l = 0;
for (let i = 0; i < 1500; i++) l += lit(i).length;
console.log(l);
function chain(depth) { let c = { deep: 1 }; for (let i = 0; i < depth; i++) c = Object.create(c); return c; }
const c = chain(8);
let d = 0;
for (let i = 0; i < 1500; i++) { d += c.deep; if (i === 1000) Object.getPrototypeOf(Object.getPrototypeOf(c)).deep = 10; }
console.log(d);
const inst = new Base(1);
function readV(o) { return o.v; }
let v = 0;
for (let i = 0; i < 2000; i++) { v += readV(inst); if (i === 500) delete inst.v; if (i === 500) Base.prototype.v = 5; if (i === 1000) inst.v = 7; if (i === 1500) { delete Base.prototype.v; inst.__proto__ = null; } }
console.log(v, inst instanceof Base);
Array.prototype.sumAll = function () { let x = 0; for (let i = 0; i < this.length; i++) x += this[i]; return x; };
let a = 0;
for (let i = 0; i < 500; i++) a += [i, 1, 2].sumAll();
Array.prototype.sumAll = function () { return -1; };
for (let i = 0; i < 500; i++) a += [i, 1, 2].sumAll();
delete Array.prototype.sumAll;
console.log(a);
String.prototype.shout = function () { return this.toUpperCase() + "!"; };
let sh = 0;
for (let i = 0; i < 800; i++) sh += "abc".shout().length;
String.prototype.shout = function () { return ""; };
for (let i = 0; i < 800; i++) sh += "abc".shout().length;
console.log(sh);
