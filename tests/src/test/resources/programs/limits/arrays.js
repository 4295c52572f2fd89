// Long, sparse, frozen and sealed arrays, accessors on indices, strings made of many pieces.
const N = 6000;
const a = []; for (let i = 0; i < N; i++) a.push(i & 1023);
let sum = 0; for (let i = 0; i < N; i++) sum += a[i];
console.log(a.length, sum);
const d = new Array(N); for (let i = 0; i < N; i++) d[i] = i * 0.5;
console.log(d.length, d[N - 1], a.indexOf(1023), a.slice(-3), a.reduce((x, y) => x + y, 0));
const h = []; h[5] = 1; h[4294967294] = 2; console.log(h.length, Object.keys(h), h.indexOf(2), 4294967293 in h);
h.length = 6; console.log(h);
const m = new Array(4294967295); console.log(m.length); try { m.push(1); } catch (e) { console.log(e.name, e.message, m.length, m[4294967295]); }
try { m.length = 4294967296; } catch (e) { console.log(e.name, e.message); }
const sp = []; for (let i = 0; i < 300; i++) sp[i * 1000003 % 100000007] = i; let c = 0; for (const k in sp) c++; console.log(c, sp.length);
let s = ""; for (let i = 0; i < 4000; i++) s += "piece" + (i % 10); console.log(s.length, s.charCodeAt(23999), s.slice(-6));
let r = ""; for (let i = 0; i < 4000; i++) r = "ab" + r; console.log(r.length, r[1], r.indexOf("aa"));
let mixed = ""; for (let i = 0; i < 2000; i++) { mixed += i; if (i % 1000 === 0) mixed.length, mixed.charCodeAt(mixed.length - 1); } console.log(mixed.length);
const o = Object.freeze({ x: 1, y: [1, 2] }); const f = Object.freeze([1, 2, 3]); const se = Object.seal([1, 2, 3]);
"use strict";
function wr(obj, k, v) { "use strict"; try { obj[k] = v; return obj[k]; } catch (e) { return e.message; } }
function wf(obj, v) { "use strict"; try { obj.x = v; return obj.x; } catch (e) { return e.message; } }
for (let i = 0; i < 1000; i++) { wr([1, 2, 3], 1, i); wf({ x: 1 }, i); }
console.log(wr(f, 0, 9), wr(f, 3, 9), wr(se, 0, 9), wr(se, 3, 9), wf(o, 2), wr([0], 0, 4), wf({ x: 3 }, 4));
for (let i = 0; i < 100; i++) { wr(f, 0, 9); wr(se, 0, i); wf(o, 1); }
console.log(f, se, o, wr(f, 1, 1));
const acc = [1, 2, 3]; let got = 0; Object.defineProperty(acc, 1, { get() { got++; return 42; }, set(v) { got += 100; }, enumerable: true, configurable: true });
function rd(arr, i) { return arr[i]; } for (let i = 0; i < 1000; i++) rd([1, 2, 3], i % 3);
console.log(rd(acc, 1), acc.map((x) => x), wr(acc, 1, 5), got, acc.concat([4]), [...acc]);
const nw = [1, 2, 3]; Object.defineProperty(nw, "length", { writable: false }); console.log(wr(nw, 3, 1), wr(nw, 2, 9), nw);
