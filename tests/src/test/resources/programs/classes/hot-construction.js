// Construction in hot loops: fields, derived classes, changing constructors, objects that grow later.
class P { constructor(x, y) { this.x = x; this.y = y; } }
class Q extends P { z = this.x + this.y; constructor(x, y, w) { super(x, y); if (w !== undefined) this.w = w; } }
class R extends Q { #hidden = 1; static made = 0; constructor(...a) { super(...a); R.made++; this.t = this.#hidden + this.z; } }
let s = 0;
for (let i = 0; i < 1500; i++) { const o = i % 3 === 0 ? new P(i, 1) : i % 3 === 1 ? new Q(i, 2, i % 2 ? undefined : 5) : new R(i, 0.5); s += o.x + o.y + (o.z ?? 0) + (o.w ?? 0) + (o.t ?? 0); }
console.log(s, R.made);
function Old(v) { this.v = v; if (v % 2) this.odd = true; }
Old.prototype.get = function () { return this.v; };
let t = 0;
for (let i = 0; i < 1500; i++) { t += new Old(i).get(); if (i === 700) Old.prototype.get = function () { return -this.v; }; if (i === 1200) Old.prototype = { get() { return 1; } }; }
console.log(t);
let Maker = P, u = 0;
for (let i = 0; i < 1500; i++) { const o = new Maker(i, i); u += o.x ?? 0; if (i === 500) Maker = class { constructor() { this.x = 0.5; } }; if (i === 1000) Maker = function (a) { return { x: a * 2 }; }; if (i === 1300) Maker = P.bind(null, 7); }
console.log(u);
class Grow { add(i) { this["f" + (i % 12)] = i; return this; } sum() { let r = 0; for (const k in this) r += this[k]; return r; } }
let g = 0;
for (let i = 0; i < 400; i++) g += new Grow().add(i).add(i + 1).add(i + 5).sum();
console.log(g);
class Count { static n = 0; static inc() { return ++this.n; } id = Count.inc(); }
for (let i = 0; i < 800; i++) new Count();
console.log(Count.n, new Count().id);
