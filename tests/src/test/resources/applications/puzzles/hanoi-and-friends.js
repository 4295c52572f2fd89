// Puzzles by search: towers of Hanoi three ways, water jugs, wolf-goat-cabbage, eight puzzle with A*, Gray codes, Josephus.
function* hanoi(n, a = 'A', b = 'B', c = 'C') { if (n === 0) return; yield* hanoi(n - 1, a, c, b); yield a + c; yield* hanoi(n - 1, b, a, c); }
const iterative = (n) => { const pegs = { A: Array.from({ length: n }, (_, i) => n - i), B: [], C: [] }, out = [], order = n % 2 ? ['A', 'C', 'B'] : ['A', 'B', 'C']; let small = 0; for (let m = 1; m < 2 ** n; m++) { if (m % 2) { const from = order[small], to = order[(small = (small + 1) % 3)]; pegs[to].push(pegs[from].pop()); out.push(from + to); } else { const [p, q] = order.filter((_, i) => i !== small), top = (k) => pegs[k].at(-1) ?? Infinity, [from, to] = top(p) < top(q) ? [p, q] : [q, p]; pegs[to].push(pegs[from].pop()); out.push(from + to); } } return out; };
console.log([...hanoi(3)].join(' '), [...hanoi(10)].length, JSON.stringify([...hanoi(4)]) === JSON.stringify(iterative(4)));
function bfs(start, isGoal, next, key = JSON.stringify) { const from = new Map([[key(start), null]]), queue = [start]; for (const s of queue) { if (isGoal(s)) { const path = [s]; for (let p = from.get(key(s)); p; p = from.get(key(p))) path.unshift(p); return { path, seen: from.size }; } for (const t of next(s)) if (!from.has(key(t))) { from.set(key(t), s); queue.push(t); } } return null; }
const jugs = bfs([0, 0], ([a, b]) => a === 4 || b === 4, ([a, b]) => { const p = Math.min(a, 3 - b), q = Math.min(b, 5 - a); return [[5, b], [a, 3], [0, b], [a, 0], [a - p, b + p], [a + q, b - q]]; });
console.log(jugs.path.map((s) => s.join()).join(' > '), jugs.seen);
const river = bfs({ w: 0, g: 0, c: 0, me: 0 }, (s) => s.w + s.g + s.c + s.me === 4, (s) => [null, 'w', 'g', 'c'].filter((k) => k === null || s[k] === s.me).map((k) => ({ ...s, me: 1 - s.me, ...(k && { [k]: 1 - s[k] }) })).filter((t) => !((t.w === t.g || t.g === t.c) && t.g !== t.me)));
console.log(river.path.length, river.path.map((s) => Object.entries(s).filter(([, v]) => v).map(([k]) => k).join('') || '-').join(' '));
function slide(board) {
  const goal = '123456780', h = (s) => [...s].reduce((n, c, i) => (c === '0' ? n : n + Math.abs(((c - 1) % 3) - (i % 3)) + Math.abs(Math.floor((c - 1) / 3) - Math.floor(i / 3))), 0);
  const open = [[h(board), 0, board]], best = new Map([[board, 0]]);
  let expanded = 0;
  while (open.length) { let k = 0; for (let i = 1; i < open.length; i++) if (open[i][0] < open[k][0]) k = i; const [, d, s] = open.splice(k, 1)[0]; if (s === goal) return `${d} moves, ${expanded}`; if (d > best.get(s)) continue; expanded++; const z = s.indexOf('0'); for (const m of [-3, 3, -1, 1]) { const t = z + m; if (t < 0 || t > 8 || (Math.abs(m) === 1 && Math.floor(t / 3) !== Math.floor(z / 3))) continue; const a = [...s]; [a[z], a[t]] = [a[t], a[z]]; const n = a.join(''); if (d + 1 < (best.get(n) ?? Infinity)) { best.set(n, d + 1); open.push([d + 1 + h(n), d + 1, n]); } } }
}
console.log(slide('123405786'), slide('413726580'), slide('140523786').split(' ')[0]);
const gray = (n) => (n === 0 ? [''] : ((g) => [...g.map((x) => '0' + x), ...g.toReversed().map((x) => '1' + x)])(gray(n - 1)));
console.log(gray(3).join(), gray(4).every((g, i, a) => i === 0 || [...g].filter((c, k) => c !== a[i - 1][k]).length === 1), Array.from({ length: 12 }, (_, n) => { let j = 0; for (let i = 2; i <= n + 1; i++) j = (j + 3) % i; return j + 1; }).join());
