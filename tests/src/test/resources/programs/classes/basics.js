// Methods, constructors, fields, instanceof, properties of methods and classes.
class Point {
  constructor(x, y) { this.x = x; this.y = y; }
  add(o) { return new Point(this.x + o.x, this.y + o.y); }
  toString() { return `(${this.x}, ${this.y})`; }
  "quoted name"() { return "q"; }
  123() { return "n"; }
  ["com" + "puted"]() { return "c"; }
}
const p = new Point(1, 2);
console.log(String(p.add(new Point(3, 4))), p["quoted name"](), p[123](), p.computed());
console.log(typeof Point, Point.name, Point.length, p instanceof Point, p.constructor === Point, Object.keys(p).join());
console.log(Object.getOwnPropertyNames(Point.prototype).join(), Object.keys(Point.prototype).length);
console.log(Object.getOwnPropertyDescriptor(Point, "prototype").writable, Object.getOwnPropertyDescriptor(Point.prototype, "add").enumerable);
const Named = class Inner { static self() { return Inner.name; } };
const Anonymous = class {};
console.log(Named.name, Named.self(), Anonymous.name, (class {}).name === "", new (class { v = 5 })().v);
try { Point.prototype.add.call(1, p); console.log(String(Point.prototype.add.call({ x: 10, y: 20 }, p))); } catch (e) { console.log(e.name); }
try { new p.add(p); } catch (e) { console.log(e.name); }
class Strict { m() { return this; } static s() { return this; } }
const { m } = new Strict();
console.log(m(), Strict.s() === Strict);
class Returns { constructor(v) { this.kept = true; return v; } }
console.log(new Returns(5).kept, new Returns({ other: 1 }).other, new Returns([1, 2]).length, new Returns(null).kept);
let x = 0;
class Order { [(x++, "a")]() {} static [(x++, "b")] = x; [(x++, "c")] = x; }
console.log(x, Order.b, new Order().c);
class Empty {}
console.log(JSON.stringify(new Empty()), Empty.prototype.constructor === Empty, Object.getPrototypeOf(Empty) === Function.prototype);
