// Monomorphic, polymorphic and megamorphic property access with stores that add properties.
function grow(n) {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const o = {};
    o.a = i;
    if (i % 2) o.b = 1;
    if (i % 3) o.c = 2;
    if (i % 5) o.d = 3;
    if (i % 7) o.e = 4;
    o.f = i & 7;
    total += o.a + (o.b ?? 0) + (o.c ?? 0) + (o.d ?? 0) + (o.e ?? 0) + o.f;
  }
  return total;
}
console.log(grow(3000));
function bump(o) { o.count = (o.count || 0) + 1; o.last = o.count; return o.last; }
const kinds = [{}, { count: 5 }, { x: 1 }, { x: 1, y: 2 }, { last: 0 }, { a: 1, count: 2 }, [], function () {}, Object.create({ count: 100 })];
let s = 0;
for (let i = 0; i < 3000; i++) s += bump(kinds[i % kinds.length]);
console.log(s, kinds.map((k) => k.count).join());
const wide = {};
for (let i = 0; i < 40; i++) wide["f" + i] = i;
let w = 0;
for (let i = 0; i < 2000; i++) { wide.f3 = wide.f39 - wide.f0; wide.f0++; w += wide.f3; wide.f20 += 0.5; }
console.log(w, wide.f20, wide.f0);
const strings = ["abc", "de", { length: 10 }, [1, 2, 3, 4], function (a, b, c) {}];
let len = 0;
for (let i = 0; i < 2500; i++) len += strings[i % 5].length;
console.log(len);
