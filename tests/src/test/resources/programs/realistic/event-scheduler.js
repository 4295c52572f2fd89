// A discrete event simulation of a shop with a priority queue of events.
class Heap {
  constructor(less) { this.items = []; this.less = less; }
  get size() { return this.items.length; }
  push(x) { const a = this.items; let i = a.length; a.push(x); while (i > 0) { const p = (i - 1) >> 1; if (!this.less(a[i], a[p])) break; [a[i], a[p]] = [a[p], a[i]]; i = p; } }
  pop() { const a = this.items; const top = a[0]; const last = a.pop(); if (a.length) { a[0] = last; let i = 0; for (;;) { let m = i; const l = 2 * i + 1, r = l + 1; if (l < a.length && this.less(a[l], a[m])) m = l; if (r < a.length && this.less(a[r], a[m])) m = r; if (m === i) break; [a[i], a[m]] = [a[m], a[i]]; i = m; } } return top; }
}
class Simulation {
  constructor(seed) { this.now = 0; this.seed = seed; this.order = 0; this.events = new Heap((a, b) => a.time < b.time || (a.time === b.time && a.order < b.order)); }
  random(n) { this.seed = (this.seed * 16807) % 2147483647; return this.seed % n; }
  at(delay, action) { this.events.push({ time: this.now + delay, order: this.order++, action }); }
  run(until) { while (this.events.size) { const e = this.events.pop(); if (e.time > until) break; this.now = e.time; e.action(this); } }
}
class Shop {
  constructor(clerks) { this.free = clerks; this.queue = []; this.served = 0; this.waited = 0; this.longest = 0; }
  arrive(sim) { const customer = { arrived: sim.now, items: 1 + sim.random(9) }; this.queue.push(customer); this.longest = Math.max(this.longest, this.queue.length); sim.at(3 + sim.random(5), (s) => this.arrive(s)); this.start(sim); }
  start(sim) { while (this.free > 0 && this.queue.length > 0) { const c = this.queue.shift(); this.free--; this.waited += sim.now - c.arrived; sim.at(c.items * 2 + 0.5, (s) => { this.free++; this.served++; this.start(s); }); } }
}
for (const clerks of [1, 2, 3]) {
  const sim = new Simulation(42), shop = new Shop(clerks);
  sim.at(0, (s) => shop.arrive(s));
  sim.run(1500);
  console.log(clerks, shop.served, (shop.waited / shop.served).toFixed(3), shop.longest, sim.now, sim.order);
}
const h = new Heap((a, b) => a < b);
for (let i = 0; i < 300; i++) h.push((i * 7919) % 1009);
let prev = -1, ok = true;
while (h.size) { const x = h.pop(); ok = ok && x >= prev; prev = x; }
console.log(ok, prev);
