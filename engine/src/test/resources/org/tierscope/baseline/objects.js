// inline caches that fill, miss, and go stale
function getX(o) { return o.x; }
function setX(o, v) { o.x = v; return o; }
const shapes = [{ x: 1 }, { y: 0, x: 2 }, { z: 0, x: 3 }, { a: 0, b: 0, x: 4 }, { c: 0, x: 5 }, { d: 0, x: 6 }];
for (let round = 0; round < 3; round++) {
  for (let n = 1; n <= shapes.length; n++) {
    let line = "";
    for (let i = 0; i < n; i++) line += getX(shapes[i]) + " ";
    print(line);
  }
}
for (let i = 0; i < shapes.length; i++) print(setX(shapes[i], i * 10).x);
function Proto() {}
Proto.prototype.x = "from prototype";
const child = new Proto();
for (let i = 0; i < 3; i++) print(getX(child));
Proto.prototype.x = "changed";
print(getX(child));
delete Proto.prototype.x;
print(getX(child));
Proto.prototype = null;
child.x = "own";
print(getX(child));
function lengths(v) { return v.length; }
for (let i = 0; i < 3; i++) print(lengths("abc"), lengths([1, 2]), lengths({ length: 7 }), lengths(5));
function grow(n) {
  const o = {};
  o.a = n; o.b = n + 1; o.c = n + 2; o.d = n + 3; o.e = n + 4; o.f = n + 5; o.g = n + 6; o.h = n + 7;
  return o.a + o.b + o.c + o.d + o.e + o.f + o.g + o.h;
}
for (let i = 0; i < 5; i++) print(grow(i));
function literal(i) { return { x: i, y: i + 1, nested: { z: i * 2 } }; }
let sum = 0;
for (let i = 0; i < 100; i++) { const o = literal(i); sum += o.x + o.y * o.nested.z; }
print(sum);
const keys = { one: 1, two: 2, three: 3 };
for (let i = 0; i < 2; i++) for (const k in keys) print(k, keys[k]);
print("one" in keys, "four" in keys, delete keys.one, "one" in keys);
var globalVar = 1;
let globalLet = 10;
function globals() { globalVar = globalVar + 1; globalLet += globalVar; return globalVar + globalLet; }
for (let i = 0; i < 5; i++) print(globals());
print(typeof notDeclared);
function counter() { let n = 0; return { inc: () => ++n, get: () => n }; }
const c1 = counter(), c2 = counter();
for (let i = 0; i < 10; i++) { c1.inc(); if (i % 2) c2.inc(); }
print(c1.get(), c2.get());
const closures = [];
for (let i = 0; i < 3; i++) closures[i] = () => i;
print(closures[0](), closures[1](), closures[2]());
const accessors = { get v() { return this.w * 2; }, set v(n) { this.w = n + 1; }, w: 0 };
for (let i = 0; i < 4; i++) { accessors.v = i; print(accessors.v); }
