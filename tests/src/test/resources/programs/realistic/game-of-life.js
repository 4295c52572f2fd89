// Conway's life on a torus: arrays of arrays, a typed array and a set of strings must agree.
const W = 18, H = 14;
const glider = ["........", ".X......", "..XX....", ".XX.....", "......XX", "......XX"];
const start = [];
for (let y = 0; y < H; y++) { start.push([]); for (let x = 0; x < W; x++) start[y].push((glider[y]?.[x] ?? ".") === "X" || (x * y) % 7 === 3 ? 1 : 0); }
function stepRows(g) { return g.map((row, y) => row.map((cell, x) => { let n = 0; for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if (dx || dy) n += g[(y + dy + H) % H][(x + dx + W) % W]; return n === 3 || (cell && n === 2) ? 1 : 0; })); }
function stepTyped(a, b) { for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) { let n = -a[y * W + x]; for (let dy = H - 1; dy <= H + 1; dy++) for (let dx = W - 1; dx <= W + 1; dx++) n += a[((y + dy) % H) * W + ((x + dx) % W)]; b[y * W + x] = n === 3 || (n === 2 && a[y * W + x]) ? 1 : 0; } }
function stepSet(s) { const counts = new Map(); for (const k of s) { const [x, y] = k.split(",").map(Number); for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if (dx || dy) { const q = ((x + dx + W) % W) + "," + ((y + dy + H) % H); counts.set(q, (counts.get(q) ?? 0) + 1); } } const r = new Set(); for (const [k, n] of counts) if (n === 3 || (n === 2 && s.has(k))) r.add(k); return r; }
let rows = start, a = new Uint8Array(W * H), b = new Uint8Array(W * H), set = new Set();
start.forEach((r, y) => r.forEach((c, x) => { a[y * W + x] = c; if (c) set.add(x + "," + y); }));
const history = [];
for (let gen = 0; gen < 12; gen++) { rows = stepRows(rows); stepTyped(a, b); [a, b] = [b, a]; set = stepSet(set); const n = rows.flat().reduce((s, c) => s + c, 0); history.push(n === a.reduce((s, c) => s + c) && n === set.size ? n : "different"); }
console.log(history.join());
console.log(rows.map((r) => r.map((c) => ".#"[c]).join("")).join("\n"));
