// A maze carved by depth-first search, solved by breadth-first search and by wall following.
const W = 21, H = 11;
const cells = Array.from({ length: H }, () => new Array(W).fill("#"));
let seed = 8;
const rnd = (n) => { seed = (seed * 16807) % 2147483647; return seed % n; };
const DIRS = [[0, -1], [1, 0], [0, 1], [-1, 0]];
(function carve(x, y) { cells[y][x] = " "; const ds = [0, 1, 2, 3]; while (ds.length) { const [dx, dy] = DIRS[ds.splice(rnd(ds.length), 1)[0]]; const nx = x + 2 * dx, ny = y + 2 * dy; if (ny > 0 && ny < H && nx > 0 && nx < W && cells[ny][nx] === "#") { cells[y + dy][x + dx] = " "; carve(nx, ny); } } })(1, 1);
function bfs(from, to) { const prev = new Map([[from, null]]), q = [from]; for (const at of q) { if (at === to) break; const [x, y] = at.split(",").map(Number); for (const [dx, dy] of DIRS) { const k = x + dx + "," + (y + dy); if (cells[y + dy][x + dx] === " " && !prev.has(k)) { prev.set(k, at); q.push(k); } } } const path = []; for (let at = to; at; at = prev.get(at)) path.unshift(at); return path; }
const path = bfs("1,1", `${W - 2},${H - 2}`);
for (const p of path) { const [x, y] = p.split(",").map(Number); cells[y][x] = "."; }
console.log(cells.map((r) => r.join("")).join("\n"));
let x = 1, y = 1, dir = 1, steps = 0;
while ((x !== W - 2 || y !== H - 2) && steps < 2000) { for (const turn of [1, 0, 3, 2]) { const d = (dir + turn) % 4; const [dx, dy] = DIRS[d]; if (cells[y + dy][x + dx] !== "#") { dir = d; x += dx; y += dy; steps++; break; } } }
console.log(path.length, steps, x, y, cells.flat().filter((c) => c !== "#").length);
