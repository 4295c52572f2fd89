// Edit distances by table and by two rows, spelling suggestions, longest common subsequence, diff.
function table(a, b) { const d = Array.from({ length: a.length + 1 }, (_, i) => [i]); for (let j = 1; j <= b.length; j++) d[0][j] = j; for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)); return d[a.length][b.length]; }
function rows(a, b) { let prev = new Uint16Array(b.length + 1).map((_, i) => i), cur = new Uint16Array(b.length + 1); for (let i = 1; i <= a.length; i++) { cur[0] = i; for (let j = 1; j <= b.length; j++) { const sub = prev[j - 1] + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1); let m = prev[j] + 1; if (cur[j - 1] + 1 < m) m = cur[j - 1] + 1; if (sub < m) m = sub; cur[j] = m; } [prev, cur] = [cur, prev]; } return prev[b.length]; }
const words = "interpreter compiler optimizer baseline register allocation shape closure guard deopt bytecode feedback profile inline cache".split(" ");
let agree = true, sum = 0;
for (const a of words) for (const b of words) { const x = rows(a, b); sum += x; if (a < b && x !== table(a, b)) agree = false; }
console.log(agree, sum, rows("", "abc"), rows("abc", ""), rows("", ""));
const suggest = (w) => words.map((c) => [rows(w, c), c]).sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))[0][1];
console.log(["interpeter", "clousre", "gard", "cach", "optimiser"].map(suggest).join());
function diff(a, b) { const L = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0)); for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) L[i][j] = a[i] === b[j] ? L[i + 1][j + 1] + 1 : Math.max(L[i + 1][j], L[i][j + 1]); const out = []; let i = 0, j = 0; while (i < a.length || j < b.length) { if (i < a.length && j < b.length && a[i] === b[j]) { out.push(" " + a[i]); i++; j++; } else if (j < b.length && (i === a.length || L[i][j + 1] > L[i + 1][j])) out.push("+" + b[j++]); else out.push("-" + a[i++]); } return out; }
console.log(diff("a b c d e f".split(" "), "a x c d f g".split(" ")).join(" "));
