// Insertion, quick, merge, heap and counting sort against Array.prototype.sort, on ints, doubles and strings.
const sorts = {
  insertion(a) { for (let i = 1; i < a.length; i++) { const x = a[i]; let j = i - 1; while (j >= 0 && a[j] > x) { a[j + 1] = a[j]; j--; } a[j + 1] = x; } return a; },
  quick(a, lo = 0, hi = a.length - 1) { if (lo >= hi) return a; const p = a[(lo + hi) >> 1]; let i = lo, j = hi; while (i <= j) { while (a[i] < p) i++; while (a[j] > p) j--; if (i <= j) { const t = a[i]; a[i++] = a[j]; a[j--] = t; } } sorts.quick(a, lo, j); return sorts.quick(a, i, hi); },
  merge(a) { if (a.length < 2) return a; const m = a.length >> 1, l = sorts.merge(a.slice(0, m)), r = sorts.merge(a.slice(m)); const out = []; let i = 0, j = 0; while (i < l.length && j < r.length) out.push(l[i] <= r[j] ? l[i++] : r[j++]); while (i < l.length) out.push(l[i++]); while (j < r.length) out.push(r[j++]); return out; },
  heap(a) { const sift = (i, n) => { for (;;) { let c = 2 * i + 1; if (c >= n) return; if (c + 1 < n && a[c + 1] > a[c]) c++; if (!(a[c] > a[i])) return; [a[i], a[c]] = [a[c], a[i]]; i = c; } }; for (let i = (a.length >> 1) - 1; i >= 0; i--) sift(i, a.length); for (let n = a.length - 1; n > 0; n--) { [a[0], a[n]] = [a[n], a[0]]; sift(0, n); } return a; },
};
let seed = 77;
const random = () => (seed = (seed * 16807) % 2147483647);
const ints = Array.from({ length: 250 }, () => random() % 1000), doubles = ints.map((x) => x / 7 - 50), strings = ints.slice(0, 60).map((x) => "k" + x.toString(36));
for (const [name, f] of Object.entries(sorts)) console.log(name, [[ints, (a, b) => a - b], [doubles, (a, b) => a - b], [strings, undefined]].map(([xs, cmp]) => f(xs.slice()).join() === xs.slice().sort(cmp).join()).join());
const counts = new Array(1000).fill(0);
for (const x of ints) counts[x]++;
console.log(counts.flatMap((n, x) => new Array(n).fill(x)).join() === ints.slice().sort((a, b) => a - b).join(), sorts.quick([]).length, sorts.merge([1]).join(), sorts.heap([2, 1]).join(), sorts.insertion([1, 1, 1]).join());
function search(a, x) { let lo = 0, hi = a.length; while (lo < hi) { const m = (lo + hi) >>> 1; if (a[m] < x) lo = m + 1; else hi = m; } return lo; }
const s = sorts.quick(ints.slice());
let found = 0;
for (let i = 0; i < 1000; i++) if (s[search(s, i)] === i) found++;
console.log(found, search(s, -1), search(s, 5000), new Set(ints).size);
