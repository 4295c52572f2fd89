// A linked list, a stack, an iterator written by hand, and toString, used together.
class Node { constructor(value, next) { this.value = value; this.next = next; } }
class List {
  #head = null;
  #size = 0;
  static of(...values) { const l = new List(); for (let i = values.length - 1; i >= 0; i--) l.unshift(values[i]); return l; }
  unshift(v) { this.#head = new Node(v, this.#head); this.#size++; return this; }
  shift() { if (!this.#head) return undefined; const v = this.#head.value; this.#head = this.#head.next; this.#size--; return v; }
  get size() { return this.#size; }
  reverse() { let r = null; for (let n = this.#head; n; n = n.next) r = new Node(n.value, r); this.#head = r; return this; }
  map(f) { return List.of(...[...this].map(f)); }
  reduce(f, init) { let acc = init; for (const v of this) acc = f(acc, v); return acc; }
  [Symbol.iterator]() { let n = this.#head; return { next: () => { if (!n) return { value: undefined, done: true }; const value = n.value; n = n.next; return { value, done: false }; } }; }
  toString() { return "List(" + [...this].join(", ") + ")"; }
}
const l = List.of(1, 2, 3, 4);
console.log(String(l), String(l.map((x) => x * x).reverse()), l.reduce((a, b) => a + b, 0), l.shift(), l.size, String(List.of()));
const [first, ...others] = l;
console.log(first, others.join(), Math.max(...l), Array.from(l, (x) => -x).join(), new Set(l).size);
let big = new List();
for (let i = 0; i < 2000; i++) big.unshift(i);
let sum = 0;
for (const v of big) sum = (sum * 3 + v) & 0xffff;
while (big.size > 10) big.shift();
console.log(sum, String(big));
