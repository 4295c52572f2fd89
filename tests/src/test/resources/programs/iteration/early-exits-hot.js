// break, continue and return out of for-of and for-in loops over many kinds, hot, with iterators that must be closed.
let closed = 0;
const tracked = (n) => ({ [Symbol.iterator]() { let i = 0; return { next: () => (i < n ? { done: false, value: i++ } : { done: true, value: undefined }), return() { closed++; return {}; } }; } });
function firstBig(it, limit) { for (const x of it) { if (x % 2) continue; if (x > limit) return x; } return -1; }
let s = 0;
for (let i = 0; i < 400; i++) s += firstBig(i % 2 ? tracked(20) : [5, 6, 7, 8, 30], i % 25);
console.log(s, closed);
closed = 0;
function nested(n) { let c = 0; outer: for (const a of tracked(n)) { for (const b of tracked(n)) { if (b > a) continue outer; if (a + b > n) break outer; c++; } } return c; }
console.log(nested(5), nested(30), closed);
closed = 0;
function throwing(n) { try { for (const x of tracked(10)) if (x === n) throw x; return "none"; } catch (e) { return e; } }
const seen = {};
for (let i = 0; i < 300; i++) { const r = throwing(i % 12); seen[r] = (seen[r] || 0) + 1; }
console.log(JSON.stringify(seen), closed);
function keysUntil(o, stop) { const r = []; for (const k in o) { if (k === stop) break; r.push(k); } return r.length; }
let k = 0;
for (let i = 0; i < 400; i++) k += keysUntil(i % 2 ? { a: 1, b: 2, c: 3 } : { x: 1, c: 2, ["k" + i]: 3 }, "c");
console.log(k);
closed = 0;
const [p, q] = tracked(10), [r1, ...rest] = tracked(4), [] = tracked(3);
console.log(p, q, r1, rest.join(), closed);
function gen(n) { let out = ""; for (const [i, c] of [..."abcdef"].entries()) { if (i === n) return out; out += c; } return out + "!"; }
let g = 0;
for (let i = 0; i < 300; i++) g += gen(i % 8).length;
console.log(g, gen(3), gen(9));
