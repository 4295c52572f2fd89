// for-of over arrays, Maps, Sets, strings, entries, generators and iterators of the program's own.

class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  [Symbol.iterator]() {
    let at = this.from;
    const to = this.to;
    return { next: () => (at < to ? { value: at++, done: false } : { value: undefined, done: true }) };
  }
}

function* naturals(limit) {
  for (let i = 0; i < limit; i++) yield i;
}
function* pairs(list) {
  for (const [index, item] of list.entries()) yield [index, item];
}
class Tree {
  constructor(value, left, right) {
    this.value = value;
    this.left = left;
    this.right = right;
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
  static of(low, high) {
    if (low > high) return null;
    const middle = (low + high) >> 1;
    return new Tree(middle, Tree.of(low, middle - 1), Tree.of(middle + 1, high));
  }
}
const map = new Map();
const set = new Set();
for (let i = 0; i < 100; i++) {
  map.set("key" + i, i);
  set.add(i * 3);
}
const list = Array.from(naturals(100));

function work() {
  let sum = 0;
  for (let round = 0; round < 4; round++) {
    for (const x of list) sum += x;
    for (const x of new Range(0, 100)) sum += x;
    for (const x of naturals(100)) sum += x;
    for (const [key, value] of map) sum += key.length + value;
    for (const value of map.values()) sum += value;
    for (const x of set) sum += x;
    for (const [i, x] of pairs(list)) sum += i * x;
    for (const c of "characters of a string") if (c === "a") sum++;
    for (const x of Tree.of(0, 30)) sum += x;
  }
  return sum + [...set].length + Math.max(...list);
}

const EXPECTED = 1475831;
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
console.log("iterators", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
