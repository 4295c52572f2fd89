// A left-leaning red-black tree as an ordered map with iteration, ranks and ranges; its invariants are checked after every change.
const RED = true, BLACK = false;
class Node {
  color = RED; left = null; right = null; size = 1;
  constructor(key, value) { this.key = key; this.value = value; }
}
const isRed = (n) => n !== null && n.color === RED;
const size = (n) => n?.size ?? 0;
const update = (n) => { n.size = 1 + size(n.left) + size(n.right); return n; };
function rotateLeft(h) {
  const x = h.right;
  h.right = x.left; x.left = update(h);
  x.color = h.color; h.color = RED;
  return update(x);
}
function rotateRight(h) {
  const x = h.left;
  h.left = x.right; x.right = update(h);
  x.color = h.color; h.color = RED;
  return update(x);
}
function flip(h) { h.color = !h.color; h.left.color = !h.left.color; h.right.color = !h.right.color; }
function balance(h) {
  if (isRed(h.right) && !isRed(h.left)) h = rotateLeft(h);
  if (isRed(h.left) && isRed(h.left.left)) h = rotateRight(h);
  if (isRed(h.left) && isRed(h.right)) flip(h);
  return update(h);
}
function moveRedLeft(h) {
  flip(h);
  if (isRed(h.right.left)) { h.right = rotateRight(h.right); h = rotateLeft(h); flip(h); }
  return h;
}
function moveRedRight(h) {
  flip(h);
  if (isRed(h.left.left)) { h = rotateRight(h); flip(h); }
  return h;
}
class SortedMap {
  #root = null; #compare;
  constructor(entries = [], compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)) {
    this.#compare = compare;
    for (const [k, v] of entries) this.set(k, v);
  }
  get size() { return size(this.#root); }
  get(key) {
    for (let n = this.#root; n;) {
      const c = this.#compare(key, n.key);
      if (c === 0) return n.value;
      n = c < 0 ? n.left : n.right;
    }
  }
  has(key) { return this.#find(key) !== null; }
  #find(key) {
    let n = this.#root;
    while (n) { const c = this.#compare(key, n.key); if (c === 0) break; n = c < 0 ? n.left : n.right; }
    return n;
  }
  set(key, value) {
    const put = (h) => {
      if (h === null) return new Node(key, value);
      const c = this.#compare(key, h.key);
      if (c < 0) h.left = put(h.left); else if (c > 0) h.right = put(h.right); else h.value = value;
      return balance(h);
    };
    this.#root = put(this.#root);
    this.#root.color = BLACK;
    return this;
  }
  delete(key) {
    if (!this.has(key)) return false;
    const min = (h) => { while (h.left) h = h.left; return h; };
    const deleteMin = (h) => {
      if (h.left === null) return null;
      if (!isRed(h.left) && !isRed(h.left.left)) h = moveRedLeft(h);
      h.left = deleteMin(h.left);
      return balance(h);
    };
    const remove = (h, key) => {
      if (this.#compare(key, h.key) < 0) {
        if (!isRed(h.left) && !isRed(h.left.left)) h = moveRedLeft(h);
        h.left = remove(h.left, key);
      } else {
        if (isRed(h.left)) h = rotateRight(h);
        if (this.#compare(key, h.key) === 0 && h.right === null) return null;
        if (!isRed(h.right) && !isRed(h.right.left)) h = moveRedRight(h);
        if (this.#compare(key, h.key) === 0) {
          const next = min(h.right);
          h.key = next.key; h.value = next.value;
          h.right = deleteMin(h.right);
        } else h.right = remove(h.right, key);
      }
      return balance(h);
    };
    if (!isRed(this.#root.left) && !isRed(this.#root.right)) this.#root.color = RED;
    this.#root = remove(this.#root, key);
    if (this.#root) this.#root.color = BLACK;
    return true;
  }
  rank(key) {
    let rank = 0;
    for (let n = this.#root; n;) {
      const c = this.#compare(key, n.key);
      if (c > 0) { rank += size(n.left) + 1; n = n.right; } else n = n.left;
    }
    return rank;
  }
  at(index) {
    for (let n = this.#root; n;) {
      const left = size(n.left);
      if (index === left) return n.key;
      if (index < left) n = n.left; else { index -= left + 1; n = n.right; }
    }
  }
  *#walk(n, from, to) {
    if (!n) return;
    const low = from === undefined || this.#compare(n.key, from) >= 0, high = to === undefined || this.#compare(n.key, to) < 0;
    if (low) yield* this.#walk(n.left, from, to);
    if (low && high) yield [n.key, n.value];
    if (high) yield* this.#walk(n.right, from, to);
  }
  [Symbol.iterator]() { return this.#walk(this.#root); }
  range(from, to) { return this.#walk(this.#root, from, to); }
  get height() { const h = (n) => (n ? 1 + Math.max(h(n.left), h(n.right)) : 0); return h(this.#root); }
  check() {
    const visit = (n) => {
      if (!n) return 0;
      if (isRed(n.right)) throw new Error('right-leaning red');
      if (isRed(n) && isRed(n.left)) throw new Error('two reds');
      const l = visit(n.left), r = visit(n.right);
      if (l !== r) throw new Error('black heights differ');
      if (n.size !== 1 + size(n.left) + size(n.right)) throw new Error('bad size');
      return l + (isRed(n) ? 0 : 1);
    };
    return visit(this.#root);
  }
}
const map = new SortedMap();
for (let i = 0; i < 500; i++) { map.set((i * 167) % 509, i); if (i % 16 === 0) map.check(); }
console.log(map.size, map.height, map.check(), map.get(42), map.get(1000), map.has(7), map.at(0), map.at(499), map.rank(250));
console.log([...map.range(100, 112)].join(' '), [...map].every(([k], i, all) => i === 0 || all[i - 1][0] < k));
let removed = 0;
for (let k = 0; k < 509; k += 3) { if (map.delete(k)) removed++; if (k % 15 === 0) map.check(); }
console.log(removed, map.size, map.check(), map.has(3), [...map].slice(0, 6).map(([k]) => k));
const reference = new Map(), random = ((s) => (n) => (s = (s * 48271) % 2147483647) % n)(11), mine = new SortedMap();
for (let i = 0; i < 3000; i++) {
  const k = random(200);
  if (random(3) === 0) { if (reference.delete(k) !== mine.delete(k)) throw new Error('delete differs'); } else { reference.set(k, i); mine.set(k, i); }
}
const sorted = [...reference].sort(([a], [b]) => a - b);
console.log(mine.size === reference.size, JSON.stringify([...mine]) === JSON.stringify(sorted), mine.check() > 0);
while (mine.size) mine.delete(mine.at(random(mine.size)));
console.log(mine.size, [...mine], mine.height);
const byLength = new SortedMap(['pear', 'fig', 'banana', 'kiwi', 'plum'].map((w) => [w, w.toUpperCase()]), (a, b) => a.length - b.length || a.localeCompare(b));
console.log([...byLength].map(([k, v]) => `${k}=${v}`).join(), Object.fromEntries(byLength), byLength);
