// extends, super calls, super methods, chains, overriding, calling up from static and object methods.
class Animal {
  constructor(name) { this.name = name; }
  speak() { return this.name + " makes a sound"; }
  static create(...args) { return new this(...args); }
  get kind() { return "animal"; }
  whoami() { return this.constructor.name; }
}
class Dog extends Animal {
  speak() { return super.speak() + ": woof"; }
  get kind() { return "dog/" + super.kind; }
}
class Puppy extends Dog {
  constructor(name) { super(name + " jr"); this.age = 0; }
  speak() { return super.speak().toUpperCase(); }
  static create(name) { const p = super.create(name); p.age = 1; return p; }
}
const p = Puppy.create("Rex");
console.log(p.speak(), p.kind, p.age, p.whoami(), Dog.create("Bo").speak());
console.log(p instanceof Animal, Object.getPrototypeOf(Puppy) === Dog, Object.getPrototypeOf(Puppy.prototype) === Dog.prototype, Puppy.name, Puppy.length, Dog.length);
class Default extends Animal {}
console.log(new Default("d").name, new Default("x", 1, 2).speak());
const base = { hi() { return "base hi " + this.n; }, get g() { return "g" + this.n; } };
const derived = { __proto__: base, n: 3, hi() { return "derived " + super.hi(); }, get g() { return super.g + "!"; } };
console.log(derived.hi(), derived.g, derived.hi.call({ n: 9 }));
class SetSuper extends Animal { put(v) { super.put = v; super["x" + v] = v; return [this.put, this["x" + v], Animal.prototype.put === undefined].join(); } }
console.log(new SetSuper("s").put(4));
class ArrowSuper extends Animal { constructor() { const init = () => super("arrow"); init(); this.f = () => super.speak(); } }
console.log(new ArrowSuper().f());
class NullProto extends null { static s() { return "static of null"; } }
console.log(NullProto.s(), Object.getPrototypeOf(NullProto.prototype));
function OldStyle(n) { this.old = n; }
OldStyle.prototype.m = function () { return "old " + this.old; };
class New extends OldStyle { m() { return "new " + super.m(); } }
console.log(new New(5).m(), new New(5) instanceof OldStyle);
const mixin = (B) => class extends B { mixed() { return "mixed " + super.speak(); } };
class Mixed extends mixin(mixin(Dog)) {}
console.log(new Mixed("m").mixed(), Object.getPrototypeOf(Mixed).name);
class A1 { f() { return 1; } } class A2 extends A1 { f() { return 2 + super.f(); } } class A3 extends A2 { f() { return 3 + super.f(); } } class A4 extends A3 { f() { return 4 + super.f(); } }
let sum = 0;
for (let i = 0, o = new A4(); i < 3000; i++) sum += o.f();
console.log(sum);
