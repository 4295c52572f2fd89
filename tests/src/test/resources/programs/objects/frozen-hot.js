// Frozen, sealed and accessor properties read and written in hot sloppy and strict code.
const frozen = Object.freeze({ v: 1, list: Object.freeze([1, 2]) }), sealed = Object.seal({ v: 1 }), open = { v: 1 }, accessor = { get v() { return 1; }, set v(x) { this.w = x; } };
function sloppy(o, i) { o.v = i; o.extra = i; return o.v; }
function strict(o, i) { "use strict"; o.v = i; o.extra = i; return o.v; }
let a = 0, b = 0, errors = 0;
for (let i = 0; i < 1200; i++) { const o = [open, frozen, sealed, accessor][i % 4]; a += sloppy(o, i); try { b += strict(o, i); } catch (e) { errors += e instanceof TypeError ? 1 : 1000; } }
console.log(a, b, errors, frozen.v, sealed.v, sealed.extra, open.v, open.extra, accessor.w, "extra" in frozen);
let elements = 0;
for (let i = 0; i < 400; i++) { const l = i % 2 ? frozen.list : [5, 6]; l[0] = i; l[2] = i; elements += l[0] + l.length; }
console.log(elements, frozen.list.join());
for (let i = 0; i < 500; i++) { if (i === 250) Object.freeze(open); open.v = i; }
console.log(open.v, Object.isFrozen(open));
