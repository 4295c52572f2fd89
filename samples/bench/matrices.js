// Arrays of arrays: matrix products of doubles, Gauss elimination, a table of integers, a game of life.

function matrix(n, f) {
  const rows = [];
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) row.push(f(i, j));
    rows.push(row);
  }
  return rows;
}
function multiply(a, b) {
  const n = a.length;
  const c = matrix(n, () => 0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i][k] * b[k][j];
      c[i][j] = sum;
    }
  }
  return c;
}
function determinant(m) {
  const a = m.map((row) => row.slice());
  let product = 1;
  for (let p = 0; p < a.length; p++) {
    for (let r = p + 1; r < a.length; r++) {
      const factor = a[r][p] / a[p][p];
      for (let c = p; c < a.length; c++) a[r][c] -= factor * a[p][c];
    }
    product *= a[p][p];
  }
  return product;
}
function distance(s, t) {
  const d = [];
  for (let i = 0; i <= s.length; i++) {
    d[i] = [i];
    for (let j = 1; j <= t.length; j++) {
      d[i][j] = i === 0 ? j : Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (s[i - 1] === t[j - 1] ? 0 : 1));
    }
  }
  return d[s.length][t.length];
}
function life(grid) {
  const h = grid.length, w = grid[0].length;
  return grid.map((row, y) => row.map((cell, x) => {
    let n = 0;
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (dx !== 0 || dy !== 0) n += grid[(y + dy + h) % h][(x + dx + w) % w];
      }
    }
    return n === 3 || (cell === 1 && n === 2) ? 1 : 0;
  }));
}

function work() {
  const a = matrix(24, (i, j) => (i * 3 + j * 5) % 11 + 0.5);
  const b = matrix(24, (i, j) => (i === j ? 2.25 : (i + j) % 3));
  const c = multiply(a, b);
  let grid = matrix(24, (i, j) => ((i * j) % 5 === 1 ? 1 : 0));
  for (let i = 0; i < 4; i++) grid = life(grid);
  let alive = 0;
  for (const row of grid) for (const cell of row) alive += cell;
  return Math.round(c[3][4] + c[20][7]) + Math.round(Math.abs(determinant(b)) % 1000) + alive +
    distance("the quick brown fox jumps", "over lazy dogs that sleep");
}

const EXPECTED = 657;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("matrices", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
