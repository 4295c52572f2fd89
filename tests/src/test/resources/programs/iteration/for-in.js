// for-in: order, inheritance, shadowing, changes while looping, strings, arrays, null.
const base = { inherited: 1, shadowed: 1, 7: "b" };
const o = Object.create(base, { own: { value: 1, enumerable: true }, shadowed: { value: 2, enumerable: false }, hidden: { value: 3 } });
o.later = 4; o[3] = "three"; o[1] = "one";
const collect = (x) => { const r = []; for (const k in x) r.push(k); return r.join(); };
console.log(collect(o), collect([5, 6]), collect("hi"), collect(null), collect(undefined), collect(5), collect(() => 1), collect(new Map([[1, 2]])));
const d = { a: 1, b: 2, c: 3, d: 4 };
const seen = [];
for (const k in d) { seen.push(k); if (k === "a") delete d.b; if (k === "c") d.e = 5; }
console.log(seen.filter((k) => k !== "e").join());
for (const k in d) { delete d[k]; }
console.log(Object.keys(d).length);
let k2 = "before";
for (k2 in { x: 1, y: 2 });
console.log(k2);
const target = {};
for (target.key in { m: 1, n: 2 }) ;
for (var v in { q: 1 }) { var inner = v + "!"; }
console.log(target.key, v, inner);
const fs = [];
for (const k in { a: 1, b: 2 }) fs.push(() => k);
console.log(fs.map((f) => f()).join());
class A { constructor() { this.z = 1; this.y = 2; } m() {} get g() { return 1; } static s() {} }
A.prototype.enumerableMethod = 1;
console.log(collect(new A()), collect(A));
Array.prototype.polluted = 1;
console.log(collect([1]), Object.keys([1]).join());
delete Array.prototype.polluted;
let count = 0, sum = 0;
const obj = {};
for (let i = 0; i < 60; i++) obj["k" + i] = i;
for (let r = 0; r < 30; r++) for (const k in obj) { count++; sum += obj[k]; if (k === "k50") break; }
console.log(count, sum);
for (const [c0] in { hello: 1, world: 2 }) seen.push(c0);
console.log(seen.slice(-2).join());
outer: for (const a in { p: 1, q: 1 }) for (const b in { r: 1, s: 1 }) { if (b === "s") continue outer; seen.push(a + b); }
console.log(seen.slice(-2).join());
const arr = [];
arr[3] = 1; arr.prop = 2; arr[1] = 0;
console.log(collect(arr), collect(new String("ab")), collect(Object.assign(Object.create({ x: 1 }), { y: 2 })));
