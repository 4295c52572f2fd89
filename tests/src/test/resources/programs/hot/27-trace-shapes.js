// What a tracing tier finds hard: loops that change type on every lap, recursion in loops, side exits that become hot, inner loops of length 0 and 1.
function carried(n) { let x = 0; for (let i = 0; i < n; i++) { x = i % 3 === 0 ? i : i % 3 === 1 ? x + 0.5 : x + ""; if (typeof x === "string") x = Number(x); } return x; }
console.log(carried(10), carried(2500));
function rec(n) { return n < 2 ? n : rec(n - 1) + (n & 1); }
function loopRec(n) { let s = 0; for (let i = 0; i < n; i++) s += rec(i % 9); return s; }
console.log(loopRec(600));
function sideExit(n) { let a = 0, b = 0, c = 0; for (let i = 0; i < n; i++) { if (i & 1) a += i; else if (i % 10 === 0) b += 0.25; else c ^= i; } return [a, b, c].join(); }
console.log(sideExit(3000));
function innerLengths(n) { let s = 0; for (let i = 0; i < n; i++) { for (let j = 0; j < i % 3; j++) s += j + 1; for (let k = i; k < i; k++) s += 1000; do { s++; } while (s % 5 === 0); } return s; }
console.log(innerLengths(2000));
function allocSunk(n) { let best = { v: -1 }; for (let i = 0; i < n; i++) { const p = { v: (i * 37) % 101 }; if (p.v > best.v) best = p; else if (i % 500 === 0) best = { v: best.v, copied: i }; } return best.v + ":" + best.copied; }
console.log(allocSunk(2000));
function callInside(n, f) { let s = 0; for (let i = 0; i < n; i++) { s += f(i); if (i === n - 10) f = (x) => "t"; } return typeof s === "string" ? s.length + s.slice(-3) : s; }
console.log(callInside(1500, (x) => x & 3), callInside(5, (x) => x));
function bothWays(n) { let i = 0, dir = 1, turns = 0; for (let k = 0; k < n; k++) { i += dir; if (i >= 50 || i <= -50) { dir = -dir; turns++; } } return i + "/" + turns; }
console.log(bothWays(3000));
