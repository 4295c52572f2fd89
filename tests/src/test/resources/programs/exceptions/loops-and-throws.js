// Errors that leave loops at changing depth, hot: from inner loops, from callbacks, out of switch and labels.
class Stop extends Error { constructor(v) { super("stop"); this.v = v; } }
function search(grid, want) { try { grid.forEach((row, y) => row.forEach((v, x) => { if (v === want) throw new Stop([x, y]); })); return "none"; } catch (e) { if (e instanceof Stop) return e.v.join(); throw e; } }
const grid = Array.from({ length: 8 }, (_, y) => Array.from({ length: 8 }, (_, x) => x * 8 + y));
let r = 0;
for (let i = 0; i < 150; i++) { const f = search(grid, i); r += f === "none" ? 1 : f.length; }
console.log(r, search(grid, 63), search(grid, 64));
function deep(n, at) { for (let i = 0; i < 3; i++) { if (n === 0) { if (i === at) throw at; continue; } try { deep(n - 1, at); } finally { depth++; } } return n; }
let depth = 0, caught = 0;
for (let i = 0; i < 100; i++) { try { deep(3, i % 5); } catch (e) { caught += e + 1; } }
console.log(depth, caught);
function pick(n) { out: for (let i = 0; ; i++) { switch (i % 4) { case 0: continue; case 1: try { if (i > n) break out; } finally { n--; } break; case 2: if (i === 6) continue out; break; default: if (i > 40) throw n; } } return n; }
const got = {};
for (let i = 0; i < 200; i++) { let k; try { k = "r" + pick(i % 50); } catch (e) { k = "t" + e; } got[k] = (got[k] || 0) + 1; }
console.log(Object.keys(got).length, got.r0, JSON.stringify(got).length);
let sum = 0;
for (let i = 0; i < 500; i++) { try { try { if (i % 3 === 0) throw i; sum += 1; } catch (e) { if (e % 2) throw -e; sum += e; } finally { sum += 0.5; } } catch (e) { sum += e / 2; } }
console.log(sum);
