// Linked lists walked by recursion, and rings of nodes changed while they are walked.

class Element {
  constructor(value, next) {
    this.value = value;
    this.next = next;
  }
  length() {
    return this.next === null ? 1 : 1 + this.next.length();
  }
}

function make(length) {
  return length === 0 ? null : new Element(length, make(length - 1));
}

function isShorter(x, y) {
  let a = x;
  let b = y;
  while (b !== null) {
    if (a === null) return true;
    a = a.next;
    b = b.next;
  }
  return false;
}

function tail(x, y, z) {
  if (isShorter(y, x)) {
    return tail(tail(x.next, y, z), tail(y.next, z, x), tail(z.next, x, y));
  }
  return z;
}

function josephus(n, step) {
  const first = new Element(1, null);
  let last = first;
  for (let i = 2; i <= n; i++) {
    last.next = new Element(i, null);
    last = last.next;
  }
  last.next = first;
  let at = last;
  while (at.next !== at) {
    for (let k = 1; k < step; k++) at = at.next;
    at.next = at.next.next;
  }
  return at.value;
}

function reverse(list) {
  let result = null;
  for (let at = list; at !== null; at = at.next) result = new Element(at.value, result);
  return result;
}

function work() {
  let sum = tail(make(13), make(9), make(5)).length() * 10;
  for (let step = 2; step < 8; step++) sum += josephus(300, step);
  const reversed = reverse(make(500));
  return sum + reversed.length() + reversed.next.value;
}

const EXPECTED = 1380;
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
console.log("lists", EXPECTED);
console.log("#times", times.map((t) => t.toFixed(3)).join(" "));
