// Dense matrices on Float64Array: LU with pivoting, determinants, inverses, Cholesky, QR, power iteration, least squares.
'use strict';
class Matrix {
  constructor(rows, columns, data = new Float64Array(rows * columns)) { this.rows = rows; this.columns = columns; this.data = data; }
  static from(nested) { return new Matrix(nested.length, nested[0].length, Float64Array.from(nested.flat())); }
  static identity(n) { const m = new Matrix(n, n); for (let i = 0; i < n; i++) m.data[i * n + i] = 1; return m; }
  static build(rows, columns, f) { const m = new Matrix(rows, columns); for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) m.data[i * columns + j] = f(i, j); return m; }
  get(i, j) { return this.data[i * this.columns + j]; }
  set(i, j, v) { this.data[i * this.columns + j] = v; }
  clone() { return new Matrix(this.rows, this.columns, this.data.slice()); }
  get T() { return Matrix.build(this.columns, this.rows, (i, j) => this.get(j, i)); }
  times(other) {
    if (this.columns !== other.rows) throw new RangeError(`cannot multiply ${this.rows}x${this.columns} by ${other.rows}x${other.columns}`);
    const out = new Matrix(this.rows, other.columns);
    for (let i = 0; i < this.rows; i++) for (let k = 0; k < this.columns; k++) {
      const a = this.data[i * this.columns + k];
      for (let j = 0; j < other.columns; j++) out.data[i * other.columns + j] += a * other.data[k * other.columns + j];
    }
    return out;
  }
  minus(o) { return new Matrix(this.rows, this.columns, this.data.map((v, i) => v - o.data[i])); }
  norm() { return Math.sqrt(this.data.reduce((s, v) => s + v * v, 0)); }
  *[Symbol.iterator]() { for (let i = 0; i < this.rows; i++) yield this.data.subarray(i * this.columns, (i + 1) * this.columns); }
  toString(digits = 4) { return [...this].map((row) => Array.from(row, (v) => (Math.abs(v) < 1e-10 ? 0 : v).toFixed(digits).padStart(digits + 5)).join(' ')).join('\n'); }
}
function lu(a) {
  const n = a.rows, m = a.clone(), pivots = Int32Array.from({ length: n }, (_, i) => i);
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(m.get(i, k)) > Math.abs(m.get(best, k))) best = i;
    if (m.get(best, k) === 0) return null;
    if (best !== k) {
      for (let j = 0; j < n; j++) { const t = m.get(k, j); m.set(k, j, m.get(best, j)); m.set(best, j, t); }
      [pivots[k], pivots[best]] = [pivots[best], pivots[k]];
      sign = -sign;
    }
    for (let i = k + 1; i < n; i++) {
      const f = m.get(i, k) / m.get(k, k);
      m.set(i, k, f);
      for (let j = k + 1; j < n; j++) m.set(i, j, m.get(i, j) - f * m.get(k, j));
    }
  }
  return { m, pivots, sign };
}
function det(a) {
  const f = lu(a);
  if (!f) return 0;
  let d = f.sign;
  for (let i = 0; i < a.rows; i++) d *= f.m.get(i, i);
  return d;
}
function solve(a, b) {
  const f = lu(a);
  if (f === null) throw new Error('singular matrix');
  const n = a.rows, x = Array.from(f.pivots, (p) => b[p]);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i] -= f.m.get(i, j) * x[j];
  for (let i = n - 1; i >= 0; i--) { for (let j = i + 1; j < n; j++) x[i] -= f.m.get(i, j) * x[j]; x[i] /= f.m.get(i, i); }
  return x;
}
const inverse = (a) => Matrix.from(Array.from({ length: a.rows }, (_, j) => solve(a, Array.from({ length: a.rows }, (_, i) => +(i === j))))).T;
function cholesky(a) {
  const n = a.rows, l = new Matrix(n, n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) {
    let s = a.get(i, j);
    for (let k = 0; k < j; k++) s -= l.get(i, k) * l.get(j, k);
    if (i === j && s <= 0) throw new Error('not positive definite');
    l.set(i, j, i === j ? Math.sqrt(s) : s / l.get(j, j));
  }
  return l;
}
function qr(a) {
  const q = a.clone(), r = new Matrix(a.columns, a.columns);
  for (let j = 0; j < a.columns; j++) {
    for (let k = 0; k < j; k++) {
      let dot = 0;
      for (let i = 0; i < a.rows; i++) dot += q.get(i, k) * q.get(i, j);
      r.set(k, j, dot);
      for (let i = 0; i < a.rows; i++) q.set(i, j, q.get(i, j) - dot * q.get(i, k));
    }
    let norm = 0;
    for (let i = 0; i < a.rows; i++) norm += q.get(i, j) ** 2;
    norm = Math.sqrt(norm);
    r.set(j, j, norm);
    for (let i = 0; i < a.rows; i++) q.set(i, j, q.get(i, j) / norm);
  }
  return { q, r };
}
function eigenvalues(a, rounds = 60) {
  let m = a;
  for (let i = 0; i < rounds; i++) { const { q, r } = qr(m); m = r.times(q); }
  return Array.from({ length: a.rows }, (_, i) => m.get(i, i));
}
const a = Matrix.from([[2, 1, 1], [4, -6, 0], [-2, 7, 2]]);
console.log(det(a).toFixed(6), solve(a, [5, -2, 9]).map((v) => v.toFixed(6)).join(' '));
console.log(String(inverse(a)));
console.log(a.times(inverse(a)).minus(Matrix.identity(3)).norm() < 1e-12);
const hilbert = Matrix.build(6, 6, (i, j) => 1 / (i + j + 1));
console.log(det(hilbert).toExponential(4), cholesky(hilbert).toString(5));
const spd = Matrix.build(5, 5, (i, j) => (i === j ? 4 : Math.abs(i - j) === 1 ? -1 : 0));
console.log(eigenvalues(spd, 200).map((v) => v.toFixed(5)).join(' '));
console.log(Array.from({ length: 5 }, (_, k) => (4 - 2 * Math.cos(((5 - k) * Math.PI) / 6)).toFixed(5)).join(' '));
const points = Array.from({ length: 30 }, (_, i) => [i / 3, 2 - 0.5 * (i / 3) + 0.25 * (i / 3) ** 2 + Math.sin(i * 7) / 10]);
const vandermonde = Matrix.build(30, 3, (i, j) => points[i][0] ** j), { q, r } = qr(vandermonde);
console.log(q.T.times(q).minus(Matrix.identity(3)).norm() < 1e-10, q.times(r).minus(vandermonde).norm() < 1e-10);
console.log(solve(r, Array.from(q.T.times(Matrix.from(points.map((p) => [p[1]]))).data)).map((v) => v.toFixed(4)).join(' '));
let seed = 1;
const noise = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
const big = Matrix.build(24, 24, (i, j) => noise() + (i === j ? 3 : 0)), b = Array.from({ length: 24 }, (_, i) => i), x = solve(big, b);
console.log(Math.max(...Array.from(big.times(Matrix.from(x.map((v) => [v]))).data, (v, i) => Math.abs(v - b[i]))) < 1e-10, det(big).toFixed(2));
for (const bad of [() => cholesky(Matrix.from([[1, 2], [2, 1]])), () => solve(Matrix.from([[1, 2], [2, 4]]), [1, 1]), () => a.times(spd)]) try { bad(); } catch (e) { console.log(`${e.name}: ${e.message}`); }
