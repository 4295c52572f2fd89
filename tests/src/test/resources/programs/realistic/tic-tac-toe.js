// Minimax with memoisation over board strings; counts of positions; perfect play ends in a draw.
const lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];
const winner = (b) => { for (const [x, y, z] of lines) if (b[x] !== "." && b[x] === b[y] && b[y] === b[z]) return b[x]; return null; };
const put = (b, i, p) => b.slice(0, i) + p + b.slice(i + 1);
const memo = new Map();
function value(b, p) { if (memo.has(b)) return memo.get(b); const w = winner(b); let v; if (w) v = w === "X" ? 1 : -1; else if (!b.includes(".")) v = 0; else { v = p === "X" ? -2 : 2; for (let i = 0; i < 9; i++) if (b[i] === ".") { const r = value(put(b, i, p), p === "X" ? "O" : "X"); if (p === "X" ? r > v : r < v) v = r; } } memo.set(b, v); return v; }
const start = "X........";
console.log(value(start, "O"), memo.size, [...memo.values()].filter((v) => v === 1).length);
function best(b, p) { let move = -1, score = p === "X" ? -2 : 2; for (let i = 0; i < 9; i++) if (b[i] === ".") { const r = value(put(b, i, p), p === "X" ? "O" : "X"); if (p === "X" ? r > score : r < score) { score = r; move = i; } } return move; }
let b = start, p = "O";
const moves = [];
while (!winner(b) && b.includes(".")) { const m = best(b, p); moves.push(p + m); b = put(b, m, p); p = p === "X" ? "O" : "X"; }
console.log(moves.join(" "), b, winner(b));
console.log(value("XX.OO....", "X"), value("XX.OO....", "O"), best("XX.OO....", "O"), winner("XXX......"), winner("........."));
