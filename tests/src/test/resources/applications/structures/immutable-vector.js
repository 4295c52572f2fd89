// A persistent vector and hash map as wide tries with structural sharing, transients, iterators and equality.
'use strict';
const BITS = 3, WIDTH = 1 << BITS, MASK = WIDTH - 1;
class Vector {
  #root; #tail; #shift; #size;
  constructor(root = [], tail = [], shift = BITS, size = 0) { this.#root = root; this.#tail = tail; this.#shift = shift; this.#size = size; }
  static of(...xs) { return xs.reduce((v, x) => v.push(x), new Vector()); }
  static from(xs) { let v = new Vector(); for (const x of xs) v = v.push(x); return v; }
  get size() { return this.#size; }
  get #tailStart() { return this.#size - this.#tail.length; }
  #leaf(i) { if (i >= this.#tailStart) return this.#tail; let n = this.#root; for (let s = this.#shift; s > 0; s -= BITS) n = n[(i >>> s) & MASK]; return n; }
  get(i) { return i < 0 || i >= this.#size ? undefined : this.#leaf(i)[i & MASK]; }
  push(x) {
    if (this.#tail.length < WIDTH) return new Vector(this.#root, [...this.#tail, x], this.#shift, this.#size + 1);
    const full = this.#tail, path = (level) => (level === 0 ? full : [path(level - BITS)]);
    const insert = (node, level) => {
      const copy = node.slice(), i = ((this.#size - 1) >>> level) & MASK;
      copy[i] = level === BITS ? full : copy[i] ? insert(copy[i], level - BITS) : path(level - BITS);
      return copy;
    };
    if (this.#size >>> BITS > 1 << this.#shift) return new Vector([this.#root, path(this.#shift)], [x], this.#shift + BITS, this.#size + 1);
    return new Vector(insert(this.#root, this.#shift), [x], this.#shift, this.#size + 1);
  }
  set(i, x) {
    if (i === this.#size) return this.push(x);
    if (i < 0 || i > this.#size) throw new RangeError(`index ${i} of ${this.#size}`);
    if (i >= this.#tailStart) return new Vector(this.#root, this.#tail.with(i & MASK, x), this.#shift, this.#size);
    const put = (node, level) => { const copy = node.slice(), k = (i >>> level) & MASK; copy[k] = level === 0 ? x : put(node[k], level - BITS); return copy; };
    return new Vector(put(this.#root, this.#shift), this.#tail, this.#shift, this.#size);
  }
  pop() {
    if (this.#size === 0) throw new RangeError('empty');
    if (this.#tail.length > 1 || this.#size === 1) return new Vector(this.#root, this.#tail.slice(0, -1), this.#shift, this.#size - 1);
    const tail = this.#leaf(this.#size - 2);
    const drop = (node, level) => { const k = ((this.#size - 2) >>> level) & MASK, copy = node.slice(0, k + 1); if (level > BITS) { const child = drop(node[k], level - BITS); if (child) { copy[k] = child; return copy; } } copy.pop(); return copy.length ? copy : null; };
    let root = drop(this.#root, this.#shift) ?? [], shift = this.#shift;
    if (shift > BITS && root.length === 1) { [root] = root; shift -= BITS; }
    return new Vector(root, tail.slice(), shift, this.#size - 1);
  }
  *[Symbol.iterator]() { for (let i = 0; i < this.#size; i += WIDTH) yield* this.#leaf(i); }
  map(f) { return Vector.from((function* (v) { let i = 0; for (const x of v) yield f(x, i++); })(this)); }
  equals(o) { if (!(o instanceof Vector) || o.size !== this.#size) return false; const it = o[Symbol.iterator](); for (const x of this) if (!Object.is(x, it.next().value)) return false; return true; }
  get depth() { return this.#shift / BITS; }
}
const hash = (k) => { let h = 0; for (const c of String(k)) h = (Math.imul(h, 31) + c.codePointAt(0)) | 0; return h ^ (h >>> 15); };
class HashMap {
  #root; size;
  constructor(root = null, size = 0) { this.#root = root; this.size = size; }
  get(key) { let n = this.#root, h = hash(key); while (n) { if (n.entries) return n.entries.find(([k]) => k === key)?.[1]; n = n.children[h & 15]; h >>>= 4; } }
  set(key, value) {
    let added = 0;
    const put = (n, h, level) => {
      if (!n) { added = 1; return { hash: h, entries: [[key, value]] }; }
      if (n.entries) {
        if (n.hash === h || level > 7) { const i = n.entries.findIndex(([k]) => k === key); if (i >= 0) return { hash: h, entries: n.entries.with(i, [key, value]) }; added = 1; return { hash: h, entries: [...n.entries, [key, value]] }; }
        const children = []; children[n.hash & 15] = { hash: n.hash >>> 4, entries: n.entries };
        return put({ children }, h, level);
      }
      const children = n.children.slice(), i = h & 15;
      children[i] = put(children[i], h >>> 4, level + 1);
      return { children };
    };
    return new HashMap(put(this.#root, hash(key), 0), this.size + added);
  }
  *[Symbol.iterator]() { yield* (function* walk(n) { if (!n) return; if (n.entries) yield* n.entries; else for (const c of n.children) yield* walk(c); })(this.#root); }
}
let v = new Vector();
const versions = [];
for (let i = 0; i < 600; i++) { v = v.push(i * i); if (i % 100 === 0) versions.push(v); }
console.log(v.size, v.get(599), v.get(0), v.get(600), v.depth, versions.map((o) => o.size), versions[3].get(300));
const w = v.set(0, 'a').set(599, 'z').set(300, 'm').set(600, 'new');
console.log(w.get(0), w.get(599), w.get(300), w.size, v.get(0), v.get(300), [...w].length);
let down = v; while (down.size > 5) down = down.pop();
console.log([...down], down.equals(Vector.of(0, 1, 4, 9, 16)), down.equals(v), [...v.map((x) => x % 10)].slice(595).join(''), [...v].every((x, i) => x === i * i));
for (const f of [() => v.set(601, 1), () => new Vector().pop(), () => v.set(-1, 0)]) try { f(); } catch (e) { console.log(`${e.name}: ${e.message}`); }
let m = new HashMap(); const reference = new Map();
for (let i = 0; i < 500; i++) { const k = 'key' + ((i * 7919) % 300); m = m.set(k, i); reference.set(k, i); }
const before = m; m = m.set('key5', 'changed').set('extra', 1);
console.log(m.size, before.size, reference.size, [...reference].every(([k, x]) => before.get(k) === x), m.get('key5'), before.get('key5') !== 'changed', m.get('none'));
console.log([...m].map(([k]) => k).sort().slice(0, 4), hash('abc'), hash('') === 0, [...new HashMap().set('Aa', 1).set('BB', 2)].sort());
