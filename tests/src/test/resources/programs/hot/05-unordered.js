// NaN in compiled comparisons and in inverted branches; holes of double arrays.
function less(a, b) { return a < b; }
function notLess(a, b) { return !(a < b); }
function branch(a, b) { if (a < b) return 1; if (a > b) return 2; if (a == b) return 3; return 4; }
function inverted(a, b) { if (!(a <= b)) return 1; if (!(a >= b)) return 2; return 3; }
function loopWhile(a, limit) { let n = 0; while (!(a >= limit)) { n++; if (n > 10) break; a += 1; } return n; }
let s = 0;
for (let i = 0; i < 3000; i++) s += less(i, 1500) + notLess(i / 2, 700) * 2 + branch(i % 5, 2) + inverted(i % 4, 2.5) + loopWhile(i % 7, 5);
console.log(s);
console.log(less(NaN, 1), less(1, NaN), notLess(NaN, 1), branch(NaN, 1), branch(1, NaN), inverted(NaN, NaN), loopWhile(NaN, 5), loopWhile(1, NaN));
function countNans(xs) { let c = 0, d = 0; for (let i = 0; i < xs.length; i++) { if (xs[i] !== xs[i]) c++; if (!(xs[i] < 0) && !(xs[i] >= 0)) d++; } return c + "/" + d; }
const ds = [];
for (let i = 0; i < 2000; i++) ds.push(i % 10 === 3 ? NaN : i / 3);
console.log(countNans(ds));
const holey = [0.5, 1.5, , 2.5];
function sumD(xs) { let t = 0; for (let i = 0; i < xs.length; i++) t += xs[i]; return t; }
for (let i = 0; i < 500; i++) sumD([0.5, 1.5, 2.5]);
console.log(sumD(holey), holey[2], typeof holey[2], sumD([1.5, , 2].map((x) => x)));
function hole(xs, i) { const v = xs[i]; return v === undefined ? "hole" : v * 2; }
let h = "";
for (let i = 0; i < 1200; i++) h = hole(holey, i % 5) + ";" + h.slice(0, 12);
console.log(h);
function select(x) { return x > 0 ? "pos" : x < 0 ? "neg" : x === 0 ? "zero" : "nan"; }
const got = {};
for (let i = -1000; i < 1000; i++) { const k = select(i % 9 === 0 ? NaN : i % 7 === 0 ? 0 : i / 10); got[k] = (got[k] || 0) + 1; }
console.log(JSON.stringify(got));
function minOf(xs) { let m = Infinity; for (const x of xs) if (x < m) m = x; return m; }
console.log(minOf(ds), minOf([NaN, NaN]), minOf([3, NaN, 1]), Math.min(...ds.slice(0, 5)));
