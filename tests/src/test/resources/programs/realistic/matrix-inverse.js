// Gaussian elimination with pivoting, determinants, LU decomposition, on rows of doubles.
function random(seed) { let s = seed; return () => { s = (s * 48271) % 2147483647; return (s / 2147483647) * 10 - 5; }; }
function invert(m) {
  const n = m.length, a = m.map((r, i) => [...r, ...r.map((_, j) => (i === j ? 1 : 0))]);
  let det = 1;
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[p][c])) p = r;
    if (Math.abs(a[p][c]) < 1e-12) return { det: 0, inverse: null };
    if (p !== c) { [a[p], a[c]] = [a[c], a[p]]; det = -det; }
    const pivot = a[c][c];
    det *= pivot;
    for (let j = 0; j < 2 * n; j++) a[c][j] /= pivot;
    for (let r = 0; r < n; r++) { if (r === c) continue; const f = a[r][c]; if (f !== 0) for (let j = 0; j < 2 * n; j++) a[r][j] -= f * a[c][j]; }
  }
  return { det, inverse: a.map((r) => r.slice(n)) };
}
const mul = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, x, k) => s + x * b[k][j], 0)));
for (const n of [2, 3, 5, 8]) { const next = random(n * 7 + 1); const m = Array.from({ length: n }, () => Array.from({ length: n }, next)); const { det, inverse } = invert(m); const id = mul(m, inverse); let err = 0; id.forEach((r, i) => r.forEach((x, j) => { err = Math.max(err, Math.abs(x - (i === j ? 1 : 0))); })); console.log(n, det.toFixed(6), err < 1e-9); }
console.log(invert([[1, 2], [2, 4]]).det, invert([[2, 0], [0, 4]]).inverse.join("|"), invert([[0, 1], [1, 0]]).det);
function lu(m) { const n = m.length, L = m.map((_, i) => m.map((_, j) => (i === j ? 1 : 0))), U = m.map((r) => r.slice()); for (let c = 0; c < n; c++) for (let r = c + 1; r < n; r++) { L[r][c] = U[r][c] / U[c][c]; for (let j = c; j < n; j++) U[r][j] -= L[r][c] * U[c][j]; } return [L, U]; }
const [L, U] = lu([[4, 3, 2], [8, 8, 5], [4, 7, 9]]);
console.log(L.join("|"), U.join("|"), mul(L, U).join("|"));
