// OSR entries in outer and inner loops, with extra scopes, other representations, and code after the loops.
function inner(n, m) { let total = 0; let text = ""; for (let i = 0; i < n; i++) { let row = 0; for (let j = 0; j < m; j++) { row += i ^ j; } total += row; if (i % 100 === 0) text += row + ";"; } return total + text; }
console.log(inner(1, 5000), inner(60, 60), inner(500, 3));
function types(n) { let x = 0; for (let i = 0; i < n; i++) x += 1; x += 0.5; for (let i = 0; i < n; i++) x += 1; x += "s"; for (let i = 0; i < n; i++) { if (i % 500 === 0) x += i; } return x; }
console.log(types(2000));
function scopes(n) { const fs = []; for (let i = 0; i < n; i++) { let captured = i * 2; { const deeper = captured + 1; if (i % 800 === 0) fs.push(() => captured + deeper + i); captured++; } } return fs.map((f) => f()).join(); }
console.log(scopes(2500));
function whileDo(n) { let a = 0, b = 0; while (a < n) { a++; do { b += (a & 1) + 1; } while (b % 3 !== 0 && b < a); if (a % 7 === 0) continue; if (b > n * 2) break; } return a + "," + b; }
console.log(whileDo(3000));
function three(n) { let c = 0; for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) { if (k > i + j) break; c += i * j - k; } return c; }
console.log(three(3), three(15));
function labelled(n) { let c = 0; outer: for (let i = 0; i < n; i++) { for (let j = 0; ; j++) { if (j > 20) continue outer; if (i === n - 1 && j === 15) break outer; c += j; } } return c; }
console.log(labelled(300));
function mixedEntry(n, start) { let v = start; for (let i = 0; i < n; i++) v = v + v > 100 ? v - 50 : v + 1; return v; }
console.log(mixedEntry(1500, 0), mixedEntry(1500, 0.5), mixedEntry(1500, "1").length > 0);
function inTry(n) { let s = 0; try { for (let i = 0; i < n; i++) { s += i; if (i === n - 1) throw s; } } catch (e) { for (let j = 0; j < n; j++) s -= 1; return s + e; } finally { for (let j = 0; j < 10; j++) s++; } }
console.log(inTry(2000));
function forOf(n) { let s = 0; for (const x of Array.from({ length: n }, (_, i) => i)) { s += x; if (x === n - 5) s += 0.5; } for (const k in { a: 1, b: 2 }) for (let i = 0; i < n; i++) s += k === "b" ? 1 : 0; return s; }
console.log(forOf(1500));
let top = 0;
for (let i = 0; i < 3000; i++) { top += i % 2 ? i : -i; }
for (let i = 0; i < 3000; i++) { top += 0.25; if (i === 2999) top += "!"; }
console.log(top);
function argsLoop(a, b = 2, ...rest) { for (let i = 0; i < 1500; i++) { a += b; b ^= 1; rest[0] += a & 1; } return [a, b, rest.join("|"), arguments[0]].join(); }
console.log(argsLoop(1), argsLoop(1, 5, 7, 8));
