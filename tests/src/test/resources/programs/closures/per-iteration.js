// A fresh binding per iteration for let in for, for-in and for-of, also with continue, break and closures in the head.
const fs = [];
for (let i = 0, inc = () => i++; i < 3; inc(), i++) { fs.push(() => i); if (fs.length > 5) break; }
console.log(fs.map((f) => f()).join());
const gs = [];
for (let i = 0; i < 5; i++) { if (i === 2) continue; gs.push(() => i); }
console.log(gs.map((f) => f()).join());
const hs = [];
for (const k in { a: 1, b: 2 }) hs.push(() => k);
for (const v of [7, 8]) hs.push(() => v);
for (const [x, y] of [[1, 2], [3, 4]]) hs.push(() => x + y);
console.log(hs.map((f) => f()).join());
const ks = [];
for (let i = 0; ks.push(() => i), i < 2; i++) {}
console.log(ks.map((f) => f()).join());
const ups = [];
for (let i = 0; i < 3; ups.push(() => i), i++);
console.log(ups.map((f) => f()).join());
let w = 0;
const ws = [];
while (w < 3) { let c = w++; ws.push(() => c++); }
console.log(ws.map((f) => f()).join(), ws.map((f) => f()).join());
const nested = [];
for (let i = 0; i < 2; i++) for (let j = 0; j < 2; j++) nested.push(() => i * 10 + j);
console.log(nested.map((f) => f()).join());
const hot = [];
for (let i = 0; i < 2000; i++) { if (i % 500 === 0) hot.push(() => i); }
console.log(hot.map((f) => f()).join());
