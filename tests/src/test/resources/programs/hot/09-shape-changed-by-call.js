// The shape changes in a call, getter, valueOf, iterator or comparator between two accesses of the same object.
function twice(o, f) { const a = o.x; f(o); return a + o.x; }
for (let i = 0; i < 1000; i++) twice({ x: i, y: 1 }, (o) => o.y);
const changes = {
  none: () => 0, add: (o) => { o.z = 1; }, delete: (o) => { delete o.y; }, deleteX: (o) => { delete o.x; }, getter: (o) => { Object.defineProperty(o, "x", { get: () => 50 }); },
  freeze: (o) => { Object.freeze(o); }, proto: (o) => { Object.setPrototypeOf(o, { x: 7 }); delete o.x; }, string: (o) => { o.x = "s"; }, many: (o) => { for (let i = 0; i < 40; i++) o["p" + i] = i; },
};
for (const [name, f] of Object.entries(changes)) { let r; for (let i = 0; i < 20; i++) r = twice({ x: 1, y: 2 }, f); console.log(name, r); }
const viaValueOf = { valueOf() { target.extra = (target.extra || 0) + 1; if (target.extra > 3) delete target.extra; return 1; } };
const target = { v: 1 };
function useValueOf(n) { let t = 0; for (let i = 0; i < n; i++) { t += target.v + (viaValueOf + 1) + (target.extra === undefined ? 100 : target.extra); } return t; }
console.log(useValueOf(1000));
const lazy = { get v() { if (!this.inited) { this.inited = true; this.late = 5; } return 1; } };
function useGetter(o) { return o.v + (o.late ?? 0) + o.v; }
let g = 0;
for (let i = 0; i < 1000; i++) g += useGetter(Object.create(lazy));
console.log(g);
const list = [{ k: 3 }, { k: 1 }, { k: 2 }];
let sorts = 0;
function byK(a, b) { if (++sorts % 50 === 0) a["added" + sorts] = 1; return a.k - b.k; }
for (let i = 0; i < 300; i++) list.sort(byK).reverse();
console.log(list.map((x) => x.k).join(), list.every((x) => x.k > 0));
const box = { n: 0 };
const iterable = { [Symbol.iterator]() { let i = 0; return { next() { if (i === 5) box.m = 1; if (i === 8) delete box.n; return { done: i++ >= 10, value: i }; } }; } };
let seen = "";
for (let r = 0; r < 30; r++) { box.n = r; delete box.m; for (const x of iterable) { const before = box.n; seen = before + "" + box.m + x + seen.slice(0, 10); } }
console.log(seen);
