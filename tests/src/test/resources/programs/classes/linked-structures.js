// A binary search tree, a doubly linked list and a skip-free set as classes, compared with built-ins.
class Tree { #root = null; #n = 0; get size() { return this.#n; } add(k) { const node = { k, l: null, r: null }; if (!this.#root) { this.#root = node; this.#n++; return true; } for (let t = this.#root; ; ) { if (k === t.k) return false; const side = k < t.k ? "l" : "r"; if (!t[side]) { t[side] = node; this.#n++; return true; } t = t[side]; } } has(k) { let t = this.#root; while (t && t.k !== k) t = k < t.k ? t.l : t.r; return t !== null; } each(f) { const go = (t) => { if (t) { go(t.l); f(t.k); go(t.r); } }; go(this.#root); } depth() { const d = (t) => (t ? 1 + Math.max(d(t.l), d(t.r)) : 0); return d(this.#root); } }
const t = new Tree(), s = new Set();
let seed = 3, agree = 0;
for (let i = 0; i < 500; i++) { seed = (seed * 75 + 74) % 65537; const k = seed % 300; if (t.add(k) === !s.has(k)) agree++; s.add(k); }
const keys = [];
t.each((k) => keys.push(k));
console.log(agree, t.size === s.size, keys.join() === [...s].sort((a, b) => a - b).join(), t.depth() > 8, t.has(seed % 300), t.has(-1));
class Deque { #head = null; #tail = null; length = 0; #link(v, at) { const n = { v, prev: null, next: null }; if (!this.#head) this.#head = this.#tail = n; else if (at === "front") { n.next = this.#head; this.#head.prev = n; this.#head = n; } else { n.prev = this.#tail; this.#tail.next = n; this.#tail = n; } this.length++; return this; } pushBack(v) { return this.#link(v, "back"); } pushFront(v) { return this.#link(v, "front"); } popFront() { const n = this.#head; if (!n) return undefined; this.#head = n.next; if (this.#head) this.#head.prev = null; else this.#tail = null; this.length--; return n.v; } popBack() { const n = this.#tail; if (!n) return undefined; this.#tail = n.prev; if (this.#tail) this.#tail.next = null; else this.#head = null; this.length--; return n.v; } }
const d = new Deque(), a = [];
let same = 0;
for (let i = 0; i < 900; i++) { const op = (i * i + i) % 5; if (op < 2) { d.pushBack(i); a.push(i); } else if (op === 2) { d.pushFront(i / 2); a.unshift(i / 2); } else if (op === 3 ? d.popFront() === a.shift() : d.popBack() === a.pop()) same++; }
console.log(same, d.length === a.length);
