// Polymorphic loads whose receiver is a constant: loads stay behind the test of the shape.
function get(o) { return o.a + o.b; }
const shapes = [{ a: 1, b: 2 }, { b: 3, a: 4 }, { c: 0, a: 5, b: 6 }];
for (let i = 0; i < 300; i++) get(shapes[i % 3]);
function loop(n, kind) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    if (kind === 1) s += String(get(5)).length;
    else if (kind === 2) { try { get(undefined); } catch (e) { s += e.name.length; } }
    else if (kind === 3) { try { get(null); } catch (e) { s += 1; } }
    else if (kind === 4) s += String(get(true)).length + String(get(-0.0)).length;
    else s += get(shapes[i % 3]);
  }
  return s;
}
for (const kind of [0, 1, 2, 3, 4, 0]) { let s = 0; for (let i = 0; i < 60; i++) s = loop(60, kind); console.log(kind, s); }
const fixed = { a: 1, b: 1 };
function ofFixed(n) { let s = 0; for (let i = 0; i < n; i++) s += get(fixed); return s; }
console.log(ofFixed(2000)); delete fixed.a; console.log(String(ofFixed(2000)));
