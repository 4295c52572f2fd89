// An LRU cache and a priority queue: Maps with entries put in, moved and evicted; a heap of objects; a bounded history.
class Lru {
  constructor(capacity) { this.capacity = capacity; this.map = new Map(); this.hits = 0; this.evicted = 0; }
  get(key) {
    const value = this.map.get(key);
    if (value === undefined) return undefined;
    this.hits++;
    this.map.delete(key);
    this.map.set(key, value);
    return value;
  }
  put(key, value) {
    if (this.map.has(key)) this.map.delete(key);
    else if (this.map.size >= this.capacity) { this.map.delete(this.map.keys().next().value); this.evicted++; }
    this.map.set(key, value);
  }
}
class Heap {
  constructor(before) { this.before = before; this.items = []; }
  push(x) {
    const items = this.items;
    let i = items.length;
    items.push(x);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!this.before(items[i], items[up])) break;
      [items[i], items[up]] = [items[up], items[i]];
      i = up;
    }
  }
  pop() {
    const items = this.items, top = items[0], last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      for (let i = 0; ;) {
        let least = i;
        const l = 2 * i + 1, r = l + 1;
        if (l < items.length && this.before(items[l], items[least])) least = l;
        if (r < items.length && this.before(items[r], items[least])) least = r;
        if (least === i) break;
        [items[i], items[least]] = [items[least], items[i]];
        i = least;
      }
    }
    return top;
  }
}
function work() {
  const cache = new Lru(40), heap = new Heap((a, b) => a.at < b.at || (a.at === b.at && a.id < b.id)), history = [];
  let seed = 7, sum = 0;
  const random = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % 100;
  for (let i = 0; i < 400; i++) {
    const key = random();
    const hit = cache.get(key);
    if (hit === undefined) cache.put(key, { key, i });
    heap.push({ at: random(), id: i });
    if (i % 3 === 2) sum += heap.pop().id;
    history.push(key);
    if (history.length > 16) history.shift();
    if (history.indexOf(random()) >= 0) sum++;
  }
  while (heap.items.length > 0) sum = (sum * 3 + heap.pop().at) % 65521;
  return sum * 1000 + cache.hits + cache.evicted;
}

const EXPECTED = 19691369;
const times = [];
const begun = performance.now();
for (let round = 0; round < 30 || (round < 100000 && performance.now() - begun < 3000); round++) {
  const start = performance.now();
  const result = work();
  times.push(performance.now() - start);
  if (result !== EXPECTED) {
    throw new Error("round " + round + ": expected " + EXPECTED + ", got " + result);
  }
}
console.log("caches", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
