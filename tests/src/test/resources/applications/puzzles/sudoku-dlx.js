// Sudoku as exact cover with dancing links; pentomino-like covers by the same code.
class Node { constructor(column) { this.left = this.right = this.up = this.down = this; this.column = column; this.row = null; } }
class Cover {
  constructor(names) {
    this.root = new Node(null); this.columns = new Map(); this.solution = []; this.steps = 0;
    for (const name of names) {
      const c = new Node(null); c.column = c; c.size = 0; c.name = name;
      c.left = this.root.left; c.right = this.root; this.root.left.right = c; this.root.left = c;
      this.columns.set(name, c);
    }
  }
  add(row, names) {
    let first = null;
    for (const name of names) {
      const c = this.columns.get(name), n = new Node(c);
      n.row = row; n.up = c.up; n.down = c; c.up.down = n; c.up = n; c.size++;
      if (first) { n.left = first.left; n.right = first; first.left.right = n; first.left = n; } else first = n;
    }
    return first;
  }
  cover(c) {
    c.right.left = c.left; c.left.right = c.right;
    for (let i = c.down; i !== c; i = i.down) for (let j = i.right; j !== i; j = j.right) { j.down.up = j.up; j.up.down = j.down; j.column.size--; }
  }
  uncover(c) {
    for (let i = c.up; i !== c; i = i.up) for (let j = i.left; j !== i; j = j.left) { j.column.size++; j.down.up = j; j.up.down = j; }
    c.right.left = c; c.left.right = c;
  }
  *solve() {
    this.steps++;
    if (this.root.right === this.root) { yield this.solution.map((n) => n.row); return; }
    let c = this.root.right;
    for (let j = c.right; j !== this.root; j = j.right) if (j.size < c.size) c = j;
    this.cover(c);
    for (let r = c.down; r !== c; r = r.down) {
      this.solution.push(r);
      for (let j = r.right; j !== r; j = j.right) this.cover(j.column);
      yield* this.solve();
      for (let j = r.left; j !== r; j = j.left) this.uncover(j.column);
      this.solution.pop();
    }
    this.uncover(c);
  }
  take(row) { this.solution.push(row); for (let j = row; ;) { this.cover(j.column); j = j.right; if (j === row) break; } }
}
function sudoku(text, most = 2) {
  const names = [];
  for (let a = 0; a < 9; a++) for (let b = 0; b < 9; b++) names.push(`c${a}${b}`, `r${a}${b + 1}`, `k${a}${b + 1}`, `b${a}${b + 1}`);
  const cover = new Cover(names), rows = new Map();
  for (let y = 0; y < 9; y++) for (let x = 0; x < 9; x++) for (let d = 1; d <= 9; d++) rows.set(`${y}${x}${d}`, cover.add([y, x, d], [`c${y}${x}`, `r${y}${d}`, `k${x}${d}`, `b${Math.floor(y / 3) * 3 + Math.floor(x / 3)}${d}`]));
  [...text].forEach((ch, i) => { if (ch !== '.') cover.take(rows.get(`${Math.floor(i / 9)}${i % 9}${ch}`)); });
  const found = [];
  for (const s of cover.solve()) { const grid = Array(81); for (const [y, x, d] of s) grid[y * 9 + x] = d; found.push(grid.join('')); if (found.length === most) break; }
  return { found, steps: cover.steps };
}
for (const p of ['53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79', '8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..', '.................................................................................'.replace(/^./, '1')]) {
  const { found, steps } = sudoku(p);
  console.log(found.length, steps, found[0]?.match(/.{9}/g).join('/'));
}
const cover = new Cover([1, 2, 3, 4, 5, 6, 7]);
Object.entries({ A: [1, 4, 7], B: [1, 4], C: [4, 5, 7], D: [3, 5, 6], E: [2, 3, 6, 7], F: [2, 7] }).forEach(([k, v]) => cover.add(k, v));
console.log([...cover.solve()].map((s) => s.sort().join('')));
function dominoes(w, h) { const cells = []; for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) cells.push(`${x},${y}`); const c = new Cover(cells); for (const cell of cells) { const [x, y] = cell.split(',').map(Number); if (x + 1 < w) c.add(cell + 'h', [cell, `${x + 1},${y}`]); if (y + 1 < h) c.add(cell + 'v', [cell, `${x},${y + 1}`]); } let n = 0; for (const _ of c.solve()) n++; return n; }
console.log([dominoes(2, 3), dominoes(4, 4), dominoes(3, 4), dominoes(3, 3)]);
