// Shapes keep changing while the functions that use them get hot, so compilations meet a moving target.
function Maker(i) { this.a = i; if (i > 500) this["b" + (i % 3)] = 1; this.c = i & 3; }
function use(o) { return o.a + o.c + (o.b0 ?? 0) + (o.b1 ?? 0) + (o.b2 ?? 0); }
let s = 0;
for (let i = 0; i < 3000; i++) { s += use(new Maker(i)); if (i === 1500) Maker.prototype.b0 = 100; if (i === 2500) delete Maker.prototype.b0; }
console.log(s);
let impl = (x) => x + 1;
const api = { run: (x) => impl(x) };
let t = 0;
for (let i = 0; i < 3000; i++) { if (i % 700 === 699) { const k = i; impl = (x) => x + k; api["extra" + i] = 1; } t += api.run(i); }
console.log(t);
const objs = [];
for (let i = 0; i < 40; i++) { const o = {}; for (let j = 0; j <= i % 8; j++) o["k" + ((i + j) % 8)] = j; objs.push(o); }
function probe(o) { let r = 0; for (const k in o) r = r * 3 + o[k]; return r + (o.k3 ?? 50); }
let p = 0;
for (let r = 0; r < 60; r++) for (const o of objs) p = (p + probe(o)) | 0;
console.log(p);
class Evolving { constructor() { this.v = 0; } tick() { this.v++; if (this.v === 800) this.tick = function () { this.v += 2; }; if (this.v > 1500) delete this.tick; } }
const e = new Evolving();
for (let i = 0; i < 2000; i++) e.tick();
console.log(e.v, Object.keys(e).join());
