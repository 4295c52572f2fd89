// Matrices as arrays of arrays: products, transposes, spirals, shared rows.
function matrix(n, f) { const m = []; for (let i = 0; i < n; i++) { const row = []; for (let j = 0; j < n; j++) row.push(f(i, j)); m.push(row); } return m; }
function multiply(a, b) { const n = a.length; return matrix(n, (i, j) => { let s = 0; for (let k = 0; k < n; k++) s += a[i][k] * b[k][j]; return s; }); }
const identity = matrix(8, (i, j) => (i === j ? 1 : 0));
const m = matrix(8, (i, j) => i * 8 + j);
const half = matrix(8, (i, j) => (i + j) / 2);
console.log(multiply(m, identity).join() === m.join(), multiply(m, m)[3].join(), multiply(half, m)[7].join(), multiply(half, half)[1][1]);
let p = m;
for (let i = 0; i < 6; i++) p = multiply(p, m).map((row) => row.map((x) => x % 1009));
console.log(p[0].join());
const transpose = (x) => x[0].map((_, j) => x.map((row) => row[j]));
console.log(transpose([[1, 2, 3], [4, 5, 6]]).join("|"));
function spiral(x) { const out = []; let t = 0, b = x.length - 1, l = 0, r = x[0].length - 1; while (t <= b && l <= r) { for (let j = l; j <= r; j++) out.push(x[t][j]); t++; for (let i = t; i <= b; i++) out.push(x[i][r]); r--; if (t <= b) for (let j = r; j >= l; j--) out.push(x[b][j]); b--; if (l <= r) for (let i = b; i >= t; i--) out.push(x[i][l]); l++; } return out; }
console.log(spiral([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]).join());
const shared = Array(3).fill([]);
shared[0].push("s");
console.log(shared.join("|"), shared[0] === shared[2]);
const pascal = [[1]];
for (let i = 1; i < 15; i++) { const prev = pascal[i - 1]; pascal.push([1, ...prev.slice(1).map((x, j) => x + prev[j]), 1]); }
console.log(pascal[14].join());
const jagged = [];
for (let i = 0; i < 5; i++) { jagged[i] = []; jagged[i][i] = i; }
console.log(jagged.map((r) => r.length).join(), jagged[3].join("-"));
const ragged = [[1, 2], [3], []];
let sum = 0;
for (const row of ragged) for (const x of row) sum += x;
console.log(sum, ragged.flat().join());
function det(x) { if (x.length === 1) return x[0][0]; let d = 0; for (let j = 0; j < x.length; j++) d += (j % 2 ? -1 : 1) * x[0][j] * det(x.slice(1).map((row) => row.filter((_, k) => k !== j))); return d; }
console.log(det([[2, -3, 1], [2, 0, -1], [1, 4, 5]]), det(matrix(5, (i, j) => (i * j + i + 1) % 7)));
