// Prototypes that change after inline caches were filled.
class Animal { speak() { return 1; } }
class Cat extends Animal {}
class Lion extends Cat {}
const objects = [new Cat(), new Lion(), new Cat()];
function chorus(n) { let s = 0; for (let i = 0; i < n; i++) s += objects[i % 3].speak(); return s; }
console.log(chorus(2000));
Cat.prototype.speak = function () { return 10; };
console.log(chorus(2000));
Lion.prototype.speak = () => 100;
console.log(chorus(2000));
objects[0].speak = () => 1000;
console.log(chorus(2000));
delete Cat.prototype.speak;
console.log(chorus(2000));
Object.setPrototypeOf(Lion.prototype, { get speak() { return () => 5; } });
delete Lion.prototype.speak;
console.log(chorus(2000));
Object.setPrototypeOf(objects[2], { speak: () => 7 });
console.log(chorus(2000));
delete objects[0].speak;
Object.defineProperty(Animal.prototype, "speak", { get() { return () => 3; }, configurable: true });
console.log(chorus(2000));
delete Animal.prototype.speak;
try { chorus(2000); } catch (e) { console.log(e.name); }
Object.prototype.speak = function () { return this instanceof Animal ? 2 : 4; };
console.log(chorus(2000));
delete Object.prototype.speak;
const data = Object.create({ v: 1 });
function read(n) { let s = 0; for (let i = 0; i < n; i++) s += data.v ?? 50; return s; }
console.log(read(1500));
Object.getPrototypeOf(data).v = 2;
console.log(read(1500));
delete Object.getPrototypeOf(data).v;
console.log(read(1500));
data.__proto__.__proto__ = { v: 9 };
console.log(read(1500));
function missing(o, n) { let s = 0; for (let i = 0; i < n; i++) if (o.absent === undefined) s++; return s; }
const empty = {};
console.log(missing(empty, 1500));
Object.prototype.absent = 0;
console.log(missing(empty, 1500));
delete Object.prototype.absent;
console.log(missing(empty, 1500));
