// Arrays as stacks, queues, deques and rings in hot loops.
function stack(n) { const s = []; let r = 0; for (let i = 0; i < n; i++) { s.push(i ^ (i >> 1)); if (i % 4 === 3) r += s.pop() - s.pop(); } return r + s.length * 1000; }
function queue(n) { const q = []; let r = 0; for (let i = 0; i < n; i++) { q.push(i); if (i % 2) r = (r * 7 + q.shift()) % 100003; } return r + ":" + q.length; }
function deque(n) { const d = [0]; for (let i = 1; i < n; i++) { if (i % 3 === 0) d.unshift(i); else d.push(i); if (d.length > 20) { d.pop(); d.shift(); } } return d.join(); }
class Ring { constructor(n) { this.buf = new Array(n).fill(0); this.at = 0; } put(x) { const old = this.buf[this.at]; this.buf[this.at] = x; this.at = (this.at + 1) % this.buf.length; return old; } }
console.log(stack(2000), queue(1200), deque(300));
const r = new Ring(16);
let sum = 0;
for (let i = 0; i < 2000; i++) sum += r.put(i % 5 === 0 ? i / 2 : i);
console.log(sum, r.buf.join());
const mixed = [];
for (let i = 0; i < 300; i++) { mixed.push(i, "s" + i, i / 3, null, [i]); mixed.splice(i % mixed.length, 2); }
console.log(mixed.length, mixed.filter((x) => typeof x === "string").length, mixed.filter(Array.isArray).length);
function bfs(n) { const seen = [true], order = [0]; for (let i = 0; i < order.length; i++) for (const m of [order[i] * 2 + 1, order[i] * 3 + 2, (order[i] + 7) % n]) if (m < n && !seen[m]) { seen[m] = true; order.push(m); } return order.length + ":" + order.slice(-4).join(); }
console.log(bfs(500), bfs(3));
