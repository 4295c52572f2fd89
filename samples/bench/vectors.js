// A growing vector, a hash table and a set of the program's own, and loops over them by callbacks.

class Vector {
  constructor(capacity) {
    this.storage = new Array(capacity === undefined ? 8 : capacity).fill(null);
    this.first = 0;
    this.last = 0;
  }
  static of(...items) {
    const v = new Vector(items.length);
    for (const item of items) v.append(item);
    return v;
  }
  at(i) { return i >= this.storage.length ? null : this.storage[i]; }
  append(item) {
    if (this.last >= this.storage.length) {
      const bigger = new Array(2 * this.storage.length).fill(null);
      for (let i = 0; i < this.storage.length; i++) bigger[i] = this.storage[i];
      this.storage = bigger;
    }
    this.storage[this.last++] = item;
  }
  isEmpty() { return this.last === this.first; }
  size() { return this.last - this.first; }
  removeFirst() {
    if (this.isEmpty()) return null;
    this.first++;
    return this.storage[this.first - 1];
  }
  forEach(callback) {
    for (let i = this.first; i < this.last; i++) callback(this.storage[i]);
  }
  some(test) {
    for (let i = this.first; i < this.last; i++) if (test(this.storage[i])) return true;
    return false;
  }
}

class Entry {
  constructor(hash, key, value, next) {
    this.hash = hash;
    this.key = key;
    this.value = value;
    this.next = next;
  }
}

class Dictionary {
  constructor() {
    this.buckets = new Array(16).fill(null);
    this.count = 0;
  }
  find(key) {
    const hash = this.hash(key);
    let e = this.buckets[hash & (this.buckets.length - 1)];
    while (e !== null && !(e.hash === hash && this.same(e.key, key))) e = e.next;
    return e;
  }
  at(key) {
    const e = this.find(key);
    return e === null ? null : e.value;
  }
  atPut(key, value) {
    const e = this.find(key);
    if (e !== null) {
      e.value = value;
      return;
    }
    const hash = this.hash(key);
    const i = hash & (this.buckets.length - 1);
    this.buckets[i] = new Entry(hash, key, value, this.buckets[i]);
    if (++this.count > this.buckets.length) this.grow();
  }
  grow() {
    const old = this.buckets;
    this.buckets = new Array(old.length * 2).fill(null);
    for (let b of old) {
      while (b !== null) {
        const next = b.next;
        const i = b.hash & (this.buckets.length - 1);
        b.next = this.buckets[i];
        this.buckets[i] = b;
        b = next;
      }
    }
  }
  forEach(callback) {
    for (let i = 0; i < this.buckets.length; i++) {
      for (let e = this.buckets[i]; e !== null; e = e.next) callback(e.key, e.value);
    }
  }
  same(a, b) { return a === b; }
}
class IntDictionary extends Dictionary {
  hash(key) { return (key * 2654435761) >>> 8; }
}
class Thing {
  constructor(id) { this.id = id; }
  code() { return this.id * 31 + 7; }
}
class ThingDictionary extends Dictionary {
  hash(key) { return key.code() ^ (key.code() >>> 16); }
  same(a, b) { return a.id === b.id; }
}

function work() {
  const things = new Vector();
  for (let i = 0; i < 1200; i++) things.append(new Thing(i % 400));
  const ints = new IntDictionary();
  const byThing = new ThingDictionary();
  things.forEach((thing) => {
    const n = byThing.at(thing);
    byThing.atPut(thing, n === null ? 1 : n + 1);
    ints.atPut(thing.id * 3, thing);
  });
  let sum = 0;
  byThing.forEach((thing, n) => { sum += thing.id * n; });
  for (let i = 0; i < 1200; i++) {
    const thing = ints.at(i);
    if (thing !== null) sum += thing.id;
  }
  while (!things.isEmpty()) sum += things.removeFirst().id & 3;
  return sum + (Vector.of(1, 2, 3).some((x) => x === 2) ? 1 : 0);
}

const EXPECTED = 321001;
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
console.log("vectors", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
