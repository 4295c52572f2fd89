// Eight queens in three styles: arrays, bit masks, and immutable lists; they must agree.
function arrays(n) { const cols = []; let count = 0; const ok = (r, c) => { for (let i = 0; i < r; i++) if (cols[i] === c || Math.abs(cols[i] - c) === r - i) return false; return true; }; (function place(r) { if (r === n) { count++; return; } for (let c = 0; c < n; c++) if (ok(r, c)) { cols[r] = c; place(r + 1); } })(0); return count; }
function bits(n) { const full = (1 << n) - 1; function go(c, l, r) { if (c === full) return 1; let n = 0; for (let free = full & ~(c | l | r); free; free &= free - 1) { const b = free & -free; n += go(c | b, (l | b) << 1, (r | b) >> 1); } return n; } return go(0, 0, 0); }
function lists(n) { const safe = (q, qs) => qs.every(([r, c]) => c !== q[1] && Math.abs(r - q[0]) !== Math.abs(c - q[1])); let partial = [[]]; for (let r = 0; r < n; r++) partial = partial.flatMap((qs) => Array.from({ length: n }, (_, c) => [r, c]).filter((q) => safe(q, qs)).map((q) => [...qs, q])); return partial; }
for (const n of [1, 2, 3, 4, 5, 6]) console.log(n, arrays(n), bits(n), lists(n).length);
console.log(bits(7), bits(8));
console.log(lists(6).map((qs) => qs.map(([, c]) => c).join("")).join(" "));
