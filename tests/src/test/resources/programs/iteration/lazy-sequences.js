// Lazy sequences out of hand-written iterators: map, filter, take, zip, chunk, flatten, scan.
class Seq {
  constructor(make) { this.make = make; }
  static range(a, b = Infinity) { return new Seq(() => { let i = a; return () => (i < b ? { value: i++, done: false } : { done: true }); }); }
  static of(...xs) { return new Seq(() => { let i = 0; return () => (i < xs.length ? { value: xs[i++], done: false } : { done: true }); }); }
  [Symbol.iterator]() { return { next: this.make() }; }
  map(f) { return new Seq(() => { const n = this.make(); return () => { const r = n(); return r.done ? r : { value: f(r.value), done: false }; }; }); }
  filter(f) { return new Seq(() => { const n = this.make(); return () => { for (;;) { const r = n(); if (r.done || f(r.value)) return r; } }; }); }
  take(k) { return new Seq(() => { const n = this.make(); let i = 0; return () => (i++ < k ? n() : { done: true }); }); }
  zip(o) { return new Seq(() => { const a = this.make(), b = o.make(); return () => { const x = a(), y = b(); return x.done || y.done ? { done: true } : { value: [x.value, y.value], done: false }; }; }); }
  scan(f, init) { return new Seq(() => { const n = this.make(); let acc = init; return () => { const r = n(); return r.done ? r : { value: (acc = f(acc, r.value)), done: false }; }; }); }
  flat() { return new Seq(() => { const n = this.make(); let inner = null; return () => { for (;;) { if (inner) { const r = inner.next(); if (!r.done) return r; inner = null; } const o = n(); if (o.done) return o; inner = o.value[Symbol.iterator](); } }; }); }
  reduce(f, a) { for (const x of this) a = f(a, x); return a; }
}
console.log([...Seq.range(1).map((x) => x * x).filter((x) => x % 3 === 1).take(8)].join(), [...Seq.of("a", "b", "c").zip(Seq.range(1))].join("|"), [...Seq.range(1, 8).scan((a, b) => a * b, 1)].join());
console.log([...Seq.of([1, 2], "xy", new Set([3]), Seq.of(4, 5)).flat()].join(), Seq.range(0, 1500).filter((x) => x & 1).map((x) => x / 2).reduce((a, b) => a + b, 0));
const primes = new Seq(() => { const found = []; let n = 1; return () => { for (;;) { n++; if (found.every((p) => n % p)) { found.push(n); return { value: n, done: false }; } } }; });
console.log([...primes.take(15)].join(), [...primes.zip(primes.map((p) => p * p)).take(3)].join("|"));
let t = 0;
for (const [i, x] of Seq.range(0).zip(Seq.range(0, 800).map((x) => (x % 7 ? x : x + 0.5)))) t += i * x;
console.log(t, Math.max(...Seq.of(3, 9, 2)), Array.from(Seq.range(0, 3), (x) => x + 1).join(), new Map(Seq.of(["k", 1])).get("k"));
const [h, ...tl] = Seq.range(5, 9);
console.log(h, tl.join());
