// Shortest paths on a grid and on a sparse graph, with Floyd–Warshall as a check.
function grid(n, seed) { const g = []; let s = seed; for (let i = 0; i < n * n; i++) { s = (s * 1103515245 + 12345) & 0x7fffffff; g.push(1 + (s >> 16) % 9); } return g; }
function dijkstra(cost, n, from) {
  const dist = new Array(n * n).fill(Infinity), prev = new Array(n * n).fill(-1), done = new Array(n * n).fill(false);
  dist[from] = 0;
  for (;;) {
    let u = -1;
    for (let i = 0; i < n * n; i++) if (!done[i] && dist[i] < Infinity && (u < 0 || dist[i] < dist[u])) u = i;
    if (u < 0) break;
    done[u] = true;
    const x = u % n, y = (u / n) | 0;
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      const nx = x + dx, ny = y + dy;
      if (nx < 0 || ny < 0 || nx >= n || ny >= n) continue;
      const v = ny * n + nx, d = dist[u] + cost[v];
      if (d < dist[v]) { dist[v] = d; prev[v] = u; }
    }
  }
  return { dist, prev };
}
const n = 12, cost = grid(n, 99);
const { dist, prev } = dijkstra(cost, n, 0);
const path = [];
for (let v = n * n - 1; v >= 0; v = prev[v]) path.unshift(v);
console.log(dist[n * n - 1], path.length, path.join(">"), Math.max(...dist));
function floyd(w) { const k = w.length; const d = w.map((r) => r.slice()); for (let m = 0; m < k; m++) for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) if (d[i][m] + d[m][j] < d[i][j]) d[i][j] = d[i][m] + d[m][j]; return d; }
const small = 4, sc = cost.slice(0, 16), w = [];
for (let i = 0; i < 16; i++) { w.push([]); for (let j = 0; j < 16; j++) { const near = Math.abs((i % small) - (j % small)) + Math.abs(((i / small) | 0) - ((j / small) | 0)) === 1; w[i][j] = i === j ? 0 : near ? sc[j] : Infinity; } }
const all = floyd(w);
let agree = true;
for (let i = 0; i < 16; i++) { const d = dijkstra(sc, small, i).dist; for (let j = 0; j < 16; j++) if (d[j] !== all[i][j]) agree = false; }
console.log(agree, all[0].join());
