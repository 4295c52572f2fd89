// new.target in functions, constructors, arrows; abstract classes.
function F() { return new.target === F ? "new" : new.target === undefined ? "call" : "other"; }
const seen = [];
function G() { seen.push(new.target === undefined ? "u" : new.target.name); }
G(); new G(); G.call({}); new (G.bind())(); new (class Sub extends G {})();
class Abstract {
  constructor() { if (new.target === Abstract) throw new TypeError("abstract"); this.made = new.target.name; const arrow = () => new.target.name; this.arrow = arrow(); }
}
class Concrete extends Abstract {}
console.log(F(), seen.join(), new Concrete().made, new Concrete().arrow);
try { new Abstract(); } catch (e) { console.log(e.message); }
function Sloppy(v) { if (!new.target) return new Sloppy(v); this.v = v; }
console.log(Sloppy(3).v, new Sloppy(4).v, Sloppy(5) instanceof Sloppy);
const o = { m() { return new.target; } };
console.log(o.m(), typeof (function () { return (() => new.target)(); })());
class P { constructor() { this.t = new.target === P; } field = new.target; }
class Q extends P {}
console.log(new P().t, new Q().t, new P().field);
class Spread extends Concrete { constructor(...args) { super(...args); this.count = args.length; } }
console.log(new Spread(...[1, 2, 3]).made, new Spread(...[1, 2, 3]).count);
let n = 0;
for (let i = 0; i < 2000; i++) { const s = i % 2 ? Sloppy(i) : new Sloppy(i); n += s.v; }
console.log(n);
