// delete in all its forms, and objects used as dictionaries.
const o = { a: 1, b: 2, c: 3 };
console.log(delete o.a, o.a, "a" in o, delete o.a, delete o["b"], Object.keys(o).join());
console.log(delete [].length, delete Math.PI === false, delete undefined === false, delete 5, delete (() => 1)());
const arr = [1, 2, 3];
console.log(delete arr[1], arr.length, 1 in arr, arr.join("-"), delete arr[9]);
const words = "the cat and the dog and the bird saw the cat run and the dog bark".split(" ");
const counts = {};
for (const w of words) counts[w] = (counts[w] || 0) + 1;
console.log(JSON.stringify(counts));
for (const w in counts) if (counts[w] === 1) delete counts[w];
console.log(Object.entries(counts).map(([k, v]) => k + v).join());
const dict = {};
for (let i = 0; i < 300; i++) { dict["key" + (i % 70)] = i; if (i % 3 === 0) delete dict["key" + ((i * 7) % 70)]; }
let check = 0;
for (const k in dict) check = (check * 31 + dict[k] + k.length) & 0xffffff;
console.log(Object.keys(dict).length, check);
function useAfterDelete(n) {
  let s = 0;
  for (let i = 0; i < n; i++) {
    const p = { x: i, y: 1, z: 2 };
    if (i % 5 === 0) delete p.y;
    if (i % 7 === 0) { delete p.x; p.x = 1; }
    s += p.x + (p.y || 0) + p.z;
  }
  return s;
}
console.log(useAfterDelete(2000));
const proto = { shared: "p" };
const child = Object.create(proto);
child.shared = "own";
console.log(child.shared, delete child.shared, child.shared, delete child.shared, child.shared);
const acc = { get g() { return 1; } };
console.log(delete acc.g, acc.g, (() => { "use strict"; try { delete Object.prototype; } catch (e) { return e.name; } })());
