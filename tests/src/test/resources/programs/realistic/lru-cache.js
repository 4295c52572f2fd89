// An LRU cache on a doubly linked list and a plain object, against one on a Map.
class Node { constructor(k, v) { this.k = k; this.v = v; this.prev = this.next = null; } }
class Lru {
  constructor(cap) { this.cap = cap; this.map = {}; this.size = 0; this.head = new Node(); this.tail = new Node(); this.head.next = this.tail; this.tail.prev = this.head; this.hits = this.misses = 0; }
  #unlink(n) { n.prev.next = n.next; n.next.prev = n.prev; }
  #front(n) { n.next = this.head.next; n.prev = this.head; this.head.next.prev = n; this.head.next = n; }
  get(k) { const n = this.map[k]; if (!n) { this.misses++; return undefined; } this.hits++; this.#unlink(n); this.#front(n); return n.v; }
  put(k, v) { let n = this.map[k]; if (n) { n.v = v; this.#unlink(n); this.#front(n); return; } if (this.size === this.cap) { const old = this.tail.prev; this.#unlink(old); delete this.map[old.k]; this.size--; } n = new Node(k, v); this.map[k] = n; this.#front(n); this.size++; }
  keys() { const r = []; for (let n = this.head.next; n !== this.tail; n = n.next) r.push(n.k); return r; }
}
class MapLru { constructor(cap) { this.cap = cap; this.m = new Map(); } get(k) { if (!this.m.has(k)) return undefined; const v = this.m.get(k); this.m.delete(k); this.m.set(k, v); return v; } put(k, v) { this.m.delete(k); if (this.m.size === this.cap) this.m.delete(this.m.keys().next().value); this.m.set(k, v); } keys() { return [...this.m.keys()].reverse(); } }
const a = new Lru(25), b = new MapLru(25);
let seed = 9, same = 0;
for (let i = 0; i < 1500; i++) { seed = (seed * 1103515245 + 12345) & 0x7fffffff; const k = "k" + ((seed >> 8) % (i % 3 ? 30 : 80)); if (seed & 0x8000) { a.put(k, i); b.put(k, i); } else if (a.get(k) === b.get(k)) same++; }
console.log(same, a.hits, a.misses, a.size, a.keys().join() === b.keys().join(), a.keys().slice(0, 5).join());
