// while and do loops with complicated conditions, side effects in them, and changing bounds.
let n = 0, log = "";
while (n < 10 && (log += n, n !== 7)) n += n % 2 ? 2 : 1;
console.log(n, log);
let lo = 0, hi = 100, steps = 0;
while (lo < hi - 1) { const m = (lo + hi) >> 1; m * m <= 2500 ? (lo = m) : (hi = m); steps++; }
console.log(lo, hi, steps);
let x = 1, y = 1, count = 0;
do { [x, y] = [y, x + y]; if (x % 2 === 0) continue; count++; } while (y < 1e6);
console.log(x, y, count);
const stack = [1];
let popped = 0;
while (stack.length) { const v = stack.pop(); popped++; if (v < 200) stack.push(v * 2, v * 3); }
console.log(popped);
let i = 10;
while (i --> 0) if (i === 5) break;
console.log(i);
for (var p = 0, q = 10; p !== q; p < 5 ? p++ : q--) if (p + q === 12) continue;
console.log(p, q);
let s = "abc", out = "";
while (s) { out = s[0] + out; s = s.slice(1); }
console.log(out, s === "");
let limit = 5, k = 0;
while (k < limit) { if (k === 3 && limit < 9) limit++; k++; }
console.log(k, limit);
