// Much garbage while a few values must survive in registers, half-made objects and growing arrays.
function tree(d) { return d === 0 ? { v: 1, l: null, r: null } : { v: d, l: tree(d - 1), r: tree(d - 1) }; }
function sum(t) { return t === null ? 0 : t.v + sum(t.l) + sum(t.r); }
const keep = tree(6);
let s = 0;
for (let i = 0; i < 30; i++) s += sum(tree(5)) + sum(keep);
console.log(s);
function strings(n) { const kept = []; let cur = ""; for (let i = 0; i < n; i++) { cur = "x" + i + cur.slice(0, 20); if (i % 200 === 0) kept.push(cur); } return kept.join("|").length + cur; }
console.log(strings(2000));
function closures(n) { let f = () => 0; for (let i = 0; i < n; i++) { const g = f; f = i % 50 === 0 ? () => i : () => g() + 1; } return f(); }
console.log(closures(540));
function arrays(n) { const all = []; for (let i = 0; i < n; i++) { const a = []; for (let j = 0; j < i % 20; j++) a.push(j % 3 ? j : j / 2); a.unshift({ i }); if (i % 10 === 0) all.push(a); } return all.reduce((t, a) => t + a.length + a[0].i, 0); }
console.log(arrays(1000));
function doubles(n) { const o = { d: 0.5, list: [0.5] }; for (let i = 0; i < n; i++) { o.d = o.d * 1.01 + i / 3; o.list = [o.d, ...o.list.slice(0, 5)]; } return o.list.map((x) => x.toFixed(2)).join(); }
console.log(doubles(700));
class Node { constructor(v, next) { this.v = v; this.next = next; this.tag = "t" + (v % 10); this.inner = { v: [v] }; } }
let head = null;
for (let i = 0; i < 2000; i++) { head = new Node(i, head); if (i % 3 === 0) head = head.next; if (i % 500 === 0) head = null; }
let c = 0, len = 0;
for (let p = head; p; p = p.next) { c += p.v + p.inner.v[0] + p.tag.length; len++; }
console.log(c, len);
const m = new Map();
for (let i = 0; i < 2000; i++) { m.set("k" + (i % 100), { i, a: [i] }); if (i % 7 === 0) m.delete("k" + ((i * 3) % 100)); }
console.log(m.size, [...m.values()].reduce((t, o) => t + o.i + o.a[0], 0));
function args(...xs) { return xs.map((x) => ({ x })).reduce((t, o) => t + o.x, 0); }
let r = 0;
for (let i = 0; i < 500; i++) r += args(i, i + 1, ...[i / 2, 1]);
console.log(r);
