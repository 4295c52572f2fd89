// Objects that only compiled code knows: closures and constants dropped while the code that used them lives on.
function make(i) { const secret = { i, list: [i, i + 1] }; return (k) => secret.list[k & 1] + secret.i; }
let f = make(1);
let s = 0;
for (let i = 0; i < 3000; i++) { s += f(i); if (i % 600 === 599) f = make(i); }
console.log(s);
function garbage(n) { let g = null; for (let i = 0; i < n; i++) g = { g: i % 100 ? g : null, s: "s" + i }; return g.s; }
let target = { call() { return 1; } };
function use() { return target.call(); }
let t = 0;
for (let i = 0; i < 1500; i++) { t += use(); if (i === 1000) { target = null; garbage(500); target = { call() { return 2; }, other: 1 }; } }
console.log(t);
let protoHolder = Object.create({ get deep() { return { v: 5 }; } });
function deep() { return protoHolder.deep.v; }
let d = 0;
for (let i = 0; i < 1500; i++) { d += deep(); if (i === 800) { protoHolder = { deep: { v: 7 } }; garbage(300); } }
console.log(d);
const fns = [];
for (let i = 0; i < 20; i++) { fns.push(function () { return { i, text: "literal " + i, list: [1, 2.5, "three"] }; }); }
let u = 0;
for (let r = 0; r < 100; r++) for (const fn of fns) u += fn().text.length + fn().list[1];
fns.length = 0;
garbage(800);
console.log(u);
class Temp { static #count = 0; static create() { Temp.#count++; return new Temp(); } static get count() { return Temp.#count; } v = { nested: [Temp.#count] }; }
let v = 0;
for (let i = 0; i < 800; i++) v += Temp.create().v.nested[0];
console.log(v, Temp.count);
const cache = new Map();
function memo(k) { let e = cache.get(k); if (!e) { e = { k, made: cache.size }; cache.set(k, e); } return e; }
let w = 0;
for (let i = 0; i < 2000; i++) { w += memo("key" + (i % 50)).made; if (i % 700 === 0) { cache.clear(); garbage(200); } }
console.log(w);
