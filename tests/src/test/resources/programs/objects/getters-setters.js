// Accessors defined in literals and by defineProperty, inherited, on functions and arrays.
const log = [];
const o = { _v: 1, get v() { log.push("get"); return this._v; }, set v(n) { log.push("set " + n); this._v = n; } };
o.v += 5; o["v"]++; o.v = o.v * 2;
console.log(o.v, log.join());
const child = Object.create(o);
child.v = 7;
console.log(child._v, o._v, Object.hasOwn(child, "v"), Object.hasOwn(child, "_v"));
Object.defineProperty(o, "ro", { get() { return "ro" + this._v; }, enumerable: false, configurable: true });
console.log(o.ro, child.ro, Object.keys(o).join());
o.ro = 5;
console.log(o.ro);
Object.defineProperty(o, "ro", { value: "data now", writable: true });
o.ro += "!";
console.log(o.ro, JSON.stringify(Object.getOwnPropertyDescriptor(o, "ro")));
Object.defineProperty(Array.prototype, "last", { get() { return this[this.length - 1]; }, configurable: true });
console.log([1, 2, 3].last, [].last);
delete Array.prototype.last;
Object.defineProperties(o, { p: { get: () => "arrow" }, q: { value: 1, enumerable: true } });
console.log(o.p, o.q, Object.getOwnPropertyNames(o).join());
const d = Object.getOwnPropertyDescriptors({ get a() { return 1; }, b: 2 });
console.log(typeof d.a.get, d.a.set, d.b.value, d.b.writable);
const copy = Object.defineProperties({}, d);
console.log(copy.a, copy.b);
const snap = { ...{ get live() { return log.length; } } };
log.push("more");
console.log(snap.live === log.length - 1, Object.assign({}, { get g() { return "read"; } }).g);
try { Object.defineProperty({}, "x", { get() {}, value: 1 }); } catch (e) { console.log(e.name); }
try { Object.defineProperty({}, "x", { get: 5 }); } catch (e) { console.log(e.name); }
const lazy = { get data() { const v = [1, 2, 3]; Object.defineProperty(this, "data", { value: v }); return v; } };
console.log(lazy.data === lazy.data, lazy.data.length);
let sum = 0;
for (let i = 0; i < 3000; i++) { const a = i % 3 === 0 ? o : i % 3 === 1 ? child : { v: 1 }; sum += a.v; }
console.log(sum);
