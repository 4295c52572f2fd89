// this in arrows, methods, callbacks, call, apply, bind.
const o = {
  v: 1,
  method() { return this && this.v; },
  arrow: () => typeof this,
  nested() { return [1, 2].map((x) => x + this.v).join(); },
  lost() { const f = this.method; return f === this.method; },
  deep() { return () => () => this.v; },
};
console.log(o.method(), o.nested(), o.lost(), o.deep()()());
const strictThis = function () { "use strict"; return this; };
console.log(strictThis(), strictThis.call(5), strictThis.call(null), typeof strictThis.call("s"));
const { method } = o;
console.log(method.call({ v: 2 }), method.apply({ v: 3 }, []), method.bind({ v: 4 })(), method.bind({ v: 5 }).call({ v: 6 }));
const sum = function (...xs) { return xs.reduce((a, b) => a + b, this.v); };
const bound = sum.bind({ v: 100 }, 1, 2);
console.log(bound(3), bound.length, bound.name, sum.length, bound(3, 4, 5));
function Ctor(a, b) { this.a = a; this.b = b; }
const Bound = Ctor.bind({ ignored: 1 }, 7);
const made = new Bound(8);
console.log(made.a, made.b, made instanceof Ctor, made instanceof Bound, Bound.prototype);
const arrow = (x) => this === undefined || x;
console.log(typeof arrow.call({ v: 1 }, 3), arrow.prototype, arrow.hasOwnProperty("prototype"));
try { new arrow(); } catch (e) { console.log(e.name); }
try { new o.method(); } catch (e) { console.log(e.name); }
console.log(Math.max.apply(null, { length: 2, 0: 4, 1: 9 }), Math.max.call(...[null, 1, 5]));
const counter = { n: 0, tick() { this.n++; return this; } };
console.log(counter.tick().tick()["tick"]().n);
(counter.tick)();
console.log(counter.n, (0, counter.tick).call(counter).n);
