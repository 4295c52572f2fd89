// Warnsdorff's rule with backtracking on boards of several sizes, printed as a table.
function tour(n, x, y) {
  const board = Array.from({ length: n }, () => Array(n).fill(0)), moves = [[1, 2], [2, 1], [2, -1], [1, -2], [-1, -2], [-2, -1], [-2, 1], [-1, 2]];
  const free = (a, b) => a >= 0 && b >= 0 && a < n && b < n && board[b][a] === 0, exits = (a, b) => moves.reduce((k, [dx, dy]) => k + free(a + dx, b + dy), 0);
  let tries = 0;
  const go = (a, b, step) => {
    board[b][a] = step;
    if (step === n * n) return true;
    if (++tries > 20000) return false;
    const next = moves.map(([dx, dy]) => [a + dx, b + dy]).filter(([p, q]) => free(p, q)).map(([p, q]) => [p, q, exits(p, q)]).sort((l, r) => l[2] - r[2]);
    for (const [p, q] of next) if (go(p, q, step + 1)) return true;
    board[b][a] = 0;
    return false;
  };
  return { done: go(x, y, 1), tries, board };
}
for (const [n, x, y] of [[5, 0, 0], [6, 2, 3], [8, 0, 0], [4, 0, 0]]) {
  const { done, tries, board } = tour(n, x, y);
  console.log(n, done, tries > 100 ? 'many' : tries);
  if (done && n < 8) console.table(board);
  else if (done) console.log(board.map((r) => r.map((v) => String(v).padStart(2)).join(' ')).join('\n'));
}
